using Crdgen.Model;

namespace Crdgen.Diff.Comparing;

/// <summary>Compares two schemas. A pair of subschemas that stands in many places is compared once.</summary>
internal sealed class SchemaComparison
{
    private readonly Shapes _shapes = new();
    private readonly Dictionary<(int Old, int New, string Name, bool IsWritten), ComparedPlace> _known = [];
    private readonly List<ComparedPlace> _finished = [];

    private SchemaComparison()
    {
    }

    /// <summary>Every change with its shortest path and the number of its places.</summary>
    public static IEnumerable<(string Path, long Places, LocalChange Change)> Of(SchemaPair root)
    {
        var comparison = new SchemaComparison();
        if (!comparison.Differ(root))
        {
            return [];
        }

        comparison.Visit(root, "").StandAtRoot();
        for (var i = comparison._finished.Count - 1; i >= 0; i--)
        {
            // Whatever leads to a place was finished after it.
            comparison._finished[i].Spread();
        }

        return comparison._finished.SelectMany(place => new LocalComparison(place.Pair, comparison._shapes).Changes()
            .Select(change => (change.Property is { } property ? ComparedPlace.Join(place.Path, property) : place.Path, place.Places, change)));
    }

    private bool Differ(SchemaPair pair) => _shapes.Of(pair.Old) != _shapes.Of(pair.New);

    private ComparedPlace Visit(SchemaPair pair, string name)
    {
        // Objects are told by what they hold; of two scalars that say the same, each is what it is called.
        var isObject = pair.Old.Properties.Count > 0 && pair.New.Properties.Count > 0;
        var key = (_shapes.Of(pair.Old), _shapes.Of(pair.New), isObject ? "" : name, pair.IsWritten);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var place = new ComparedPlace(pair);
        _known.Add(key, place);
        if (!TypeComparison.IsRetyped(pair))
        {
            Inside(place, pair, name);
        }

        _finished.Add(place);
        return place;
    }

    private void Inside(ComparedPlace place, SchemaPair pair, string name)
    {
        var after = pair.New.Properties.ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal);
        foreach (var (property, old) in pair.Old.Properties)
        {
            if (after.TryGetValue(property, out var @new))
            {
                Add(place, property, pair.Property(property, old, @new), property);
            }
        }

        if (pair.Old.Items is not null && pair.New.Items is not null)
        {
            Add(place, "[]", pair.Items(), name + "[]");
        }

        if (pair.Old.AdditionalProperties is not null && pair.New.AdditionalProperties is not null)
        {
            Add(place, "{}", pair.Values(), name + "{}");
        }
    }

    private void Add(ComparedPlace place, string step, SchemaPair inside, string name)
    {
        if (Differ(inside))
        {
            place.Inside.Add((step, Visit(inside, name)));
        }
    }
}
