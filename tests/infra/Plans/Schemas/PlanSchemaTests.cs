using System.Text.Json.Nodes;
using Hardening.Infra.Commands;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.Plans.Schemas;
using Hardening.Infra.StackFiles;
using Hardening.Infra.Tests.Commands;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Plans.Schemas;

/// <summary>The schema says what the readers say, and editors find it.</summary>
public sealed class PlanSchemaTests
{
    private const string Unknown = "qqqqqqqqqqqq";

    public static TheoryData<string> StackFiles => [.. Directory.EnumerateFiles(TestFiles.Root, "Pulumi.*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task The_committed_schema_is_that_of_the_readers()
    {
        Snapshot.MatchesInRepository(PlanSchema.FileName, (await CliRun.RunAsync(TestFiles.Root, "schema")).Out);

        var run = await CliRun.RunAsync(TestFiles.Root, "schema", "--check", PlanSchema.FileName);
        Assert.Equal($"{PlanSchema.FileName} is up to date\n", run.Out);
        Assert.Equal(ExitCode.Done, run.Code);
    }

    [Fact]
    public async Task A_file_that_differs_or_is_missing_is_said_so()
    {
        using var folder = new TempFolder();
        folder.Write("old.json", "{}\n");

        var old = await CliRun.RunAsync(folder.Path, "schema", "--check", "old.json");
        Assert.Equal((ExitCode.Findings, "old.json is not the schema of this program; write it again: hardening schema > old.json\n"), (old.Code, old.Out));
        var missing = await CliRun.RunAsync(folder.Path, "schema", "--check", "none.json");
        Assert.Equal((ExitCode.Environment, "error: none.json does not exist; write it: hardening schema > none.json\n"), (missing.Code, missing.Error));
    }

    [Theory]
    [MemberData(nameof(StackFiles))]
    public void Every_stack_file_names_the_schema_and_fits_it(string file)
    {
        Assert.Equal($"# yaml-language-server: $schema={PlanSchema.FileName}", File.ReadLines(TestFiles.InRepository(file)).First());
        var sections = PlanSource.Of(StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository(file))).Sections;

        Assert.Empty(SchemaFiles.Validator.Validate(SchemaFiles.Document(sections)));
    }

    [Fact]
    public void At_every_place_the_schema_and_the_readers_know_the_same_keys()
    {
        var places = SchemaPlace.All();
        Assert.True(places.Count > 30, $"only {places.Count} places");
        Assert.Equal(PlanSections.All.Order(StringComparer.Ordinal), places.Select(place => place.Section).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var (section, place) in places)
        {
            var sections = new Dictionary<string, ConfigNode>(StringComparer.Ordinal) { [section] = place.Around(ConfigNode.Object([new(Unknown, ConfigNode.String("x"))])) };

            var refused = PlanReader.Read(new PlanSource(sections, new HashSet<string>())).Problems.Where(problem => problem.Path == $"{place.Path}.{Unknown}").ToList();

            var keys = string.Join(", ", place.Schema["properties"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
            Assert.True(refused.Count == 1, $"{place.Path}: the readers do not refuse an unknown key");
            Assert.Equal($"{place.Path} known here: {keys}", $"{place.Path} {refused[0].Fix}");
            Assert.Contains($"config.{place.Path}.{Unknown}: false", SchemaFiles.Validator.Validate(SchemaFiles.Document(sections)));
        }
    }

    [Fact]
    public void A_value_may_be_encrypted_where_the_readers_take_it_encrypted()
    {
        var encrypted = 0;
        foreach (var (section, place) in SchemaPlace.All())
        {
            foreach (var key in place.Schema["properties"]!.AsObject().Select(member => member.Key))
            {
                var sections = new Dictionary<string, ConfigNode>(StringComparer.Ordinal) { [section] = place.Around(ConfigNode.Object([new(key, ConfigNode.Secret())])) };

                var refused = PlanReader.Read(new PlanSource(sections, new HashSet<string>())).Problems.Any(problem => problem.Path == $"{place.Path}.{key}" && problem.Message.StartsWith("is encrypted", StringComparison.Ordinal));

                var marked = SchemaFiles.Validator.Validate(SchemaFiles.Document(sections)).Any(error => error.StartsWith($"config.{place.Path}.{key}:", StringComparison.Ordinal) || error.StartsWith($"config.{place.Path}.{key}.", StringComparison.Ordinal));
                Assert.True(refused == marked, $"{place.Path}.{key}: refused {refused}, marked {marked}");
                encrypted += refused ? 0 : 1;
            }
        }

        Assert.True(encrypted > 5, $"only {encrypted} values may be encrypted");
    }

    [Fact]
    public void Every_key_is_described()
    {
        var bare = SchemaPlace.All().SelectMany(item => item.Place.Schema["properties"]!.AsObject()
            .Where(member => member.Value!["description"] is not JsonValue)
            .Select(member => $"{item.Place.Path}.{member.Key}")).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(bare.Count == 0, $"name the type that describes these keys with Done<T>(), or add them to PlanTexts:\n{string.Join('\n', bare)}");
    }

    [Fact]
    public void Every_default_fits_its_own_key()
    {
        var defaults = SchemaPlace.All().SelectMany(item => item.Place.Schema["properties"]!.AsObject()).Where(member => member.Value!["default"] is not null).ToList();

        Assert.True(defaults.Count > 20, $"only {defaults.Count} defaults");
        Assert.All(defaults, member => Assert.Empty(new SchemaValidator(member.Value!.AsObject()).Validate(member.Value!["default"])));
    }

    [Theory]
    [InlineData("hardening:namespaces", "size", "Medium")]
    [InlineData("hardening:pinning", "digest", "Optional")]
    [InlineData("hardening:pinning", "policyName", "pinned-images")]
    [InlineData("hardening:cluster", "memoryOvercommit", "2")]
    [InlineData("hardening:cluster", "icmpRules", "true")]
    [InlineData("hardening:namespaces", "adopt", "false")]
    public void Defaults_are_those_of_the_arguments(string section, string key, string expected)
    {
        var member = SchemaPlace.All().First(item => item.Section == section && !item.Place.Path.Contains('.', StringComparison.Ordinal)).Place.Schema["properties"]![key]!;

        Assert.Equal(expected, member["default"]!.ToString());
    }

    [Fact]
    public void A_section_may_be_a_text_that_holds_it_and_another_section_is_refused()
    {
        var document = new JsonObject { ["config"] = new JsonObject { ["hardening:cluster"] = """{"kubernetesVersion":"1.34"}""", ["hardening:namespaces"] = "[]", ["aws:region"] = "eu-central-1" } };
        Assert.Empty(SchemaFiles.Validator.Validate(document));

        document["config"]!["hardening:clusters"] = new JsonObject();
        document["config"]!["hardening:cluster"] = "[]";
        Assert.Equal(["config.hardening:cluster: pattern", "config.hardening:clusters: false"], SchemaFiles.Validator.Validate(document));
    }
}
