using System.Globalization;
using System.Text;

namespace Hardening.Preview;

/// <summary>A preview as plain text, without colours: for logs, and for terminals that a program of its own does not serve.</summary>
public static class PreviewText
{
    /// <summary>The whole text: heading, tree, counts, and the findings that are errors or warnings. Lines end with a line feed.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="findings">The findings; notes are left out.</param>
    public static string Render(PreviewTree tree, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(findings);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Previewing update ({tree.Stack.Stack}):\n\n");
        AppendRows(text, tree.Rows);
        AppendCounts(text, tree);
        var all = findings.ToList();
        AppendFindings(text, "Errors", all, FindingSeverity.Error);
        AppendFindings(text, "Warnings", all, FindingSeverity.Warning);
        return text.ToString();
    }

    private static void AppendRows(StringBuilder text, IReadOnlyList<PreviewRow> rows)
    {
        var typeWidth = rows.Select(static row => row.Branch.Length + row.Type.Length).Append("Type".Length).Max();
        var nameWidth = rows.Select(static row => row.Name.Length).Append("Name".Length).Max();
        AppendRow(text, " ", "Type".PadRight(typeWidth), "Name".PadRight(nameWidth), "Plan", "Info");
        foreach (var row in rows)
        {
            AppendRow(text, row.Sign, (row.Branch + row.Type).PadRight(typeWidth), row.Name.PadRight(nameWidth), row.Plan, row.Info);
        }
    }

    private static void AppendRow(StringBuilder text, string sign, string type, string name, string plan, string info)
    {
        var line = $" {sign}   {type}  {name}  {plan,-6}  {info}";
        text.Append(line.AsSpan().TrimEnd()).Append('\n');
    }

    private static void AppendCounts(StringBuilder text, PreviewTree tree)
    {
        text.Append("\nResources:\n");
        foreach (var (operation, count) in tree.Counts.OrderBy(static pair => pair.Key))
        {
            var (sign, word) = operation switch
            {
                PreviewOperation.Create => ("+", "create"),
                PreviewOperation.Read => (">", "read"),
                _ => ("~", "patch"),
            };
            text.Append(CultureInfo.InvariantCulture, $"    {sign} {count} to {word}\n");
        }
    }

    private static void AppendFindings(StringBuilder text, string heading, List<Finding> findings, FindingSeverity severity)
    {
        var shown = findings.Where(finding => finding.Severity == severity).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{heading}:\n");
        foreach (var finding in shown)
        {
            text.Append("  - ").Append(finding.ToString().ReplaceLineEndings("\n    ")).Append('\n');
        }
    }
}
