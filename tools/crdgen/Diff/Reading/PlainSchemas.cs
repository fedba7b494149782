using Crdgen.Reading;

namespace Crdgen.Diff.Reading;

/// <summary>
/// Brings schemas into one form, so that a definition, an OpenAPI document and a table that say the same compare as the same: references are
/// followed, and of int-or-string only that remains. A reference to what it stands in is kept as a name.
/// </summary>
internal sealed class PlainSchemas(IReadOnlyDictionary<string, Schema> definitions)
{
    private readonly Dictionary<string, Schema> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public Schema Of(Schema schema)
    {
        if (schema.Ref is { } reference)
        {
            return Referenced(References.Target(reference));
        }

        var isIntOrString = schema.IntOrString;
        return schema with
        {
            Type = isIntOrString ? null : schema.Type,
            Format = isIntOrString || schema.Format is "" ? null : schema.Format,
            Properties = [.. schema.Properties.Select(property => KeyValuePair.Create(property.Key, Of(property.Value)))],
            Required = [.. schema.Required.Distinct(StringComparer.Ordinal)],
            Items = Of(schema.Items, Of),
            AdditionalProperties = Of(schema.AdditionalProperties, Of),
            OneOf = Choices(schema.OneOf, isIntOrString),
            AnyOf = Choices(schema.AnyOf, isIntOrString),
            AllOf = Choices(schema.AllOf, isIntOrString),
            Not = Of(schema.Not, Of),
        };
    }

    private static Schema? Of(Schema? schema, Func<Schema, Schema> plain) => schema is null ? null : plain(schema);

    /// <summary>That a value is an integer or a string is said once.</summary>
    private Schema[] Choices(IReadOnlyList<Schema> choices, bool isIntOrString) =>
        isIntOrString && choices.All(SaysTypesOnly) ? [] : [.. choices.Select(Of)];

    private static bool SaysTypesOnly(Schema choice) => choice is
    {
        Type: "integer" or "string" or null,
        Properties.Count: 0,
        Required.Count: 0,
        Enum.Count: 0,
        Bounds.Count: 0,
        OneOf.Count: 0,
        AllOf.Count: 0,
        Not: null,
        Format: null,
    } && choice.AnyOf.All(SaysTypesOnly) && (choice.Type is not null || choice.AnyOf.Count > 0);

    private Schema Referenced(string name)
    {
        if (_byName.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!_open.Add(name))
        {
            return new Schema { Ref = $"#/definitions/{name}" };
        }

        var schema = Of(definitions.GetValueOrDefault(name) ?? throw new SchemaException(name, "the document has no such definition"));
        _open.Remove(name);
        _byName.Add(name, schema);
        return schema;
    }
}
