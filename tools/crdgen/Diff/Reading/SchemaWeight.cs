using Crdgen.Reading;

namespace Crdgen.Diff.Reading;

/// <summary>Bounds what a table stands for when its references are written out, as the reader of YAML bounds aliases.</summary>
internal sealed class SchemaWeight
{
    private readonly Dictionary<Schema, long> _weights = new(ReferenceEqualityComparer.Instance);

    public static void Check(Schema schema)
    {
        if (new SchemaWeight().Of(schema) > DocumentBounds.MaximumValues)
        {
            throw new SchemaException("schema", $"holds more than {DocumentBounds.MaximumValues} schemas when its references are written out");
        }
    }

    private long Of(Schema schema)
    {
        if (_weights.TryGetValue(schema, out var known))
        {
            return known;
        }

        IEnumerable<Schema?> others = [schema.Items, schema.AdditionalProperties, schema.Not, .. schema.OneOf, .. schema.AnyOf, .. schema.AllOf];
        var weight = schema.Properties.Select(property => property.Value).Concat(others.OfType<Schema>())
            .Aggregate(1L, (sum, inside) => Math.Min(sum + Of(inside), int.MaxValue));
        _weights.Add(schema, weight);
        return weight;
    }
}
