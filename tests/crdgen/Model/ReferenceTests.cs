using Crdgen.Output;
using Crdgen.Planning;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Model;

/// <summary>Kinds of an OpenAPI document as custom resources: what contains itself is a class that refers to itself.</summary>
public class ReferenceTests
{
    private const string Document = """
        {
          "swagger": "2.0",
          "paths": { "/apis/trees.example.com/v1/trees/{name}": { "get": { "x-kubernetes-group-version-kind": { "group": "trees.example.com", "version": "v1", "kind": "Tree" } } } },
          "definitions": {
            "com.example.trees.v1.Tree": {
              "type": "object",
              "properties": {
                "metadata": { "$ref": "#/definitions/Meta" },
                "spec": { "$ref": "#/definitions/com.example.trees.v1.Node" },
                "status": { "$ref": "#/definitions/com.example.trees.v1.Node" }
              },
              "x-kubernetes-group-version-kind": [{ "group": "trees.example.com", "version": "v1", "kind": "Tree" }]
            },
            "com.example.trees.v1.Node": {
              "type": "object",
              "required": ["size"],
              "properties": {
                "name": { "type": "string" },
                "size": { "$ref": "#/definitions/Quantity" },
                "left": { "$ref": "#/definitions/com.example.trees.v1.Node" },
                "children": { "type": "array", "items": { "$ref": "#/definitions/com.example.trees.v1.Node" } },
                "byName": { "type": "object", "additionalProperties": { "$ref": "#/definitions/com.example.trees.v1.Node" } },
                "wrapped": { "allOf": [{ "$ref": "#/definitions/com.example.trees.v1.Node" }], "default": {} },
                "endless": { "$ref": "#/definitions/Lists" },
                "any": { "$ref": "#/definitions/JSON" }
              }
            },
            "Quantity": { "type": "string" },
            "Lists": { "type": "array", "items": { "$ref": "#/definitions/Lists" } },
            "JSON": { "description": "any value" },
            "Meta": { "type": "object", "properties": { "name": { "type": "string" } } }
          }
        }
        """;

    [Fact]
    public void A_definition_that_contains_itself_is_one_class_that_refers_to_itself()
    {
        var generation = From(Document);

        Assert.Empty(generation.Errors);
        var code = Assert.Single(generation.Files, file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Text;
        Assert.Single(code.Split('\n'), line => line.Contains("class TreeSpecArgs ", StringComparison.Ordinal));
        Assert.Contains("Input<TreeSpecArgs>? Left ", code, StringComparison.Ordinal);
        Assert.Contains("InputList<TreeSpecArgs> Children ", code, StringComparison.Ordinal);
        Assert.Contains("InputMap<TreeSpecArgs> ByName ", code, StringComparison.Ordinal);
        Assert.Contains("Input<object>? Any ", code, StringComparison.Ordinal);
        Assert.Contains("required global::Pulumi.Input<string> Size ", code, StringComparison.Ordinal);
        Assert.Contains("public readonly TreeSpec? Left;", code, StringComparison.Ordinal);
        Assert.DoesNotContain("class TreeStatus", code, StringComparison.Ordinal);
        Assert.Matches("Wrapped \\{ get; set; \\}", code);
    }

    [Fact]
    public void A_reference_to_nothing_is_one_error() =>
        Assert.Equal(
            "refers to '#/definitions/Missing', which the document does not have",
            Assert.Single(From(Document.Replace("definitions/Quantity", "definitions/Missing", StringComparison.Ordinal)).Errors).Message);

    private static Generation From(string document)
    {
        using var folder = new TemporaryFolder();
        folder.Write("api.json", document);
        var plan = new Plan { Namespace = "T", Types = "Generated", Schemas = [new PlannedSchema { File = "./api.json", Kinds = [new PlannedKind { Kind = "trees.example.com/v1/Tree" }] }] };
        return new Generator(plan, folder.Path, null).Run();
    }
}
