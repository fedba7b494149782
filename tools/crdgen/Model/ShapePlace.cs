using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Where a schema stands. A list's elements are marked <c>[]</c>, a map's values <c>{}</c>, behind the name.</summary>
internal sealed record ShapePlace(IReadOnlyList<string> Path, Schema Schema)
{
    /// <summary>The smallest place of several names their class: fewest segments, then by their names in turn.</summary>
    public static IComparer<ShapePlace> BySize { get; } = Comparer<ShapePlace>.Create(Compare);

    public override string ToString() => string.Join('.', Path);

    private static int Compare(ShapePlace left, ShapePlace right)
    {
        var order = left.Path.Count.CompareTo(right.Path.Count);
        for (var index = 0; order == 0 && index < left.Path.Count; index++)
        {
            order = string.CompareOrdinal(left.Path[index].TrimEnd('[', ']', '{', '}'), right.Path[index].TrimEnd('[', ']', '{', '}'));
        }

        return order != 0 ? order : string.CompareOrdinal(left.ToString(), right.ToString());
    }
}
