using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

public sealed class SecretsReportTests : IDisposable
{
    private const string Recording = "kubectl get secrets,sealedsecrets -A -o json | jq 'del(.items[].data, .items[].metadata.annotations)'";

    private static readonly string Plan = $$"""
        {{Plans.Small}}
          hardening:secrets:
            sealed: [{ namespace: shop, name: payments, encryptedData: { key: {{Convert.ToBase64String([1, 0, .. new byte[256 + 16]])}} } }]
            external: [{ namespace: shop, name: admin-auth, usedBy: [web], reason: made by hand }]
        """;

    private const string Unsealed = """{ "kind": "SealedSecret", "metadata": { "namespace": "shop", "name": "payments" }, "status": { "conditions": [{ "type": "Synced", "status": "True" }] } }""";
    private const string Payments = """{ "kind": "Secret", "type": "Opaque", "metadata": { "namespace": "shop", "name": "payments", "ownerReferences": [{ "kind": "SealedSecret", "name": "payments" }] } }""";
    private const string AdminAuth = """{ "kind": "Secret", "type": "Opaque", "metadata": { "namespace": "shop", "name": "admin-auth" } }""";

    private readonly TempFolder _folder = new();

    public SecretsReportTests() => _folder.Write("Pulumi.yaml", Plans.Project);

    public void Dispose() => _folder.Dispose();

    private static string List(params string[] items) => $$"""{ "apiVersion": "v1", "kind": "List", "items": [{{string.Join(',', items)}}] }""";

    private static string Other(string name, string rest = "\"type\": \"Opaque\"", string metadata = "", string space = "shop") =>
        $$"""{ "kind": "Secret", "metadata": { "namespace": "{{space}}", "name": "{{name}}"{{metadata}} }, {{rest}} }""";

    private async Task<CliRun> ReportAsync(string? facts, string? plan = null)
    {
        _folder.Write("Pulumi.dev.yaml", plan ?? Plan);
        if (facts is null)
            return await CliRun.RunAsync(_folder.Path, "report", "secrets");
        _folder.Write("secrets.json", facts);
        return await CliRun.RunAsync(_folder.Path, "report", "secrets", "--facts", "secrets.json");
    }

    [Fact]
    public async Task The_report_is_green_when_every_secret_is_sealed_external_or_made_by_something()
    {
        var run = await ReportAsync(List(
            Unsealed,
            Payments,
            AdminAuth,
            Other("release", "\"type\": \"helm.sh/release.v1\""),
            Other("chart", metadata: ", \"labels\": { \"app.kubernetes.io/managed-by\": \"Helm\" }"),
            Other("tls", metadata: ", \"labels\": { \"controller.cert-manager.io/fao\": \"true\" }"),
            Other("elsewhere", space: "not-planned")));

        Assert.Equal(
            (0, "Secrets:\n    plan      1 sealed, 1 external, 0 workloads restart with them\n    recorded  1 SealedSecrets and 6 Secrets in secrets.json\nEvery secret is sealed, external or made by something in the cluster.\n"),
            (run.Code, run.Out));
    }

    [Fact]
    public async Task What_is_missing_or_of_nobody_is_found()
    {
        var run = await ReportAsync(List(Other("by-hand"), Other("argocd-initial-admin-secret")));

        Assert.Equal(1, run.Code);
        Assert.EndsWith(
            """
            Findings:
                shop/payments is sealed in the plan and not in the cluster: deploy it
                shop/admin-auth is external and does not exist: made by hand
                shop/by-hand is neither sealed nor external: seal it, or say in hardening:secrets.external who makes it
                shop/argocd-initial-admin-secret still holds Argo CD's first password: change it, and delete the secret

            """.ReplaceLineEndings("\n"),
            run.Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the controller has not looked at it")]
    [InlineData(""", "status": { "conditions": [{ "type": "Synced", "status": "False", "message": "no key could decrypt secret (key)" }] }""", "no key could decrypt secret (key)")]
    [InlineData(""", "status": { "conditions": [{ "type": "Synced", "status": "False" }] }""", "the controller gives no reason")]
    public async Task What_does_not_unseal_is_found_with_the_controllers_reason(string status, string reason)
    {
        var run = await ReportAsync(List($$"""{ "kind": "SealedSecret", "metadata": { "namespace": "shop", "name": "payments" }{{status}} }""", Payments, AdminAuth));

        Assert.Equal(1, run.Code);
        Assert.EndsWith($"Findings:\n    shop/payments does not unseal: {reason}\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_where_a_dash_says_so_with_a_byte_order_mark_too()
    {
        _folder.Write("Pulumi.dev.yaml", Plan);
        using var input = new MemoryStream([.. "\uFEFF"u8, .. System.Text.Encoding.UTF8.GetBytes(List(Unsealed, Payments, AdminAuth))]);
        var run = await CliRun.RunAsync(_folder.Path, colours: false, input, "report", "secrets", "--facts", "-");

        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("\"data\": { \"password\": \"aHVudGVyMg==\" }", "")]
    [InlineData("\"stringData\": { \"password\": \"hunter2\" }", "")]
    [InlineData("\"type\": \"Opaque\"", ", \"annotations\": { \"objectset.rio.cattle.io/applied\": \"aHVudGVyMg==\" }")]
    [InlineData("\"type\": \"Opaque\"", ", \"annotations\": { \"kubectl.kubernetes.io/last-applied-configuration\": \"aHVudGVyMg==\" }")]
    public async Task A_file_with_values_is_refused_and_not_repeated(string rest, string metadata)
    {
        var run = await ReportAsync(List(Other("leaked", rest, metadata)));

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Equal($"error: --facts: holds values of secrets (got \"secrets.json\"); remove the file, and record it without them: {Recording}\n1 problem; nothing was written.\n", run.Error);
    }

    [Fact]
    public async Task Without_a_recording_or_a_section_the_report_is_red()
    {
        Assert.EndsWith($"Findings:\n    nothing recorded shows the secrets of the cluster: {Recording} > secrets.json, then --facts secrets.json\n", (await ReportAsync(null)).Out, StringComparison.Ordinal);
        var run = await ReportAsync(List(), Plans.Small);
        Assert.Equal((1, "Secrets:\n    recorded  0 SealedSecrets and 0 Secrets in secrets.json\nFindings:\n    the plan says nothing about secrets: add hardening:secrets\n"), (run.Code, run.Out));
    }

    [Theory]
    [InlineData("", "is no JSON")]
    [InlineData("[1]", "is no list of Kubernetes objects")]
    [InlineData("""{ "items": [{ "kind": "Secret" }] }""", "is no list of Kubernetes objects")]
    [InlineData("""{ "items": [{ "kind": "Secret", "metadata": { "namespace": 1, "name": "x" } }] }""", "is no list of Kubernetes objects")]
    public async Task Another_file_is_refused(string facts, string refusal)
    {
        var run = await ReportAsync(facts);

        Assert.Equal((2, $"error: --facts: {refusal} (got \"secrets.json\"); record it with {Recording}\n1 problem; nothing was written.\n"), (run.Code, run.Error));
    }
}
