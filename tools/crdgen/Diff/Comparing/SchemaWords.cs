using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>Values and the schemas of conditions in one line. Everything that a schema states is in it, in one order.</summary>
internal static class SchemaWords
{
    public static string Of(Node node) => node.Kind switch
    {
        NodeKind.Text => $"\"{node.Text}\"",
        NodeKind.Null => "null",
        NodeKind.List => $"[{string.Join(", ", node.Items.Select(Of))}]",
        NodeKind.Map => $"{{{string.Join(", ", node.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}: {Of(member.Value)}"))}}}",
        _ => node.Text,
    };

    public static string Of(Schema schema)
    {
        var words = new List<string?>
        {
            schema.Ref,
            schema.IntOrString ? "int-or-string" : schema.Type,
            Join("format ", schema.Format is null ? [] : [schema.Format]),
            schema.Nullable ? "nullable" : null,
            Join("required ", schema.Required),
            Join("enum ", schema.Enum.Select(Of).Order(StringComparer.Ordinal)),
            Join("", schema.Bounds.Select(bound => $"{bound.Key} {bound.Value.Text}")),
            Join("", schema.Properties.Select(property => $"{property.Key}: ({Of(property.Value)})")),
            schema.Items is null ? null : $"items ({Of(schema.Items)})",
            schema.AdditionalProperties is null ? null : $"values ({Of(schema.AdditionalProperties)})",
            schema.AdditionalPropertiesAllowed is null ? null : $"additionalProperties {(schema.AdditionalPropertiesAllowed.Value ? "true" : "false")}",
            schema.PreserveUnknownFields ? "free" : null,
            schema.EmbeddedResource ? "Kubernetes object" : null,
            Join("list type ", schema.ListType is null ? [] : [schema.ListType, .. schema.ListMapKeys]),
            schema.Default is null ? null : $"default {Of(schema.Default)}",
            Join("rule ", schema.Rules.Select(rule => rule.Rule).Order(StringComparer.Ordinal)),
            Choices("any of", schema.AnyOf),
            Choices("one of", schema.OneOf),
            Choices("all of", schema.AllOf),
            schema.Not is null ? null : $"not ({Of(schema.Not)})",
        };
        return string.Join("; ", words.OfType<string>());
    }

    private static string? Choices(string what, IReadOnlyList<Schema> schemas) =>
        schemas.Count == 0 ? null : $"{what} ({string.Join(" | ", schemas.Select(Of).Order(StringComparer.Ordinal))})";

    private static string? Join(string what, IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } joined ? what + joined : null;
}
