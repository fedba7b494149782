using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Finds the objects with declared members below a schema. Those that say the same are one, at the smallest of their places.</summary>
internal sealed class ShapePlaces(Shapes shapes, EffectiveSchemas effective)
{
    /// <summary>How many lists and maps may stand directly inside each other; a definition that is a list of itself has no end.</summary>
    public const int MaximumNesting = 16;

    private readonly Dictionary<int, ShapePlace> _places = [];

    /// <summary>Shapes and their places, the smallest first.</summary>
    public static IReadOnlyList<KeyValuePair<int, ShapePlace>> Of(IEnumerable<KeyValuePair<string, Schema>> properties, Shapes shapes, EffectiveSchemas effective)
    {
        var found = new ShapePlaces(shapes, effective);
        found.Find([.. properties.Select(property => new ShapePlace([property.Key], property.Value))]);
        return [.. found._places.OrderBy(place => place.Value, ShapePlace.BySize)];
    }

    /// <summary>Level by level, each sorted: so the first place of a shape is its smallest.</summary>
    private void Find(IReadOnlyList<ShapePlace> level)
    {
        while (level.Count > 0)
        {
            var next = new List<ShapePlace>();
            foreach (var place in level.SelectMany(place => Within(place, 0)).OrderBy(place => place, ShapePlace.BySize))
            {
                if (place.Schema is { Type: "object", Properties.Count: > 0 } && _places.TryAdd(shapes.Of(place.Schema), place))
                {
                    next.AddRange(place.Schema.Properties.Select(property => new ShapePlace([.. place.Path, property.Key], property.Value)));
                }
            }

            level = next;
        }
    }

    /// <summary>The value itself, a list's elements, a map's values, in the schemas that types see.</summary>
    private IEnumerable<ShapePlace> Within(ShapePlace place, int depth)
    {
        var schema = effective.Of(place.Schema, place.ToString());
        yield return place with { Schema = schema };
        (string Mark, Schema Schema)? inside = schema switch
        {
            { IntOrString: true } => null,
            { Type: "array", Items: { } items } => ("[]", items),
            { Type: "object", AdditionalProperties: { } values } => ("{}", values),
            _ => null,
        };
        if (inside is { } inner && depth < MaximumNesting)
        {
            foreach (var found in Within(new ShapePlace([.. place.Path.SkipLast(1), place.Path[^1] + inner.Mark], inner.Schema), depth + 1))
            {
                yield return found;
            }
        }
    }
}
