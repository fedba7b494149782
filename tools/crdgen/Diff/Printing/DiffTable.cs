using System.Text;

namespace Crdgen.Diff.Printing;

/// <summary>Changes as plain text in columns, a block a kind and version. What may be long stands last.</summary>
internal static class DiffTable
{
    private const int WidestPath = 60;

    private static readonly string[] Header = ["CHANGE", "MANIFESTS", "C#", "PATH", "WHAT"];

    public static string Print(IReadOnlyList<Change> changes)
    {
        var rows = changes.Select(Cells).ToList();
        var widths = Header[..^1].Select((header, column) => rows.Select(row => Math.Min(row[column].Length, WidestPath)).Append(header.Length).Max()).ToArray();
        var text = new StringBuilder();
        foreach (var kind in changes.Zip(rows).GroupBy(row => ChangeText.Kind(row.First), StringComparer.Ordinal))
        {
            text.Append(kind.Key).Append('\n');
            Append(text, Header, widths);
            foreach (var (_, row) in kind)
            {
                Append(text, row, widths);
            }

            text.Append('\n');
        }

        return text.Append(ChangeText.Summary(changes)).Append('\n').ToString();
    }

    private static string[] Cells(Change change) =>
        [ChangeText.Type(change), ChangeText.Say(change.Local.Manifests), ChangeText.Say(change.Local.Code), ChangeText.Path(change), ChangeText.What(change)];

    private static void Append(StringBuilder text, string[] cells, int[] widths)
    {
        for (var column = 0; column < widths.Length; column++)
        {
            text.Append("  ").Append(cells[column].PadRight(widths[column]));
        }

        text.Append("  ").Append(cells[^1]).Append('\n');
    }
}
