using Hardening.Infra.Commands;
using Hardening.Infra.Tests.Commands;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hardening.Primitives;

namespace Hardening.Infra.Tests.Renovate;

/// <summary>The expressions of <c>renovate.json</c> find every version that Renovate's own managers do not, in the files as they are.</summary>
public sealed class RenovateTests
{
    private static readonly IReadOnlyList<RenovateManager> Managers = RenovateManager.Load();

    public static TheoryData<string> Descriptions => [.. Managers.Select(manager => manager.Description)];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Every_manager_finds_versions_in_this_repository(string description)
    {
        var manager = Managers.Single(manager => manager.Description == description);

        var found = manager.FilesIn(TestFiles.Root).SelectMany(path => manager.Find(File.ReadAllText(TestFiles.InRepository(path)))).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, item =>
        {
            Assert.Contains(item.Datasource, new[] { "nuget", "github-releases", "github-tags", "docker" });
            Assert.Matches(item.Datasource switch { "nuget" => "^[A-Za-z.]+$", "docker" => "^[a-z0-9.-]+(/[a-z0-9-]+)+$", _ => "^[a-z-]+/[A-Za-z-]+$" }, item.Name);
            Assert.True(item.Datasource == "docker" || SemanticVersion.TryParse(item.Version.TrimStart('v'), out _, out _), item.Version);
        });
    }

    [Fact]
    public void The_versions_of_the_official_packages_are_followed()
    {
        var text = File.ReadAllText(TestFiles.InRepository("eng", "PulumiVersions.props"));
        var properties = XDocument.Parse(text).Descendants("PropertyGroup").Elements().Select(property => property.Value);

        Assert.Equal(properties, Find("eng/PulumiVersions.props").Select(item => item.Version));
        Assert.Equal(["Pulumi", "Pulumi.Kubernetes"], Find("eng/PulumiVersions.props").Select(item => item.Name));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Every_version_that_a_plan_states_of_its_cluster_is_followed(string stack)
    {
        var lines = File.ReadAllLines(TestFiles.InRepository($"Pulumi.{stack}.yaml"));
        var stated = lines.Select(line => Regex.Match(line, "^ +[a-zA-Z]+Version: \"(?<version>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1))).Where(match => match.Success).Select(match => match.Groups["version"].Value);

        var found = Find($"Pulumi.{stack}.yaml").Where(item => item.Datasource != "docker").ToList();
        Assert.Equal(stated, found.Select(item => item.Version));
        Assert.Equal(["kubernetes/kubernetes", "kyverno/kyverno", "cilium/cilium", "cert-manager/cert-manager", "stakater/Reloader"], found.Select(item => item.Name));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Every_image_of_a_plan_is_followed(string stack)
    {
        var plan = PlanFile.Read(new PlanRequest(stack, null, null), new Terminal(TextWriter.Null, TextWriter.Null, TestFiles.Root, Colours: false, CliRun.Today)).Result.Plan;
        var images = plan.Namespaces.SelectMany(space => space.Images).SelectMany(pod => pod.Images).ToList();

        Assert.NotEmpty(images);
        Assert.Equal(images, Find($"Pulumi.{stack}.yaml").Where(item => item.Datasource == "docker").Select(item => $"{item.Name}:{item.Version}"));
    }

    [Fact]
    public void What_lies_below_tests_is_followed_too()
    {
        // Unless the file says otherwise, config:recommended leaves out every folder of that name.
        using var json = JsonDocument.Parse(File.ReadAllText(TestFiles.InRepository("renovate.json")));
        var ignored = json.RootElement.GetProperty("ignorePaths").EnumerateArray().Select(path => path.GetString()!).ToList();
        var packages = new[] { "cel", "schema", "workflows" }.Select(folder => $"tests/{folder}/package.json").ToList();

        Assert.All(packages, package => Assert.True(File.Exists(TestFiles.InRepository(package.Split('/'))), package));
        Assert.DoesNotContain(packages.Concat(Managers.SelectMany(manager => manager.FilesIn(TestFiles.Root))), file => ignored.Exists(path => Glob.Covers(path, file) || Glob.Covers(path, "/" + file)));
    }

    [Fact]
    public void Every_release_of_a_schema_is_followed_once_under_its_projects_name()
    {
        var files = Managers.SelectMany(manager => manager.FilesIn(TestFiles.Root)).Where(path => path.EndsWith("crds.json", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(files.Count >= 3, string.Join(", ", files));

        foreach (var file in files)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(TestFiles.InRepository(file)));
            var stated = json.RootElement.GetProperty("schemas").EnumerateArray().Where(schema => schema.TryGetProperty("release", out _))
                .Select(schema => (Project: schema.GetProperty("project").GetString()!, Release: schema.GetProperty("release").GetString()!))
                .Order().ToList();
            var found = Find(file).Select(item => (item.Name, item.Version)).Order().ToList();

            Assert.Equal(stated.Count, found.Count);
            Assert.All(stated.Zip(found), pair =>
            {
                Assert.StartsWith(pair.Second.Name, pair.First.Project, StringComparison.Ordinal);
                Assert.Contains(pair.Second.Version, pair.First.Release, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void Every_other_package_has_a_literal_version_that_Renovates_own_manager_reads()
    {
        var versions = XDocument.Load(TestFiles.InRepository("Directory.Packages.props")).Descendants()
            .Where(element => element.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
            .ToDictionary(element => element.Attribute("Include")!.Value, element => element.Attribute("Version")!.Value, StringComparer.Ordinal);

        Assert.NotEmpty(versions);
        Assert.All(versions.Where(package => package.Key is not ("Pulumi" or "Pulumi.Kubernetes")), package => Assert.True(SemanticVersion.TryParse(package.Value, out _, out _), package.ToString()));
    }

    /// <summary>What all managers find in a file.</summary>
    private static IEnumerable<(string Datasource, string Name, string Version)> Find(string path) =>
        Managers.Where(manager => manager.FilesIn(TestFiles.Root).Contains(path, StringComparer.Ordinal)).SelectMany(manager => manager.Find(File.ReadAllText(TestFiles.InRepository(path))));
}
