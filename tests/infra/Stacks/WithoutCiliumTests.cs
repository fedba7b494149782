using System.Text.Json;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
using Hardening.Infra.Tests.Commands;
using Hardening.Infra.Tests.StackFiles;
using YamlDotNet.Serialization;

namespace Hardening.Infra.Tests.Stacks;

/// <summary>A stack of a cluster without Cilium, and what a plan has to say about both ends of connections.</summary>
public sealed class WithoutCiliumTests
{
    private static readonly string Plan = TestFiles.PathOf("Stacks", "without-cilium.yaml");

    [Fact]
    public async Task Its_policies_are_NetworkPolicies_as_they_were_reviewed_and_nothing_is_Ciliums()
    {
        using var folder = new TempFolder();
        var run = await CliRun.RunAsync(TestFiles.Root, "render", "--config", Plan, "--output", folder.Path);

        Assert.Equal(0, run.Code);
        Assert.Contains("hardening:namespaces[2].modes.egress: is Off: no policy is made, and egress stays unrestricted", run.Error, StringComparison.Ordinal);
        Assert.Contains("hardening:namespaces[2].modes.ingress: is Off: no policy is made, and ingress stays unrestricted", run.Error, StringComparison.Ordinal);
        var files = Directory.EnumerateFiles(folder.Path, "*.yaml", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        Assert.DoesNotContain(files.Values, text => text.Contains("cilium.io", StringComparison.Ordinal));
        var policies = files.Where(file => file.Value.Contains("kind: NetworkPolicy", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).ToList();
        Assert.All(policies, policy =>
        {
            var checkedPolicy = NetworkPolicyRules.Check(Json(policy.Value));
            Assert.Empty(checkedPolicy.Problems);
            Assert.Empty(checkedPolicy.Warnings);
        });
        Snapshot.Matches("manifests/without-cilium/network-policies.txt", string.Concat(policies.Select(file => $"== {file.Key}\n{file.Value}")));
    }

    [Fact]
    public void An_audit_of_the_rollout_is_refused_where_it_is_set()
    {
        var problems = Read(text => text.Replace("modes: { egress: Enforce, ingress: Enforce }", "modes: { ingress: Enforce }", StringComparison.Ordinal)).Problems;

        Assert.Equal(
            "hardening:rollout.egress: a NetworkPolicy cannot watch: it denies as soon as it exists, and tells nobody what it would have denied (got \"Audit\"); write Off until the destinations are complete, then Enforce, one namespace after the other",
            Assert.Single(problems).ToString());
    }

    [Fact]
    public void A_namespace_without_ingress_beside_others_that_state_it_is_refused_or_exempt()
    {
        const string own = "      egress: [{ none: true }]\n      ingress: [{ none: true }]\n";
        var bare = Read(text => text.Replace(own, "      egress: [{ none: true }]\n", StringComparison.Ordinal)).Problems;
        var exempt = Read(text => text.Replace(own, "      egress: [{ none: true }]\n      exemptions: [{ control: ingress, reason: r, owner: o, expires: 2027-03-31 }]\n", StringComparison.Ordinal)).Problems;

        Assert.Equal(
            "hardening:namespaces[3].ingress: is missing, where other namespaces state it; list who may connect to its pods (- none: true for nobody), or exempt the namespace from ingress",
            Assert.Single(bare).ToString());
        Assert.Empty(exempt);
    }

    [Fact]
    public void An_egress_rule_that_the_other_end_does_not_let_in_is_a_warning()
    {
        var warnings = Read(text => text.Replace("- namespace: shop\n          ports: [5432/TCP]", "- sameNamespace: true\n          ports: [5432/TCP]", StringComparison.Ordinal)).Warnings;

        Assert.Contains(
            "hardening:namespaces[0].egress[2]: connects to pods app.kubernetes.io/name=postgresql of data on 5432/TCP, and no ingress rule of data lets that in: the connection is cut there",
            warnings.Select(warning => warning.ToString()));
    }

    private static PlanResult Read(Func<string, string> change)
    {
        var text = File.ReadAllText(Plan);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        return PlanReader.Read(new PlanSource(YamlReader.Read(new StringReader(changed)).Members["config"].Members, new HashSet<string>()));
    }

    private static JsonElement Json(string yaml)
    {
        var value = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
        return JsonDocument.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(value)).RootElement;
    }
}
