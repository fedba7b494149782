using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans;

/// <summary>Secrets of the plan: never in plain text, each made by one side, followed by workloads that exist.</summary>
public sealed class SecretsPlanTests
{
    private const string Plan = """
        hardening:cluster: { kubernetesVersion: "1.34", ciliumVersion: "1.19.4", reloaderVersion: "1.4.8", nodes: [{ name: worker-1, memory: 16Gi }] }
        hardening:namespaces:
          - { name: shop, size: Small, egress: [{ none: true }], workloads: [{ name: web }] }
        hardening:secrets:
        """;

    private static readonly string Sealed = Convert.ToBase64String([1, 0, .. new byte[256 + 16]]);

    private static string[] Refusals(string section, bool decrypted = false, bool engine = false)
    {
        var source = new PlanSource(
            YamlReader.Read(new StringReader($"{Plan}\n  {section.Replace("SEALED", Sealed, StringComparison.Ordinal).ReplaceLineEndings("\n  ")}")).Members,
            new HashSet<string>(decrypted ? [PlanSections.Secrets] : [])) { HasEngine = engine };
        return PlanReader.Read(source).Problems.Select(problem => problem.ToString()).ToArray();
    }

    [Fact]
    public void Secrets_of_planned_namespaces_and_workloads_are_accepted() => Assert.Empty(Refusals("""
        sealed: [{ namespace: shop, name: payments, encryptedData: { key: SEALED } }]
        external: [{ namespace: shop, name: admin-auth, usedBy: [web], reason: made by hand }]
        rotation:
          - { namespace: shop, workload: web, secrets: [payments] }
          - { namespace: shop, workload: web, kind: StatefulSet, method: Reloader, secrets: [payments, admin-auth] }
        """));

    [Fact]
    public void Names_that_nothing_bears_are_refused_with_a_suggestion_and_without_a_value() => Assert.Equal(
        [
            "hardening:secrets.sealed[0].namespace: is no namespace of the plan; did you mean shop?",
            "hardening:secrets.external[0].namespace: is no namespace of the plan; plan it, or add it to hardening:cluster.externalNamespaces",
            "hardening:secrets.rotation[0].workload: is no workload of shop in the plan; did you mean web?",
            "hardening:secrets.rotation[0].secrets[0]: is no secret of shop here; did you mean payments?",
            "hardening:secrets.rotation[0].secrets[1]: is no secret of shop here; seal it, or list it below external",
            "hardening:secrets.rotation[1].secrets[1]: is missing: a change of a secret that is not sealed here cannot be seen here; use method Reloader, which watches the secret itself",
            "hardening:secrets.external[2].name: sealed[1] seals this secret, and an external one is made by somebody else; keep one of them",
            "hardening:secrets.rotation[2].workload: restarts already with another list of secrets; merge it with hardening:secrets.rotation[1]",
        ],
        Refusals("""
            sealed:
              - { namespace: shp, name: other, encryptedData: { key: SEALED } }
              - { namespace: shop, name: payments, encryptedData: { key: SEALED } }
            external:
              - { namespace: nowhere, name: admin-auth, usedBy: [web], reason: made by hand }
              - { namespace: shop, name: admin-auth, usedBy: [web], reason: made by hand }
              - { namespace: shop, name: payments, usedBy: [web], reason: made by hand }
            rotation:
              - { namespace: shop, workload: wep, secrets: [payment, tls] }
              - { namespace: shop, workload: web, secrets: [payments, admin-auth] }
              - { namespace: shop, workload: web, secrets: [payments] }
            """));

    [Theory]
    [InlineData("hunter2", "is in plain text, where everybody reads it who reads the stack file; replace the secret, and write the new one with pulumi config set --secret --path 'hardening:secrets.sealed[0].data[\"key\"]'")]
    [InlineData("\"\"", "is empty; write a value, or leave it out")]
    [InlineData("1234", "is a number where an encrypted text belongs; write it with pulumi config set --secret --path 'hardening:secrets.sealed[0].data[\"key\"]', or as { environment: NAME }")]
    [InlineData("[hunter2]", "is a list where an encrypted text belongs; write it with pulumi config set --secret --path 'hardening:secrets.sealed[0].data[\"key\"]', or as { environment: NAME }")]
    [InlineData("{ environment: 1234 }", "environment: is a number where a text belongs; put it in quotes")]
    [InlineData("{ environment: hunter-2 }", "environment: is no name of an environment variable; write its name, as PAYMENTS_API_KEY; if this is the value itself, it has leaked: replace it")]
    [InlineData("{ environment: HARDENING_TEST_NOWHERE, x: hunter2 }", "x: is no key of the plan here; known here: environment")]
    public void A_value_that_is_not_encrypted_is_refused_and_not_repeated(string value, string refusal)
    {
        var problem = Assert.Single(Refusals($"{{ certificate: {Certificate}, sealingSeed: {{ secure: v1:x }}, sealed: [{{ namespace: shop, name: payments, data: {{ key: {value} }} }}] }}"));

        Assert.Equal("hardening:secrets.sealed[0].data[key]" + (refusal.StartsWith("is ", StringComparison.Ordinal) ? ": " : ".") + refusal, problem);
    }

    [Fact]
    public void A_seed_in_plain_text_is_refused_and_not_repeated() => Assert.Equal(
        ["hardening:secrets.sealingSeed: is in plain text, where everybody reads it who reads the stack file; replace the secret, and write the new one with pulumi config set --secret --path 'hardening:secrets.sealingSeed'"],
        Refusals($"{{ sealingSeed: c2VjcmV0, sealed: [{{ namespace: shop, name: payments, encryptedData: {{ key: {Sealed} }} }}] }}"));

    [Fact]
    public void Encrypted_values_wait_for_the_engine() =>
        Assert.Empty(Refusals($"{{ certificate: {Certificate}, sealingSeed: {{ secure: v1:x }}, sealed: [{{ namespace: shop, name: payments, data: {{ key: {{ secure: v1:y }} }} }}] }}"));

    [Fact]
    public void What_an_engine_decrypted_is_taken_and_judged_without_being_shown() => Assert.Equal(
        ["hardening:secrets.sealingSeed: is shorter than 32 bytes; make one with openssl rand -base64 32 and keep it as a secret"],
        Refusals($"{{ certificate: {Certificate}, sealingSeed: c2VjcmV0, sealed: [{{ namespace: shop, name: payments, data: {{ key: hunter2 }} }}] }}", decrypted: true, engine: true));

    [Fact]
    public void An_engine_needs_the_environment_variable_and_a_preview_does_not()
    {
        var section = $"{{ certificate: {Certificate}, sealingSeed: {{ secure: v1:x }}, sealed: [{{ namespace: shop, name: payments, data: {{ key: {{ environment: HARDENING_TEST_NOWHERE }} }} }}] }}";

        Assert.Empty(Refusals(section));
        Assert.Equal(
            ["hardening:secrets.sealed[0].data[key].environment: the environment variable HARDENING_TEST_NOWHERE is not set; set it for the deployment"],
            Refusals(section.Replace("{ secure: v1:x }", Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData("seed"u8)), StringComparison.Ordinal), decrypted: true, engine: true));
    }

    /// <summary>The certificate of the dev stack as a YAML text on one line.</summary>
    private static string Certificate { get; } = "\"" + StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository("Pulumi.dev.yaml")).Values[PlanSections.Secrets].Members["certificate"].Text
        .Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
}
