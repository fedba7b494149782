using FsCheck;
using FsCheck.Fluent;

namespace Crdgen.Tests.Diff;

/// <summary>Random definitions as YAML in flow style: few names and few values, so that two of them often meet in the same place.</summary>
public static class SchemaTexts
{
    private static readonly string[] OfText = ["minLength: 1", "maxLength: 9", "maxLength: 5", "pattern: a", "pattern: b", "enum: [a, b]", "enum: [b]", "format: uri", "format: mine", "default: a", "nullable: true"];
    private static readonly string[] OfNumbers = ["minimum: 1", "minimum: 2", "maximum: 9", "exclusiveMaximum: true", "multipleOf: 2", "multipleOf: 4", "format: int32", "enum: [1, 2]", "default: 1", "nullable: true"];
    private static readonly string[] OfLists = ["minItems: 1", "maxItems: 2", "uniqueItems: true", "x-kubernetes-list-type: set", "nullable: true"];
    private static readonly string[] OfObjects =
    [
        "required: [a]", "required: [a, b]", "minProperties: 1", "x-kubernetes-preserve-unknown-fields: true", "x-kubernetes-embedded-resource: true", "not: { required: [a, b] }",
        "oneOf: [{ required: [a] }, { required: [b] }]", "anyOf: [{ required: [a] }, { required: [c] }]", "allOf: [{ required: [c] }]", "x-kubernetes-validations: [{ rule: self.a }]",
        "x-kubernetes-validations: [{ rule: self.b }]",
    ];

    public static Arbitrary<SchemaText> Schemas() => Schema(3).Select(text => new SchemaText(text)).ToArbitrary();

    private static Gen<string> Schema(int depth)
    {
        var scalars = Gen.OneOf(
            With("type: string", OfText),
            With("type: integer", OfNumbers),
            With("type: number", OfNumbers),
            Gen.Constant("{ type: boolean }"),
            Gen.Constant("{ x-kubernetes-int-or-string: true }"),
            Gen.Constant("{ x-kubernetes-preserve-unknown-fields: true }"));
        return depth == 0 ? scalars : Gen.Frequency(
            (2, scalars),
            (1, Schema(depth - 1).SelectMany(items => With($"type: array, items: {items}", OfLists))),
            (1, Schema(depth - 1).SelectMany(values => With($"type: object, additionalProperties: {values}", ["maxProperties: 3", "nullable: true"]))),
            (3, Properties(depth - 1).SelectMany(properties => With($"type: object, properties: {{ {properties} }}", OfObjects))));
    }

    private static Gen<string> Properties(int depth) => Gen.SubListOf("a", "b", "c", "foo-bar", "fooBar")
        .SelectMany(names => Gen.CollectToList(names, name => Schema(depth).Select(schema => $"{name}: {schema}")))
        .Select(properties => string.Join(", ", properties));

    private static Gen<string> With(string type, string[] keywords) => Gen.SubListOf(keywords)
        .Select(chosen => $"{{ {string.Join(", ", chosen.Take(3).DistinctBy(keyword => keyword[..keyword.IndexOf(':', StringComparison.Ordinal)]).Prepend(type))} }}");
}
