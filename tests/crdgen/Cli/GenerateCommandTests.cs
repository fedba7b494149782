using Crdgen.Cli;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Cli;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Schema_files_without_a_plan_become_types_and_tables_in_the_output_folder()
    {
        var file = _folder.Write("in/thing.yaml", Crd.WithSpec("{ type: string }"));

        var run = Run([file]);

        Assert.Equal(new CommandRun(ExitCodes.Done, "out: 2 files, 2 changed.\n", ""), run);
        Assert.Equal(["in/thing.yaml", "out/Generated/Com/Example/Tests/V1/Thing.cs", "out/Schemas/tests.example.com/v1/Thing.json"], _folder.Files());
    }

    [Fact]
    public void A_second_run_changes_nothing()
    {
        var file = _folder.Write("in/thing.yaml", Crd.WithSpec("{ type: string }"));
        Run([file]);

        Assert.Equal("out: 2 files, 0 changed.\n", Run([file]).Output);
    }

    [Fact]
    public void A_folder_is_read_with_all_below_it()
    {
        _folder.Write("in/a/one.yaml", Crd.WithSpec("{ type: string }", "One"));
        _folder.Write("in/b/two.yml", Crd.WithSpec("{ type: string }", "Two"));
        _folder.Write("in/notes.txt", "not a schema");

        Assert.Equal("out: 4 files, 4 changed.\n", Run([Path.Combine(_folder.Path, "in")]).Output);
    }

    [Theory]
    [InlineData("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: things.tests.example.com, annotations: { a: b } }\n")]
    [InlineData("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: things.tests.example.com }\nspec: { conversion: { strategy: Webhook } }\n")]
    [InlineData("resources: [../bases/things.yaml]\npatches: [{ path: patch.yaml, target: { kind: CustomResourceDefinition } }]\n")]
    public void What_Kustomize_merges_into_the_definitions_of_a_folder_is_passed_over_there_and_refused_alone(string patch)
    {
        _folder.Write("in/bases/thing.yaml", Crd.WithSpec("{ type: string }"));
        var file = _folder.Write("in/patches/thing.yaml", patch);

        var whole = Run([Path.Combine(_folder.Path, "in")]);
        var alone = Run([file]);

        Assert.Equal((ExitCodes.Done, "out: 2 files, 2 changed.\n"), (whole.ExitCode, whole.Output));
        Assert.DoesNotContain("error:", whole.Errors, StringComparison.Ordinal);
        Assert.NotEqual(ExitCodes.Done, alone.ExitCode);
        Assert.Contains("error:", alone.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void One_broken_schema_is_one_diagnostic_and_the_others_are_written()
    {
        var good = _folder.Write("in/good.yaml", Crd.WithSpec("{ type: string }"));
        var bad = _folder.Write("in/bad.yaml", Crd.WithSpec("{ type: object, properties: { a: { type: strin } } }", "Bad"));

        var run = Run([bad, good]);

        Assert.Equal(ExitCodes.Findings, run.ExitCode);
        Assert.Equal($"error: {bad}:11: spec.a: the type 'strin' is not one of string, boolean, integer, number, array, object\n", run.Errors);
        Assert.Equal("out: 2 files, 2 changed.\n", run.Output);
    }

    [Fact]
    public void A_broken_definition_among_others_in_a_file_is_named_and_costs_the_others_nothing()
    {
        var bad = Crd.WithSpec("{ type: 1 }", "Bad").Replace("name: things.", "name: bads.", StringComparison.Ordinal);
        var file = _folder.Write("in/all.yaml", $"{bad}---\n{Crd.WithSpec("{ type: string }", "Good")}");

        var run = Run([file]);

        Assert.Equal(ExitCodes.Findings, run.ExitCode);
        Assert.Equal(
            $"error: {file}:11: bads.tests.example.com: spec.versions[0].schema.openAPIV3Schema.properties.spec.type: must be a string, is a number\n",
            run.Errors);
        Assert.Equal("out: 2 files, 2 changed.\n", run.Output);
    }

    [Fact]
    public void Two_kinds_that_would_be_one_type_are_refused()
    {
        _folder.Write("in/0.yaml", Crd.WithSpec("{ type: string }", group: "a.example.com"));
        _folder.Write("in/1.yaml", Crd.WithSpec("{ type: string }", group: "b.example.com"));
        _folder.Write(
            "out/crds.json",
            """
            {
              "namespace": "N", "types": "Generated", "groups": { "a.example.com": "Same", "b.example.com": "Same" },
              "schemas": [{ "file": "0.yaml" }, { "file": "1.yaml" }]
            }
            """);

        var run = RunPlan();

        Assert.Equal(ExitCodes.Findings, run.ExitCode);
        Assert.Equal("error: 1.yaml:11: b.example.com/v1/Thing: would be the same type as a.example.com/v1/Thing: give their groups different namespaces\n", run.Errors);
    }

    [Fact]
    public void A_file_whose_schema_broke_keeps_its_last_good_types()
    {
        var file = _folder.Write("in/thing.yaml", Crd.WithSpec("{ type: string }"));
        Run([file]);
        _folder.Write("in/thing.yaml", "spec: [");

        var run = Run([file]);

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Contains("out/Generated/Com/Example/Tests/V1/Thing.cs", _folder.Files(), StringComparer.Ordinal);
    }

    [Fact]
    public void Check_writes_nothing_and_names_what_is_missing_differs_or_is_left_over()
    {
        Plan(Crd.WithSpec("{ type: string }", "One"), Crd.WithSpec("{ type: string }", "Two"));
        RunPlan();
        Plan(Crd.WithSpec("{ type: integer }", "One"), Crd.WithSpec("{ type: string }", "Three"));
        var before = _folder.Files();

        var run = RunPlan(check: true);

        Assert.Equal(ExitCodes.Findings, run.ExitCode);
        Assert.Equal(before, _folder.Files());
        Assert.Equal(
            """
            drift: out/Generated/Com/Example/Tests/V1/One.cs: differs from what its schema gives
            drift: out/Generated/Com/Example/Tests/V1/Three.cs: is missing
            drift: out/Tables/tests.example.com/v1/One.json: differs from what its schema gives
            drift: out/Tables/tests.example.com/v1/Three.json: is missing
            drift: out/Generated/Com/Example/Tests/V1/Two.cs: is no longer generated
            drift: out/Tables/tests.example.com/v1/Two.json: is no longer generated

            """,
            run.Errors);
    }

    [Fact]
    public void What_a_plan_no_longer_gives_is_removed_and_what_somebody_else_wrote_stays()
    {
        Plan(Crd.WithSpec("{ type: string }", "One"), Crd.WithSpec("{ type: string }", "Two"));
        RunPlan();
        _folder.Write("out/Generated/Mine.cs", "// mine");
        _folder.Write("out/Tables/mine.json", "{}");
        Plan(Crd.WithSpec("{ type: string }", "Two"));

        RunPlan();

        Assert.Equal(
            [
                "in/0.yaml", "in/1.yaml", "out/Generated/Com/Example/Tests/V1/Two.cs", "out/Generated/Mine.cs",
                "out/Tables/mine.json", "out/Tables/tests.example.com/v1/Two.json", "out/crds.json",
            ],
            _folder.Files());
    }

    [Fact]
    public void Without_a_plan_the_types_of_an_earlier_run_stay()
    {
        Run([_folder.Write("in/one.yaml", Crd.WithSpec("{ type: string }", "One"))]);
        Run([_folder.Write("in/two.yaml", Crd.WithSpec("{ type: string }", "Two"))]);

        Assert.Contains("out/Generated/Com/Example/Tests/V1/One.cs", _folder.Files(), StringComparer.Ordinal);
        Assert.Contains("out/Generated/Com/Example/Tests/V1/Two.cs", _folder.Files(), StringComparer.Ordinal);
    }

    [Fact]
    public void Bad_input_writes_nothing_and_exits_with_2()
    {
        Assert.Equal(new CommandRun(ExitCodes.BadInput, "", "nowhere.yaml: does not exist\n"), Run(["nowhere.yaml"]));

        var file = _folder.Write("in/thing.yaml", Crd.WithSpec("{ type: string }"));
        Assert.Equal(
            new CommandRun(ExitCodes.BadInput, "", "Schema files need --output DIR, the project folder that gets the types.\n"),
            CommandRun.Of(new GenerateOptions([file], _folder.Path)));

        var plan = _folder.Write("crds.json", """{ "namespace": "N", "type": "Generated" }""");
        var run = CommandRun.Of(new GenerateOptions([plan], _folder.Path));
        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.StartsWith($"{plan}: The JSON property 'type' could not be mapped", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Upstream_schemas_without_their_folder_exit_with_3()
    {
        var plan = _folder.Write("crds.json", """{ "namespace": "N", "types": "Generated", "schemas": [{ "file": "thing.yaml" }] }""");

        var run = CommandRun.Of(new GenerateOptions([plan], _folder.Path));

        Assert.Equal(
            new CommandRun(
                ExitCodes.MissingEnvironment,
                "",
                "The plans name schema files of upstream releases: give the folder that holds them with --schemas DIR.\n"),
            run);
    }

    [Fact]
    public void A_schema_with_another_hash_than_the_plan_says_is_refused()
    {
        _folder.Write("schemas/thing.yaml", Crd.WithSpec("{ type: string }"));
        var plan = _folder.Write(
            "out/crds.json",
            """{ "namespace": "N", "types": "Generated", "schemas": [{ "file": "thing.yaml", "sha256": "00", "kinds": [{ "kind": "tests.example.com/v1/Thing" }] }] }""");

        var run = CommandRun.Of(new GenerateOptions([plan], _folder.Path, Path.Combine(_folder.Path, "schemas")));

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Matches(
            "^error: thing\\.yaml: has the SHA-256 [0-9a-f]{64}, the plan says 00; take the release that the plan names, or change the plan\n$",
            run.Errors);
    }

    [Fact]
    public void A_kind_that_the_file_does_not_have_is_named_with_those_it_has()
    {
        _folder.Write("schemas/thing.yaml", Crd.WithSpec("{ type: string }"));
        var plan = _folder.Write(
            "out/crds.json",
            """{ "namespace": "N", "types": "Generated", "schemas": [{ "file": "thing.yaml", "kinds": [{ "kind": "tests.example.com/v2/Thing" }] }] }""");

        var run = CommandRun.Of(new GenerateOptions([plan], _folder.Path, Path.Combine(_folder.Path, "schemas")));

        Assert.Equal("error: thing.yaml: tests.example.com/v2/Thing: is not in the file, which has tests.example.com/v1/Thing\n", run.Errors);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A plan over these schemas.</summary>
    private void Plan(params string[] schemas)
    {
        var files = schemas.Select((text, index) =>
        {
            _folder.Write($"in/{index}.yaml", text);
            return $$"""{ "file": "{{index}}.yaml" }""";
        });
        _folder.Write("out/crds.json", $$"""{ "namespace": "N", "types": "Generated", "tables": "Tables", "schemas": [{{string.Join(", ", files)}}] }""");
    }

    private CommandRun RunPlan(bool check = false) =>
        CommandRun.Of(new GenerateOptions([], _folder.Path, Path.Combine(_folder.Path, "in"), Check: check));

    private CommandRun Run(IReadOnlyList<string> inputs, bool check = false) =>
        CommandRun.Of(new GenerateOptions(inputs, _folder.Path, Output: Path.Combine(_folder.Path, "out"), Check: check) { WithoutProject = true });
}
