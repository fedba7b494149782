namespace Crdgen.Diff.Printing;

/// <summary>How a comparison is printed.</summary>
internal static class DiffFormats
{
    public const string Text = "text";

    public const string Markdown = "markdown";

    public const string Json = "json";

    public static string[] All { get; } = [Text, Markdown, Json];

    public static string Print(IReadOnlyList<Change> changes, string format) => format switch
    {
        Markdown => DiffMarkdown.Print(changes),
        Json => DiffJson.Print(changes),
        _ => DiffTable.Print(changes),
    };
}
