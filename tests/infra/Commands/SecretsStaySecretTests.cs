using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

/// <summary>A secret that is planted in the plan is in nothing that any command says or writes.</summary>
public sealed class SecretsStaySecretTests : IDisposable
{
    private const string Marker = "mark-5up3r-53cr3t-m4rk";
    private const string ValueVariable = "HARDENING_TEST_PLANTED_VALUE";
    private const string SeedVariable = "HARDENING_TEST_PLANTED_SEED";
    private static readonly string Seed = Convert.ToBase64String(SHA256.HashData("planted"u8));

    private const string Values = "{ namespace: shop, name: payments, data: { key: { environment: HARDENING_TEST_PLANTED_VALUE } } }";
    private const string Rotation = "\n    rotation: [{ namespace: shop, workload: web, secrets: [payments] }]";

    private static readonly Lazy<string> Certificate = new(MakeCertificate);

    private readonly TempFolder _folder = new();

    public SecretsStaySecretTests()
    {
        Environment.SetEnvironmentVariable(ValueVariable, Marker);
        Environment.SetEnvironmentVariable(SeedVariable, Seed);
        _folder.Write("Pulumi.yaml", Commands.Plans.Project);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ValueVariable, null);
        Environment.SetEnvironmentVariable(SeedVariable, null);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_value_of_the_environment_is_sealed_offline_and_shown_nowhere()
    {
        WritePlan(Values, Rotation);
        var text = await RunAsync(0, "preview");
        var json = await RunAsync(0, "preview", "--json");
        await RunAsync(0, "render", "--output", "manifests");
        await RunAsync(0, "render", "--output", "manifests", "--check");
        await RunAsync(0, "diff", "dev", "Pulumi.dev.yaml");
        await RunAsync(1, "report", "security-contexts");
        await RunAsync(1, "report", "dashboard-access");

        Assert.Contains("shop/payments", text, StringComparison.Ordinal);
        Assert.Contains("encryptedData", json, StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(Path.Combine(_folder.Path, "manifests"), "*", SearchOption.AllDirectories), path => AssertClean(File.ReadAllText(path)));
        var manifest = await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "manifests", "namespaces", "shop", "sealedsecret-payments.yaml"));
        var sealedText = manifest.Single(line => line.TrimStart().StartsWith("key: ", StringComparison.Ordinal)).Trim()["key: ".Length..];
        Assert.Equal(2 + 256 + Marker.Length + 16, Convert.FromBase64String(sealedText).Length);
    }

    [Fact]
    public async Task An_encrypted_value_is_unknown_offline_and_render_says_so()
    {
        WritePlan("{ namespace: shop, name: payments, data: { key: { secure: v1:abc } } }");
        var text = await RunAsync(0, "preview");
        var refused = await RunAsync(2, "render", "--output", "manifests");

        Assert.Contains("1 value(s) are not known before the deployment and were not checked", text, StringComparison.Ordinal);
        Assert.Contains("spec.encryptedData.key: the value is not known before the deployment; use a value that the program knows, or leave the object to pulumi up", refused, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "manifests")));
    }

    [Theory]
    [InlineData($"{{ namespace: shop, name: payments, data: {{ key: {Marker} }} }}")]
    [InlineData($"{{ namespace: shop, name: payments, data: {{ key: [{Marker}] }} }}")]
    [InlineData($"{{ namespace: shop, name: payments, data: {Marker} }}")]
    [InlineData($"{{ namespace: shop, name: payments, data: {{ key: {{ environment: {ValueVariable}, x: {Marker} }} }} }}")]
    [InlineData($"{{ namespace: shop, name: payments, encryptedData: {{ key: {Marker} }} }}")]
    [InlineData($"{{ namespace: shop, name: payments, encryptedData: {{ key: [{Marker}] }} }}")]
    [InlineData($"{{ namespace: shop, name: payments, encryptedData: {Marker} }}")]
    [InlineData($"{{ namespace: shop, name: payments, type: [{Marker}], data: {{ key: {{ environment: {ValueVariable} }} }} }}")]
    [InlineData($"{{ namespace: shop, name: payments, scope: {Marker}, data: {{ key: {{ environment: {ValueVariable} }} }} }}")]
    [InlineData($"{{ namespace: shop, name: {Marker}_, data: {{ key: {{ environment: {ValueVariable} }} }} }}")]
    [InlineData($"{{ namespace: shop, name: payments, data: {{ key: \"{Marker} }} }}")]
    public async Task A_value_in_the_wrong_place_is_refused_and_not_repeated(string secret)
    {
        WritePlan(secret);

        await RunAsync(2, "preview");
        await RunAsync(2, "preview", "--json");
        await RunAsync(2, "render", "--output", "manifests");
        await RunAsync(2, "diff", "dev", "Pulumi.dev.yaml");
    }

    [Theory]
    [InlineData($"certificate: {Marker}")]
    [InlineData($"sealingSeed: {Marker}")]
    [InlineData($"sealingSeed: {{ environment: {ValueVariable} }}")]
    [InlineData($"rotation: [{{ namespace: shop, workload: {Marker}, secrets: [{Marker}] }}]")]
    public async Task Nothing_of_the_section_is_repeated(string member)
    {
        _folder.Write("Pulumi.dev.yaml", $"{Commands.Plans.Small}\n  hardening:secrets:\n    {member}\n    sealed: [{Values}]\n");

        await RunAsync(2, "preview");
        await RunAsync(2, "preview", "--json");
        await RunAsync(2, "render", "--output", "manifests");
    }

    private static string MakeCertificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=sealed-secret", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.ExportCertificatePem();
    }

    private void WritePlan(string secret, string more = "") => _folder.Write(
        "Pulumi.dev.yaml",
        $$"""
        {{Commands.Plans.Small.Replace("size: Small\n      egress:\n", "size: Small\n      workloads: [{ name: web }]\n      egress:\n", StringComparison.Ordinal)}}
          hardening:secrets:
            certificate: |
              {{Certificate.Value.ReplaceLineEndings("\n      ")}}
            sealingSeed: { environment: {{SeedVariable}} }
            sealed: [{{secret}}]{{more}}

        """);

    /// <summary>Runs a command and gives back all that it said, none of it secret.</summary>
    private async Task<string> RunAsync(int code, params string[] args)
    {
        var run = await CliRun.RunAsync(_folder.Path, args);
        var said = run.Out + run.Error + run.SdkLine;
        Assert.True(run.Code == code, $"{string.Join(' ', args)}: {run.Code}\n{said}");
        AssertClean(said);
        return said;
    }

    private static void AssertClean(string text)
    {
        Assert.DoesNotContain(Marker, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Seed, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Marker)).TrimEnd('='), text, StringComparison.Ordinal);
    }
}
