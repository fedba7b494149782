namespace Crdgen.Diff.Printing;

/// <summary>Changes in the words of a table's cells.</summary>
internal static class ChangeText
{
    private const int LongestValue = 80;
    private const int Context = 16;

    public static string Type(Change change) => change.Local.Type.ToString().ToLowerInvariant();

    public static string Say(Impact impact) => impact switch
    {
        Impact.None => "-",
        Impact.Behaves => "behaves",
        Impact.May => "may break",
        _ => "breaks",
    };

    public static string Kind(Change change) => change switch
    {
        { Version: null, Group.Length: 0 } => change.Kind,
        { Version: null } => $"{change.Kind} ({change.Group})",
        { Group.Length: 0 } => $"{change.Kind} ({change.Version})",
        _ => $"{change.Kind} ({change.Group}/{change.Version})",
    };

    public static string Path(Change change) => (change.Path, change.Places) switch
    {
        ("", _) => "-",
        (_, 1) => change.Path,
        _ => $"{change.Path} (in {change.Places} places)",
    };

    /// <summary><c>+ minimum 1</c>, <c>- minimum 1</c>, or <c>minimum 1 → 2</c>.</summary>
    public static string What(Change change)
    {
        var (subject, old, @new) = (change.Local.Subject, OneLine(change.Local.Old), OneLine(change.Local.New));
        var what = (old, @new) switch
        {
            (null, _) => $"+ {subject} {Short(@new ?? "")}",
            (_, null) => $"- {subject} {Short(old)}",
            _ => $"{subject} {FromDifference(old, @new)} → {FromDifference(@new, old)}",
        };
        return change.Local.Note is { } note ? $"{what.TrimEnd()} ({note})" : what.TrimEnd();
    }

    /// <summary>How many changes there are, and how many of them break whom.</summary>
    public static string Summary(IReadOnlyList<Change> changes) => changes.Count == 0
        ? "No changes."
        : $"{Count(changes.Count, "change")}: {changes.Count(change => change.BreaksManifests)} may break manifests, {changes.Count(change => change.BreaksCode)} C# code.";

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string? OneLine(string? value) => value is null ? null : string.Concat(value.Select(static c => char.IsControl(c) ? ' ' : c));

    /// <summary>Long values that begin alike are shown from where they differ.</summary>
    private static string FromDifference(string value, string other)
    {
        var start = value.AsSpan().CommonPrefixLength(other) - Context;
        return Math.Max(value.Length, other.Length) <= LongestValue || start <= 0 ? Short(value) : "…" + Short(value[(char.IsLowSurrogate(value[start]) ? start + 1 : start)..]);
    }

    private static string Short(string line) =>
        line.Length <= LongestValue ? line : $"{line[..(char.IsHighSurrogate(line[LongestValue - 1]) ? LongestValue - 1 : LongestValue)]}…";
}
