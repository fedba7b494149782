using Crdgen.Tests.Support;

namespace Crdgen.Tests.Diff;

/// <summary>What can be compared, and what is refused.</summary>
public class DiffInputTests
{
    [Fact]
    public void A_definition_and_the_table_made_of_it_are_the_same()
    {
        var run = DiffRun.Of(Path.Combine(Repository.Samples, "schemas", "widgets.yaml"), Path.Combine(Repository.Samples, "Tables", "samples.example.com", "v1", "Widget.json"));

        Assert.Equal(("", "No changes.\n", 0), (run.Errors, run.Output, run.ExitCode));
    }

    [Fact]
    public void Folders_compare_with_standard_input_and_a_folder_may_hold_other_files()
    {
        using var folder = new TemporaryFolder();
        folder.Write("deep/er/crd.yaml", Crd.WithSpec("{ type: object }"));
        folder.Write("values.yaml", "replicas: 1\n");

        var run = DiffRun.WithInput(Crd.WithSpec("{ type: object }"), folder.Path, "-");

        Assert.Equal(("", "No changes.\n", 0), (run.Errors, run.Output, run.ExitCode));
    }

    [Fact]
    public void A_json_list_of_definitions_is_read()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("list.json", """
            {"kind":"List","items":[{"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"things.tests.example.com"},"spec":{
            "group":"tests.example.com","names":{"kind":"Thing","plural":"things"},"scope":"Namespaced","versions":[{"name":"v1","served":true,"schema":{"openAPIV3Schema":{"type":"object",
            "properties":{"spec":{"type":"object"}}}}}]}}]}
            """);

        Assert.Equal("No changes.\n", DiffRun.Of(list, folder.Write("one.yaml", Crd.WithSpec("{ type: object }"))).Output);
    }

    [Fact]
    public void Built_in_kinds_compare_by_their_definitions()
    {
        using var folder = new TemporaryFolder();
        static string Document(string type) => """
            {"swagger":"2.0","paths":{"/apis/x.example.com/v1/namespaces/{namespace}/jobs/{name}":{"get":{"x-kubernetes-group-version-kind":{"group":"x.example.com","version":"v1","kind":"Job"}}}},
            "definitions":{"x.Job":{"properties":{"spec":{"$ref":"#/definitions/x.JobSpec"}},"x-kubernetes-group-version-kind":[{"group":"x.example.com","version":"v1","kind":"Job"}]},
            "x.JobSpec":{"properties":{"a":{"type":"TYPE"},"next":{"$ref":"#/definitions/x.JobSpec"}}}}}
            """.Replace("TYPE", type, StringComparison.Ordinal);

        var run = DiffRun.Of(folder.Write("old.json", Document("string")), folder.Write("new.json", Document("boolean")));

        Assert.Equal(["retyped breaks breaks spec.a type string → boolean"], run.Rows);
    }

    [Theory]
    [InlineData("absent.yaml", "old.yaml", "error: absent.yaml: Could not find file")]
    [InlineData("-", "-", "error: only one side can be standard input\n")]
    [InlineData("-", "old.yaml", "error: standard input: holds no CustomResourceDefinition, no schema table and no OpenAPI document\n")]
    public void What_cannot_be_read_is_bad_input(string old, string @new, string errors)
    {
        var run = DiffRun.Of(old, @new);

        Assert.StartsWith(errors, run.Errors, StringComparison.Ordinal);
        Assert.Equal(("", 2), (run.Output, run.ExitCode));
    }

    [Fact]
    public void Every_broken_schema_is_named_and_nothing_is_compared()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", Crd.WithSpec("{ type: 7 }"));
        folder.Write("b.yaml", Crd.WithSpec("{ properties: [] }", kind: "Other"));

        var run = DiffRun.Of(folder.Path, "old.yaml");

        Assert.Equal(("", 2), (run.Output, run.ExitCode));
        Assert.Equal(2, run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("a.yaml: things.tests.example.com: spec.versions[0].schema.openAPIV3Schema.properties.spec.type: must be a string, is a number", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_immense_when_its_references_are_written_out_is_refused()
    {
        using var folder = new TemporaryFolder();
        var definitions = string.Join(',', Enumerable.Range(0, 40).Select(static i => """
            "dFROM":{"type":"object","properties":{"a":{"$ref":"#/definitions/dTO"},"b":{"$ref":"#/definitions/dTO"}}}
            """.Replace("FROM", $"{i}", StringComparison.Ordinal).Replace("TO", $"{i + 1}", StringComparison.Ordinal)));
        var table = folder.Write("table.json", """
            {"apiVersion":"x.example.com/v1","kind":"X","scope":"Cluster","schema":{"$ref":"#/definitions/d0"},"definitions":{"d40":{"type":"string"},DEFINITIONS}}
            """.Replace("DEFINITIONS", definitions, StringComparison.Ordinal));

        var run = DiffRun.Of(table, "old.yaml");

        Assert.Contains("table.json: schema: holds more than 3000000 schemas when its references are written out", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }
}
