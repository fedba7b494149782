using System.Text.Json;
using Hardening.Preview;

namespace Hardening.AllKinds.Samples;

/// <summary>
/// The constructs of a schema, each with the first path where it stands. Both walks name a construct alike: one takes every schema of the table, the other
/// those that an object has a value for, and then only what the value shows.
/// </summary>
internal sealed class Constructs(Table table)
{
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);

    /// <summary>Construct to the first path.</summary>
    public IReadOnlyDictionary<string, string> Places => _places;

    /// <summary>All that the kind's schema has below its root, without what every kind has and without status, which nobody writes.</summary>
    public static Constructs Of(Table table)
    {
        var all = new Constructs(table);
        foreach (var property in OwnProperties(table))
        {
            all.Offer(property.Value, property.Name);
        }

        return all;
    }

    /// <summary>What the objects show of it.</summary>
    public static Constructs Shown(Table table, IEnumerable<CapturedValue> objects)
    {
        var shown = new Constructs(table);
        foreach (var value in objects)
        {
            foreach (var property in OwnProperties(table))
            {
                if (value[property.Name] is { } member)
                {
                    shown.Show(property.Value, member, property.Name);
                }
            }
        }

        return shown;
    }

    private static IEnumerable<JsonProperty> OwnProperties(Table table) =>
        Form.Properties(table.Schema).Where(property => property.Name is not ("apiVersion" or "kind" or "metadata" or "status"));

    private void Offer(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference) && !_walked.Add(reference.GetString()!))
        {
            return;
        }

        schema = table.Resolve(schema);
        foreach (var facet in Facets.Of(schema, table))
        {
            _places.TryAdd(facet.Name, path);
        }

        foreach (var property in Form.Properties(schema))
        {
            Offer(property.Value, $"{path}.{property.Name}");
        }

        if (schema.TryGetProperty("items", out var items))
        {
            Offer(items, $"{path}[]");
        }

        if (Form.MapValues(schema) is { } values)
        {
            Offer(values, $"{path}{{}}");
        }
    }

    private void Show(JsonElement schema, CapturedValue value, string path)
    {
        schema = table.Resolve(schema);
        foreach (var facet in Facets.Of(schema, table).Where(facet => facet.IsShownBy(value)))
        {
            _places.TryAdd(facet.Name, path);
        }

        var properties = Form.Properties(schema).ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        foreach (var (name, member) in value.Members)
        {
            if (properties.TryGetValue(name, out var property))
            {
                Show(property, member, $"{path}.{name}");
            }
            else if (Form.MapValues(schema) is { } values)
            {
                Show(values, member, $"{path}.{name}");
            }
        }

        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var item in value.Items)
            {
                Show(items, item, $"{path}[]");
            }
        }
    }
}
