using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Where a schema stands.</summary>
internal sealed record ShapePlace(IReadOnlyList<string> Path, Schema Schema)
{
    /// <summary>The smallest place of several names their class: fewest segments, then by their text.</summary>
    public static IComparer<ShapePlace> BySize { get; } = Comparer<ShapePlace>.Create(static (left, right) =>
        left.Path.Count != right.Path.Count ? left.Path.Count.CompareTo(right.Path.Count) : string.CompareOrdinal(left.ToString(), right.ToString()));

    public override string ToString() => string.Join('.', Path);
}
