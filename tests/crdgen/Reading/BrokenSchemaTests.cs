using Crdgen.Output;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Reading;

public class BrokenSchemaTests
{
    private const string Spec = "spec.versions[0].schema.openAPIV3Schema.properties.spec";

    [Theory]
    [InlineData("text", "", "must be a map, is a string")]
    [InlineData("{ type: 1 }", ".type", "must be a string, is a number")]
    [InlineData("{ type: object, properties: [a] }", ".properties", "must be a map, is a list")]
    [InlineData("{ type: object, required: a }", ".required", "must be a list, is a string")]
    [InlineData("{ type: object, required: [1] }", ".required[0]", "must be a string, is a number")]
    [InlineData("{ type: array, items: [a] }", ".items", "must be a map, is a list")]
    [InlineData("{ type: string, maxLength: many }", ".maxLength", "must be a number, is a string")]
    [InlineData("{ type: object, x-kubernetes-validations: [{ message: m }] }", ".x-kubernetes-validations[0]", "has no rule")]
    [InlineData("{ type: object, properties: { a: { oneOf: [1] } } }", ".properties.a.oneOf[0]", "must be a map, is a number")]
    public void A_keyword_of_the_wrong_type_is_named_with_its_path(string schema, string path, string message) =>
        Assert.Equal(new Diagnostic("./0.yaml", Spec + path, message), Generate.Error(Crd.WithSpec(schema)));

    [Fact]
    public void A_reference_in_a_definition_is_refused() =>
        Assert.Equal(
            new Diagnostic("./0.yaml", "spec.a", "refers to '#/definitions/b'; a CustomResourceDefinition may not use $ref"),
            Generate.Error(Crd.WithSpec("{ type: object, properties: { a: { $ref: '#/definitions/b' } } }")));

    [Fact]
    public void Another_version_of_the_definition_itself_is_refused()
    {
        var text = Crd.WithSpec("{ type: string }").Replace("apiextensions.k8s.io/v1\n", "apiextensions.k8s.io/v2\n", StringComparison.Ordinal);

        Assert.Equal(
            new Diagnostic("./0.yaml", "apiVersion", "must be apiextensions.k8s.io/v1, is 'apiextensions.k8s.io/v2'") { Line = 1 },
            Generate.ErrorInLine(text));
    }
}
