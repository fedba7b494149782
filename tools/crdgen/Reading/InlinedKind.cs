namespace Crdgen.Reading;

/// <summary>
/// A kind of an OpenAPI document in the form that a CustomResourceDefinition has: every reference is replaced by what it names. Where a definition
/// contains itself, any value is accepted from the second time on.
/// </summary>
internal sealed class InlinedKind
{
    private const int MaximumSchemas = 1_000_000;

    private static readonly string[] Texts = ["Quantity", "Time", "MicroTime"];

    private readonly IReadOnlyDictionary<string, Schema> _definitions;
    private readonly Dictionary<string, (Schema Schema, int Size)> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _size;

    private InlinedKind(IReadOnlyDictionary<string, Schema> definitions) => _definitions = definitions;

    public static KindSchema Of(KindSchema kind, IReadOnlyDictionary<string, Schema> definitions)
    {
        var inlined = new InlinedKind(definitions);
        if (kind.Definition is { } name)
        {
            inlined._open.Add(name);
        }

        var properties = kind.Schema.Properties.Select(property => KeyValuePair.Create(
            property.Key,
            property.Key == "metadata" ? new Schema { Type = "object" } : inlined.Inline(property.Value)));
        return kind with { Schema = kind.Schema with { Properties = [.. properties] }, Definition = null };
    }

    private Schema Inline(Schema schema)
    {
        if (++_size > MaximumSchemas)
        {
            throw new SchemaException("", $"has more than {MaximumSchemas} schemas when its references are written out", schema.Line);
        }

        if (schema.Ref is { } reference)
        {
            return Definition(References.Target(reference));
        }

        return schema with
        {
            Properties = [.. schema.Properties.Select(property => KeyValuePair.Create(property.Key, Inline(property.Value)))],
            Items = Child(schema.Items),
            AdditionalProperties = Child(schema.AdditionalProperties),
            Not = Child(schema.Not),
            OneOf = [.. schema.OneOf.Select(Inline)],
            AnyOf = [.. schema.AnyOf.Select(Inline)],
            AllOf = [.. schema.AllOf.Select(Inline)],
        };
    }

    private Schema? Child(Schema? schema) => schema is null ? null : Inline(schema);

    private Schema Definition(string name)
    {
        var definition = _definitions.GetValueOrDefault(name) ?? throw new SchemaException(name, "the document has no such definition");
        if (Texts.Contains(name[(name.LastIndexOf('.') + 1)..], StringComparer.Ordinal))
        {
            return new Schema { Type = "string", Format = definition.Format };
        }

        if (_known.TryGetValue(name, out var known))
        {
            _size += known.Size;
            return known.Schema;
        }

        if (!_open.Add(name))
        {
            return new Schema { PreserveUnknownFields = true };
        }

        var before = _size;
        var schema = Inline(definition);
        _open.Remove(name);
        _known.Add(name, (schema, _size - before));
        return schema;
    }
}
