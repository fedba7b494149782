using Crdgen.Cli;
using Crdgen.Planning;
using Crdgen.Reading;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Cli;

/// <summary>The files in the repository are what their plans give. The samples beside this test are the generator's goldens.</summary>
public class CommittedFilesTests
{
    public static TheoryData<string> Plans()
    {
        var plans = new TheoryData<string> { "tests/crdgen/Samples/crds.json", "tests/crdgen/Wild/crds.json" };
        if (Directory.Exists(Repository.Schemas))
        {
            plans.Add("components/Pulumi.KubernetesCrds/crds.json");
            plans.Add("components/Hardening.Preview/crds.json");
            plans.Add("offline/Pulumi.Kubernetes/crds.json");
            plans.Add("tests/AllKinds/crds.json");
            plans.Add("tools/crdgen/Import/Kinds/crds.json");
        }

        return plans;
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_plan_gives_exactly_the_committed_files(string plan)
    {
        var run = CommandRun.Of(new GenerateOptions([Path.Combine(Repository.Root, plan)], Repository.Root, Repository.Schemas, Check: true));

        Assert.DoesNotContain("drift:", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("error:", run.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    [Theory]
    [InlineData("components/Pulumi.KubernetesCrds/crds.json")]
    [InlineData("components/Hardening.Preview/crds.json")]
    [InlineData("offline/Pulumi.Kubernetes/crds.json")]
    [InlineData("tests/AllKinds/crds.json")]
    [InlineData("tools/crdgen/Import/Kinds/crds.json")]
    public void A_plan_names_project_release_path_and_hash_of_every_schema_and_the_kinds_it_takes(string plan)
    {
        var schemas = PlanFile.Read(Path.Combine(Repository.Root, plan)).Schemas;

        Assert.NotEmpty(schemas);
        Assert.All(schemas, schema =>
        {
            Assert.NotEmpty(schema.Project);
            Assert.NotEmpty(schema.Release);
            Assert.NotEmpty(schema.Path);
            Assert.Matches("^[0-9a-f]{64}$", schema.Sha256);
            Assert.NotEmpty(schema.Kinds);
        });
    }

    [Fact]
    public void Every_version_of_every_kind_of_the_schemas_is_generated_by_one_of_two_plans()
    {
        if (!Directory.Exists(Repository.Schemas))
        {
            return;
        }

        var planned = new[] { "components/Pulumi.KubernetesCrds/crds.json", "tests/AllKinds/crds.json" }
            .SelectMany(plan => PlanFile.Read(Path.Combine(Repository.Root, plan)).Schemas)
            .Where(schema => !schema.File.StartsWith("./", StringComparison.Ordinal))
            .SelectMany(schema => schema.Kinds.Select(kind => kind.Kind));
        var there = Directory.GetFiles(Repository.Schemas, "*.yaml", SearchOption.AllDirectories)
            .SelectMany(file => CustomResourceDefinitions.Find(SchemaFile.Read(SchemaFile.Load(file))))
            .SelectMany(definition => CustomResourceDefinitions.Read(definition))
            .Select(kind => $"{kind.ApiVersion}/{kind.Kind}");

        Assert.Equal(there.Order(StringComparer.Ordinal), planned.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_prose_of_a_schema_is_repeated()
    {
        Assert.Contains("prose", File.ReadAllText(Path.Combine(Repository.Samples, "schemas", "widgets.yaml")), StringComparison.Ordinal);

        foreach (var folder in new[] { "Generated", "Tables" })
        {
            var files = Directory.GetFiles(Path.Combine(Repository.Samples, folder), "*", SearchOption.AllDirectories);
            Assert.NotEmpty(files);
            Assert.All(files, file => Assert.DoesNotContain("prose", File.ReadAllText(file), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Without_an_input_every_plan_below_the_folder_is_carried_out()
    {
        var run = CommandRun.Of(new GenerateOptions([], Path.Combine(Repository.Root, "tests", "crdgen"), Check: true));

        Assert.Matches(@"^Samples: [0-9]+ files compared, 0 differ\.\nWild: [0-9]+ files compared, 0 differ\.\n$", run.Output);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }
}
