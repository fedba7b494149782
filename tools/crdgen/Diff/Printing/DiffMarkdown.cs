using System.Text;

namespace Crdgen.Diff.Printing;

/// <summary>Changes as Markdown, a table a kind and version.</summary>
internal static class DiffMarkdown
{
    public static string Print(IReadOnlyList<Change> changes)
    {
        var text = new StringBuilder();
        foreach (var kind in changes.GroupBy(ChangeText.Kind, StringComparer.Ordinal))
        {
            text.Append("### ").Append(kind.Key).Append("\n\n| change | manifests | C# | path | what |\n|---|---|---|---|---|\n");
            foreach (var change in kind)
            {
                text.Append("| ").AppendJoin(" | ",
                [
                    ChangeText.Type(change),
                    ChangeText.Say(change.Local.Manifests),
                    ChangeText.Say(change.Local.Code),
                    Code(ChangeText.Path(change)),
                    Code(ChangeText.What(change)),
                ]).Append(" |\n");
            }

            text.Append('\n');
        }

        return text.Append(ChangeText.Summary(changes)).Append('\n').ToString();
    }

    /// <summary>As code, between more backticks than the text has; a table's cell ends at a bar even there.</summary>
    private static string Code(string cell)
    {
        if (cell == "-")
        {
            return cell;
        }

        var escaped = cell.Replace("|", "\\|", StringComparison.Ordinal);
        var fence = "`";
        while (escaped.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return fence.Length == 1 ? $"`{escaped}`" : $"{fence} {escaped} {fence}";
    }
}
