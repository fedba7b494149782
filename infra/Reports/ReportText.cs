using System.Globalization;
using System.Text;
using Hardening.Preview;

namespace Hardening.Infra.Reports;

/// <summary>A preview as Pulumi users know it: type, name, plan and info of every resource as a tree, then what it amounts to.</summary>
internal static class ReportText
{
    private const string TreeIndent = " ";
    private static readonly string[] TreeHeadings = ["  ", "Type", "Name", "Plan", "Info"];
    private static readonly string[] NarrowHeadings = ["  ", "Kind", "Name"];
    private static readonly string[] ControlHeadings = ["Control", "Objects", "Namespaces", "Mode"];

    public static string Write(PreviewReport report, PreviewTree tree, TimeSpan duration, int? width)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Previewing update ({report.Stack}):\n\n");
        WriteTree(text, tree, width);
        WriteControls(text, report.Controls);
        WriteNotices(text, "Notes", report.Notes);
        WriteNotices(text, "Warnings", report.Warnings);
        WriteNotices(text, "Findings", report.Findings);
        WriteNotices(text, "Errors", report.Errors);
        WriteCounts(text, tree);
        text.Append(CultureInfo.InvariantCulture, $"Duration: {duration.TotalSeconds:0.0}s\n");
        return text.ToString();
    }

    /// <summary>Where a terminal is too narrow for it all, the signs say the plan, and kinds and objects what there will be.</summary>
    private static void WriteTree(StringBuilder text, PreviewTree tree, int? width)
    {
        var rows = new List<string[]>(tree.Rows.Count + 1) { TreeHeadings };
        rows.AddRange(tree.Rows.Select(row => new[] { row.Sign + " ", row.Branch + row.Type, row.Name, row.Plan, Info(row) }));
        if (TextTable.WidthOf(rows) + TreeIndent.Length > width)
        {
            rows = [NarrowHeadings, .. tree.Rows.Select(row => new[] { row.Sign + " ", row.Branch + row.Type[(row.Type.LastIndexOf(':') + 1)..], row.Resource.IsManifest ? Info(row) : $"{row.Name} {row.Info}".TrimEnd() })];
        }

        TextTable.Write(text, rows, TreeIndent);
        text.Append('\n');
    }

    private static string Info(PreviewRow row)
    {
        if (!row.Resource.IsManifest)
            return row.Info;
        var name = row.Resource.ObjectName ?? "(name not known yet)";
        var place = row.Resource.ObjectNamespace is { } space ? $"{space}/{name}" : name;
        return $"{place} {row.Info}".TrimEnd();
    }

    private static void WriteControls(StringBuilder text, IReadOnlyList<ControlSummary> controls)
    {
        if (controls.Count == 0)
            return;
        text.Append("Controls:\n");
        var rows = new List<string[]>(controls.Count + 1) { ControlHeadings };
        rows.AddRange(controls.Select(control => new[]
        {
            control.Control,
            control.Objects.ToString(CultureInfo.InvariantCulture),
            control.Namespaces?.ToString(CultureInfo.InvariantCulture) ?? "-",
            control.Modes,
        }));
        TextTable.Write(text, rows, "    ");
        text.Append('\n');
    }

    private static void WriteNotices(StringBuilder text, string heading, IReadOnlyList<Notice> notices)
    {
        if (notices.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"{heading} ({notices.Count}):\n");
        foreach (var notice in notices)
            text.Append(CultureInfo.InvariantCulture, $"    {notice}\n");
        text.Append('\n');
    }

    private static void WriteCounts(StringBuilder text, PreviewTree tree)
    {
        text.Append("Resources:\n");
        foreach (var (operation, count) in tree.Counts.OrderBy(pair => pair.Key))
        {
            var row = tree.Rows.First(row => row.Operation == operation);
            text.Append(CultureInfo.InvariantCulture, $"    {row.Sign} {count} to {row.Plan}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"    {tree.Rows.Count(row => row.Resource.IsManifest)} Kubernetes objects\n\n");
    }
}
