namespace Crdgen.Diff.Comparing;

/// <summary>A pair of schemas with every place that it stands in.</summary>
internal sealed class ComparedPlace(SchemaPair pair)
{
    public SchemaPair Pair { get; } = pair;

    /// <summary>The pairs inside that differ, with the step that leads to each: a name, <c>[]</c> or <c>{}</c>.</summary>
    public List<(string Step, ComparedPlace Place)> Inside { get; } = [];

    public long Places { get; private set; }

    /// <summary>The shortest path, then the first by its characters.</summary>
    public string Path { get; private set; } = "";

    private int Depth { get; set; } = int.MaxValue;

    public void StandAtRoot() => (Places, Depth) = (1, 0);

    /// <summary>Hands on where this place stands, once that is settled.</summary>
    public void Spread()
    {
        foreach (var (step, inside) in Inside)
        {
            inside.Places = Math.Min(inside.Places + Places, int.MaxValue);
            var path = Join(Path, step);
            if (Depth + 1 < inside.Depth || (Depth + 1 == inside.Depth && string.CompareOrdinal(path, inside.Path) < 0))
            {
                (inside.Path, inside.Depth) = (path, Depth + 1);
            }
        }
    }

    public static string Join(string path, string step) => path.Length == 0 ? step : step is "[]" or "{}" ? path + step : $"{path}.{step}";
}
