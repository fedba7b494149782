using Crdgen.Output;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Reading;

/// <summary>The forms that a definition comes in.</summary>
public class DefinitionTests
{
    [Theory]
    [InlineData("version: v1\n  validation: { openAPIV3Schema: SCHEMA }")]
    [InlineData("versions: [{ name: v1, served: true, storage: true }]\n  validation: { openAPIV3Schema: SCHEMA }")]
    [InlineData("versions: [{ name: v1, served: true, schema: { openAPIV3Schema: SCHEMA } }]")]
    public void A_definition_of_v1beta1_gives_the_same_types_with_a_warning(string spec)
    {
        const string Schema = "{ type: object, properties: { spec: { type: object, required: [a], properties: { a: { type: string } } } } }";
        var generation = Generate.From(
            $"apiVersion: apiextensions.k8s.io/v1beta1\nkind: CustomResourceDefinition\nmetadata: {{ name: things.tests.example.com }}\nspec:\n  group: tests.example.com\n"
            + $"  names: {{ kind: Thing, plural: things }}\n  scope: Namespaced\n  {spec.Replace("SCHEMA", Schema, StringComparison.Ordinal)}\n");

        Assert.Equal(
            new Diagnostic(
                "./0.yaml",
                "things.tests.example.com",
                "is a definition of apiextensions.k8s.io/v1beta1, which Kubernetes has not served since 1.22; its types are made all the same") { Line = 1 },
            Assert.Single(generation.Warnings));
        var expected = Generate.From(Crd.WithSpec("{ type: object, required: [a], properties: { a: { type: string } } }"));
        Assert.Equal(expected.Files, generation.Files);
    }

    [Fact]
    public void A_definition_of_v1beta1_without_a_schema_takes_any_object()
    {
        var generation = Generate.From(
            "apiVersion: apiextensions.k8s.io/v1beta1\nkind: CustomResourceDefinition\nspec: { group: tests.example.com, version: v1, names: { kind: Thing, plural: things } }\n");

        Assert.Empty(generation.Errors);
        Assert.Contains(generation.Files, file => file.Text.Contains("\"schema\":{\"type\":\"object\",\"x-kubernetes-preserve-unknown-fields\":true}", StringComparison.Ordinal));
    }

    [Fact]
    public void One_broken_version_costs_the_others_nothing()
    {
        var generation = Generate.From(Crd.WithSpec("{ type: string }") + "    - { name: v2, served: true, schema: { openAPIV3Schema: { type: 1 } } }\n");

        Assert.Equal(
            new Diagnostic("./0.yaml", "spec.versions[1].schema.openAPIV3Schema.type", "must be a string, is a number") { Line = 12 },
            Assert.Single(generation.Errors));
        Assert.Equal(2, generation.Files.Count);
    }

    [Theory]
    [InlineData("{{- if .Values.crds }}\n", 1)]
    [InlineData("# a chart\nmetadata: { labels: {{ include \"labels\" . }} }\n", 2)]
    public void A_template_says_how_to_render_it(string template, int line) =>
        Assert.Equal(
            new Diagnostic("./0.yaml", "", "holds {{ … }} of a template: render it first, as with helm template CHART --include-crds | crdgen - --output DIR") { Line = line },
            Generate.ErrorInLine(template + Crd.WithSpec("{ type: string }")));

    [Fact]
    public void A_template_in_a_text_says_so_too() =>
        Assert.Equal(
            new Diagnostic(
                "./0.yaml",
                "spec.group",
                "is not a valid name: '{{ .Values.group }}'; it holds {{ … }} of a template: render it first, as with helm template CHART --include-crds | crdgen - --output DIR") { Line = 5 },
            Generate.ErrorInLine(Crd.WithSpec("{ type: string }", group: "'{{ .Values.group }}'").Replace("name: things.'{{ .Values.group }}'", "name: x", StringComparison.Ordinal)));

    [Fact]
    public void Braces_in_texts_are_no_template() =>
        Assert.Empty(Generate.From(Crd.WithSpec("{ type: string, default: '{{ .Name }}' }")).Errors);

    [Fact]
    public void A_YAML_merge_key_gives_the_members_that_are_not_there()
    {
        const string Merged = "{ type: object, properties: { a: &a { type: string, maxLength: 3 }, b: { <<: *a, maxLength: 5 } } }";
        const string Written = "{ type: object, properties: { a: { type: string, maxLength: 3 }, b: { type: string, maxLength: 5 } } }";

        Assert.Equal(Generate.CSharp(Crd.WithSpec(Written)), Generate.CSharp(Crd.WithSpec(Merged)));
    }

    [Theory]
    [InlineData("../../etc", "v1", "Box")]
    [InlineData("a.b", "v1/../..", "Box")]
    [InlineData("a.b", "v1", "Bo/x")]
    public void Names_in_an_OpenAPI_document_that_are_no_names_are_refused(string group, string version, string kind)
    {
        var key = $$"""{ "group": "{{group}}", "version": "{{version}}", "kind": "{{kind}}" }""";
        var error = Generate.Error(
            $$"""
            { "swagger": "2.0", "paths": { "/x/boxes/{name}": { "get": { "x-kubernetes-group-version-kind": {{key}} } } },
              "definitions": { "x.{{kind}}": { "type": "object", "x-kubernetes-group-version-kind": [{{key}}] } } }
            """);

        Assert.StartsWith("is not a valid name: '", error.Message, StringComparison.Ordinal);
    }
}
