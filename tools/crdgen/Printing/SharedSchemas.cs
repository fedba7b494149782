using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Printing;

/// <summary>The subschemas of a table that stand in several places and are worth a definition of their own.</summary>
internal sealed class SharedSchemas
{
    private const int WorthSharing = 4;

    private readonly Shapes _shapes = new();
    private readonly HashSet<int> _seen = [];
    private readonly HashSet<int> _repeated = [];
    private readonly HashSet<int> _visited = [];
    private readonly Dictionary<int, string> _names = [];
    private readonly SortedDictionary<string, Schema> _all = new(StringComparer.Ordinal);

    private SharedSchemas()
    {
    }

    /// <summary>Definitions by name, sorted.</summary>
    public IEnumerable<KeyValuePair<string, Schema>> All => _all;

    /// <param name="root">The schema of the table.</param>
    /// <param name="referenced">Gives the schema behind a <c>$ref</c>, once.</param>
    public static SharedSchemas Of(Schema root, Func<string, Schema?> referenced)
    {
        var shared = new SharedSchemas();
        shared.Count(root, referenced);
        shared.Share(root, "root");
        return shared;
    }

    public string? NameOf(Schema schema) => _names.GetValueOrDefault(_shapes.Of(schema));

    /// <summary>Counts each schema once per place where it would be written out: below the second place nothing is counted again.</summary>
    private void Count(Schema schema, Func<string, Schema?> referenced)
    {
        var shape = _shapes.Of(schema);
        if (!_seen.Add(shape))
        {
            _repeated.Add(shape);
            return;
        }

        foreach (var (_, child) in Children(schema))
        {
            Count(child, referenced);
        }

        if (schema.Ref is { } reference && referenced(reference) is { } definition)
        {
            Count(definition, referenced);
        }
    }

    private void Share(Schema schema, string name)
    {
        var shape = _shapes.Of(schema);
        if (!_visited.Add(shape))
        {
            return;
        }

        if (_repeated.Contains(shape) && Weigh(schema, WorthSharing) >= WorthSharing)
        {
            _names.Add(shape, $"{name}.{_names.Count + 1}");
            _all.Add(_names[shape], schema);
        }

        foreach (var (childName, child) in Children(schema))
        {
            Share(child, childName ?? name);
        }
    }

    /// <summary>How much a schema says, counted no further than up to the limit.</summary>
    private static int Weigh(Schema schema, int limit)
    {
        var weight = 1 + schema.Bounds.Count + schema.Required.Count + schema.Enum.Count + schema.Rules.Count;
        foreach (var (_, child) in Children(schema))
        {
            if (weight >= limit)
            {
                break;
            }

            weight += Weigh(child, limit - weight);
        }

        return weight;
    }

    /// <summary>The schemas inside a schema, properties with their names.</summary>
    public static IEnumerable<(string? Name, Schema Schema)> Children(Schema schema)
    {
        IEnumerable<Schema?> others = [schema.Items, schema.AdditionalProperties, schema.Not, .. schema.OneOf, .. schema.AnyOf, .. schema.AllOf];
        return schema.Properties.Select(property => ((string?)property.Key, property.Value)).Concat(others.OfType<Schema>().Select(child => ((string?)null, child)));
    }
}
