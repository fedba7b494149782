using Crdgen.Output;
using Crdgen.Planning;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Reading;

/// <summary>Kinds of a Kubernetes OpenAPI v2 document.</summary>
public class OpenApiTests
{
    private const string Paths =
        """
        "/api/v1/namespaces/{namespace}/things/{name}": { "get": { "x-kubernetes-group-version-kind": { "group": "", "version": "v1", "kind": "Thing" } } }
        """;

    [Fact]
    public void A_kind_becomes_a_resource_with_args_outputs_and_a_closed_table()
    {
        var generation = Run(
            """
            "io.k8s.api.core.v1.Thing": {
              "type": "object",
              "properties": {
                "apiVersion": { "type": "string" }, "kind": { "type": "string" },
                "spec": { "$ref": "#/definitions/io.k8s.api.core.v1.ThingSpec" }, "status": { "type": "object" }
              },
              "x-kubernetes-group-version-kind": [{ "group": "", "version": "v1", "kind": "Thing" }]
            },
            "io.k8s.api.core.v1.ThingSpec": {
              "type": "object",
              "required": ["size"],
              "properties": {
                "children": { "type": "array", "items": { "$ref": "#/definitions/io.k8s.api.core.v1.ThingSpec" } },
                "size": { "$ref": "#/definitions/io.k8s.apimachinery.pkg.api.resource.Quantity" },
                "thingSpec": { "type": "string", "format": "int-or-string" }
              }
            },
            "io.k8s.apimachinery.pkg.api.resource.Quantity": { "type": "string" }
            """);

        Assert.Empty(generation.Errors);
        Assert.Equal(
            "Generated/Core/V1/Thing.cs Generated/Types/Inputs/Core.V1.cs Generated/Types/Outputs/Core.V1.cs Tables/v1/Thing.json",
            string.Join(' ', generation.Files.Select(file => file.Path)));
        Assert.Contains("[global::K.KubernetesResourceType(\"kubernetes:core/v1:Thing\")]", Text(generation, 0), StringComparison.Ordinal);
        Assert.Contains("[global::Pulumi.Input(\"size\", required: true)] public global::Pulumi.Input<string> Size", Text(generation, 1), StringComparison.Ordinal);
        Assert.Contains("public global::Pulumi.InputUnion<int, string>? ThingSpecValue", Text(generation, 1), StringComparison.Ordinal);
        Assert.DoesNotContain("\"status\"", Text(generation, 1), StringComparison.Ordinal);
        Assert.Contains("public readonly global::Pulumi.Union<int, string> ThingSpecValue;", Text(generation, 2), StringComparison.Ordinal);
        Assert.Equal(
            """
            {"apiVersion":"v1","kind":"Thing","plural":"things","scope":"Namespaced","schema":{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"spec":{"$ref":"#/definitions/core.v1.ThingSpec"},"status":{"type":"object"}}},"definitions":{"core.v1.ThingSpec":{"type":"object","required":["size"],"properties":{"children":{"type":"array","items":{"$ref":"#/definitions/core.v1.ThingSpec"}},"size":{"format":"quantity","anyOf":[{"type":"string"},{"type":"number"}]},"thingSpec":{"x-kubernetes-int-or-string":true}}}}}

            """,
            Text(generation, 3));
    }

    [Theory]
    [InlineData("\"a.b.A\": { \"$ref\": \"#/definitions/a.b.A\" }", "definitions.a.b.A", "is a reference that leads back to itself")]
    [InlineData("\"a.b.A\": { \"$ref\": \"#/definitions/a.b.B\" }, \"a.b.B\": { \"$ref\": \"#/definitions/a.b.A\" }", "definitions.a.b.A", "is a reference that leads back to itself")]
    [InlineData("\"a.b.A\": { \"$ref\": \"elsewhere\" }", "$ref", "must be #/definitions/ and a name, is 'elsewhere'")]
    [InlineData("\"a.b.A\": { \"type\": \"object\" }", "v1/Thing", "the document has no such kind")]
    public void A_broken_document_is_one_diagnostic(string definitions, string path, string message)
    {
        var generation = Run(definitions);

        Assert.Empty(generation.Files);
        Assert.Equal(new Diagnostic("./swagger.json", path, message), Assert.Single(generation.Errors) with { Line = 0 });
    }

    private static string Text(Generation generation, int file) => generation.Files[file].Text;

    private static Generation Run(string definitions)
    {
        using var folder = new TemporaryFolder();
        folder.Write("swagger.json", $$"""{ "swagger": "2.0", "paths": { {{Paths}} }, "definitions": { {{definitions}} } }""");
        var plan = new Plan
        {
            Namespace = "K",
            Types = "Generated",
            Tables = "Tables",
            PackageVersion = "1.2.3",
            Groups = new Dictionary<string, string>(StringComparer.Ordinal) { ["io.k8s.api.core"] = "Core" },
            Schemas = [new PlannedSchema { File = "./swagger.json", Kinds = [new PlannedKind { Kind = "v1/Thing" }] }],
        };
        return new Generator(plan, folder.Path, null).Run();
    }
}
