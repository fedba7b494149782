using Crdgen.Cli;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Cli;

/// <summary>What can be given without a plan.</summary>
public sealed class InputTests : IDisposable
{
    private const string OpenApi =
        """
        {
          "swagger": "2.0",
          "paths": {
            "/apis/example.com/v1/namespaces/{namespace}/boxes/{name}": { "get": { "x-kubernetes-group-version-kind": { "group": "example.com", "version": "v1", "kind": "Box" } } },
            "/apis/example.com/v1/crates/{name}": { "get": { "x-kubernetes-group-version-kind": { "group": "example.com", "version": "v1", "kind": "Crate" } } }
          },
          "definitions": {
            "com.example.v1.Box": {
              "type": "object",
              "properties": {
                "apiVersion": { "type": "string" }, "kind": { "type": "string" },
                "metadata": { "$ref": "#/definitions/com.example.v1.Meta" },
                "spec": { "$ref": "#/definitions/com.example.v1.BoxSpec" }
              },
              "x-kubernetes-group-version-kind": [{ "group": "example.com", "version": "v1", "kind": "Box" }]
            },
            "com.example.v1.BoxSpec": {
              "type": "object",
              "required": ["size"],
              "properties": {
                "size": { "$ref": "#/definitions/com.example.Quantity" },
                "inside": { "type": "array", "items": { "$ref": "#/definitions/com.example.v1.BoxSpec" } }
              }
            },
            "com.example.v1.Meta": { "type": "object", "properties": { "name": { "type": "string" } } },
            "com.example.Quantity": { "type": "string" },
            "com.example.v1.Crate": { "type": "object", "x-kubernetes-group-version-kind": [{ "group": "example.com", "version": "v1", "kind": "Crate" }] }
          }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Standard_input_is_read_in_every_form_that_kubectl_prints()
    {
        var one = Crd.WithSpec("{ type: string }", "One");
        var two = Crd.WithSpec("{ type: string }", "Two");
        var list = $"apiVersion: v1\nitems:\n{Item(one)}{Item(two)}kind: List\nmetadata: {{ resourceVersion: '' }}\n";
        var json = $"{{ \"apiVersion\": \"v1\", \"items\": [{Json("One")}, {Json("Two")}], \"kind\": \"List\" }}";
        string[] forms = [$"{one}---\n{two}", list, json, $"{Json("One")}\n{Json("Two")}", $"{Json("One")}\n---\n{two}", list.Replace("\n", "\r\n", StringComparison.Ordinal)];

        foreach (var form in forms)
        {
            using var folder = new TemporaryFolder();
            var run = CommandRun.Of(Options(folder, "-"), form);

            Assert.Equal(new CommandRun(ExitCodes.Done, "out: 4 files, 4 changed.\n", ""), run);
            Assert.Equal(
                [
                    "out/Generated/Com/Example/Tests/V1/One.cs", "out/Generated/Com/Example/Tests/V1/Two.cs",
                    "out/Schemas/tests.example.com/v1/One.json", "out/Schemas/tests.example.com/v1/Two.json",
                ],
                folder.Files());
        }
    }

    [Fact]
    public void Other_files_in_a_folder_are_passed_over_and_said()
    {
        _folder.Write("in/crd.yaml", Crd.WithSpec("{ type: string }"));
        _folder.Write("in/kustomization.yaml", "resources: [crd.yaml]\n");
        _folder.Write("in/values.yaml", "installCRDs: {{ broken");
        _folder.Write("in/openapi.json", OpenApi);

        var run = CommandRun.Of(Options(_folder, "in"));

        Assert.Equal(
            new CommandRun(
                ExitCodes.Done,
                "out: 2 files, 2 changed.\n",
                "note: 3 files hold no CustomResourceDefinition: in/kustomization.yaml, in/openapi.json, in/values.yaml\n"),
            run);
    }

    [Fact]
    public void A_folder_without_any_definition_is_bad_input()
    {
        _folder.Write("in/values.yaml", "a: 1\n");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));

        Assert.Equal(new CommandRun(ExitCodes.BadInput, "", "error: in: none of its 1 files holds a CustomResourceDefinition\n"), CommandRun.Of(Options(_folder, "in")));
        Assert.Equal(new CommandRun(ExitCodes.BadInput, "", "empty: holds no .yaml, .yml or .json file\n"), CommandRun.Of(Options(_folder, "empty")));
    }

    [Fact]
    public void A_named_file_without_a_definition_says_what_it_has_instead()
    {
        _folder.Write("in.yaml", "kind: Service\n---\nkind: Deployment\n");

        Assert.Equal(
            new CommandRun(ExitCodes.BadInput, "", "error: in.yaml: holds no CustomResourceDefinition but Deployment, Service\n"),
            CommandRun.Of(Options(_folder, "in.yaml")));
    }

    [Fact]
    public void An_OpenAPI_document_says_which_kinds_it_has_and_how_to_choose()
    {
        _folder.Write("openapi.json", OpenApi);

        Assert.Equal(
            new CommandRun(
                ExitCodes.BadInput,
                "",
                "error: openapi.json: is an OpenAPI document with 2 kinds; choose some with --kind, such as --kind 'apps/v1/*' or --kind v1/ConfigMap. It has example.com/v1 (2)\n"),
            CommandRun.Of(Options(_folder, "openapi.json")));
    }

    [Theory]
    [InlineData("example.com/v1/Box")]
    [InlineData("Box")]
    [InlineData("example.com/*x")]
    public void Kinds_of_an_OpenAPI_document_become_types_as_custom_resources_do(string kind)
    {
        _folder.Write("openapi.json", OpenApi);

        var run = CommandRun.Of(Options(_folder, "openapi.json") with { Kinds = [kind] });

        Assert.Equal(new CommandRun(ExitCodes.Done, "out: 2 files, 2 changed.\n", ""), run);
        var code = File.ReadAllText(Path.Combine(_folder.Path, "out/Generated/Com/Example/V1/Box.cs"));
        Assert.Contains("public required global::Pulumi.Input<string> Size", code, StringComparison.Ordinal);
        Assert.Contains("public sealed partial class BoxSpecArgs", code, StringComparison.Ordinal);
        Assert.StartsWith(
            """{"apiVersion":"example.com/v1","kind":"Box","plural":"boxes","scope":"Namespaced",""",
            File.ReadAllText(Path.Combine(_folder.Path, "out/Schemas/example.com/v1/Box.json")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_nothing_has_is_bad_input_and_nothing_is_written()
    {
        _folder.Write("in.yaml", Crd.WithSpec("{ type: string }"));

        var run = CommandRun.Of(Options(_folder, "in.yaml") with { Kinds = ["Thing", "tests.example.com/v2/*"] });

        Assert.Equal(
            new CommandRun(ExitCodes.BadInput, "", "error: --kind tests.example.com/v2/*: matches no kind: there are tests.example.com/v1/Thing\n"),
            run);
        Assert.Equal(["in.yaml"], _folder.Files());
    }

    [Fact]
    public void Versions_that_are_not_served_are_left_out_unless_named_or_all_are_asked_for()
    {
        _folder.Write("in.yaml", Crd.WithSpec("{ type: string }") + "    - { name: v2, served: false, schema: { openAPIV3Schema: { type: object } } }\n");

        Assert.Equal("out: 2 files, 2 changed.\n", CommandRun.Of(Options(_folder, "in.yaml")).Output);
        Assert.Equal("out: 2 files, 0 changed.\n", CommandRun.Of(Options(_folder, "in.yaml") with { Kinds = ["Thing"] }).Output);
        Assert.Equal("out: 2 files, 2 changed.\n", CommandRun.Of(Options(_folder, "in.yaml") with { Kinds = ["tests.example.com/v2/Thing"] }).Output);
        Assert.Equal("out: 4 files, 0 changed.\n", CommandRun.Of(Options(_folder, "in.yaml") with { AllVersions = true }).Output);
    }

    [Fact]
    public void A_group_gets_the_namespace_that_it_is_given()
    {
        _folder.Write("in.yaml", Crd.WithSpec("{ type: string }"));

        CommandRun.Of(Options(_folder, "in.yaml") with { Groups = ["tests.example.com=Tests.Mine"], Namespace = "My.Crds" });

        Assert.Contains("namespace My.Crds.Tests.Mine.V1", File.ReadAllText(Path.Combine(_folder.Path, "out/Generated/Tests/Mine/V1/Thing.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_that_meet_in_one_namespace_are_reported()
    {
        _folder.Write("b.yaml", Crd.WithSpec("{ type: string }", "Two", "x-1.example.com"));
        _folder.Write("a.yaml", Crd.WithSpec("{ type: string }", "One", "x1.example.com"));

        Assert.Equal(
            "warning: a.yaml: Crds.Com.Example.X1.V1: the groups x-1.example.com and x1.example.com share this namespace; "
                + "--group x1.example.com=Name, or groups in the plan, keeps them apart\n",
            CommandRun.Of(Options(_folder, "a.yaml", "b.yaml")).Errors);
    }

    [Fact]
    public void Everything_wrong_with_the_command_line_is_said_at_once()
    {
        var run = CommandRun.Of(new GenerateOptions(["nowhere.yaml", "gone"], _folder.Path, Namespace: "My.class")
        {
            Groups = ["cilium.io", "a.b=../../Evil"],
            Context = "prod",
        });

        Assert.Equal(
            new CommandRun(
                ExitCodes.BadInput,
                "",
                """
                nowhere.yaml: does not exist
                gone: does not exist
                Schema files need --output DIR, the project folder that gets the types.
                --context and --kubeconfig say which cluster --cluster reads: add --cluster.
                --group cilium.io: must be group=Name, such as cilium.io=Cilium
                --namespace My.class: must be a C# namespace, such as My.Crds, without C# keywords
                --group a.b=../../Evil: must be a C# namespace, such as My.Crds, without C# keywords

                """),
            run);
    }

    [Theory]
    [InlineData("""{ "namespace": "N; class X {}", "types": "Generated" }""", "namespace N; class X {}: must be a C# namespace, such as My.Crds, without C# keywords")]
    [InlineData("""{ "namespace": "N", "types": "../Elsewhere" }""", "types ../Elsewhere: must be below the plan's folder")]
    [InlineData("""{ "tables": "/tmp" }""", "tables /tmp: must be below the plan's folder")]
    [InlineData("""{ "namespace": "N", "types": "T", "groups": { "a.b": "int" } }""", "group a.b=int: must be a C# namespace, such as My.Crds, without C# keywords")]
    public void A_plan_names_neither_folders_elsewhere_nor_what_is_no_namespace(string plan, string message)
    {
        var file = _folder.Write("crds.json", plan);

        Assert.Equal(new CommandRun(ExitCodes.BadInput, "", $"{file}: {message}\n"), CommandRun.Of(new GenerateOptions([file], _folder.Path)));
    }

    [Fact]
    public void An_unknown_option_is_bad_input() =>
        Assert.Equal(new CommandRun(ExitCodes.BadInput, "", "--chek: is no option of crdgen; crdgen --help lists them\n"), CommandRun.Of(_folder.Path, "--output", "out", "--chek"));

    public void Dispose() => _folder.Dispose();

    private static GenerateOptions Options(TemporaryFolder folder, params string[] inputs) =>
        new(inputs, folder.Path, Output: "out") { WithoutProject = true };

    private static string Item(string definition) => "- " + definition.TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal) + "\n";

    private static string Json(string kind) =>
        $$$"""
        { "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "spec": {
            "group": "tests.example.com", "names": { "kind": "{{{kind}}}", "plural": "things" }, "scope": "Namespaced",
            "versions": [{ "name": "v1", "served": true, "schema": { "openAPIV3Schema": { "type": "object", "properties": { "spec": { "type": "string" } } } } }] } }
        """;
}
