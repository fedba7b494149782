using Hardening.Preview;
using Hardening.RoundTrip.Imported;
using Hardening.RoundTrip.Support;
using Pulumi;
using YamlDotNet.RepresentationModel;

namespace Hardening.RoundTrip;

/// <summary>YAML to C# and back: what the imported program declares is what the manifests say, to the last number and empty list.</summary>
public class RoundTripTests
{
    [Fact]
    public Task Every_sample_comes_back() => HoldsAsync(Samples.Create, "Samples.cs", Files.Samples);

    [Fact]
    public Task Every_manifest_of_the_dev_stack_comes_back() => HoldsAsync(DevTree.Create, "DevTree.cs", Files.Tree("dev", "cluster"), Files.Tree("dev", "namespaces"));

    [Fact]
    public Task Every_manifest_of_the_prod_stack_comes_back() => HoldsAsync(ProdTree.Create, "ProdTree.cs", Files.Tree("prod", "cluster"), Files.Tree("prod", "namespaces"));

    [Fact]
    public Task Every_patch_of_the_dev_stack_comes_back() => HoldsAsync(DevPatches.Create, "DevPatches.cs", Files.Tree("dev", "patches"));

    [Fact]
    public Task Every_patch_of_the_prod_stack_comes_back() => HoldsAsync(ProdPatches.Create, "ProdPatches.cs", Files.Tree("prod", "patches"));

    [Fact]
    public async Task Patches_patch_and_create_nothing()
    {
        var captured = await ImportedStack.CaptureAsync(DevPatches.Create);

        Assert.All(captured.Resources.Where(resource => resource.IsManifest), resource => Assert.True(resource.IsPatch));
    }

    [Fact]
    public async Task The_validator_finds_nothing_wrong_with_any_sample()
    {
        var captured = await ImportedStack.CaptureAsync(Samples.Create, Files.SecretKeys("Samples.cs"));

        // A kind's samples of several versions are one object to a cluster.
        var errors = ManifestChecks.Check(captured).Where(finding => finding.Severity == FindingSeverity.Error && finding.Id != FindingIds.DuplicateObject);

        Assert.All(errors, error => Assert.Equal("", error.ToString()));
    }

    [Fact]
    public void No_value_of_a_Secret_is_in_the_imported_program()
    {
        var secrets = ManifestFiles.Read(Files.Samples).Where(manifest => manifest["kind"].ToString() == "Secret" && manifest["apiVersion"].ToString() == "v1").ToList();
        var values = secrets
            .SelectMany(secret => secret.Children.Where(child => child.Key.ToString() is "data" or "stringData"))
            .SelectMany(data => ((YamlMappingNode)data.Value).Children.Values)
            .Select(value => value.ToString());

        var text = Files.Text("Samples.cs");

        Assert.NotEmpty(secrets);
        Assert.All(values, value => Assert.DoesNotContain(value, text, StringComparison.Ordinal));
    }

    private static async Task HoldsAsync(Func<CustomResourceOptions?, IReadOnlyList<Resource>> create, string imported, params string[] folders)
    {
        var expected = ManifestFiles.Read(folders).Select(Leaves.Of).Order(StringComparer.Ordinal).ToList();
        var captured = await ImportedStack.CaptureAsync(create, Files.SecretKeys(imported));

        var actual = captured.Resources.Where(resource => resource.IsManifest).Select(Leaves.Of).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(expected);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(expected.Count, actual.Count);
    }
}
