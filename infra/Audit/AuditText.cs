using System.Globalization;
using System.Text;
using Hardening.Infra.Reports;

namespace Hardening.Infra.Audit;

/// <summary>An audit to read: a line a control, then what would break by workload.</summary>
internal static class AuditText
{
    private const string DayFormat = "yyyy-MM-dd";
    private static readonly string[] Headings = ["Control", "Judged", "Passing", "Refused", "Of"];

    public static string Write(AuditReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Audit of {report.Stack} on {report.AsOf.ToString(DayFormat, CultureInfo.InvariantCulture)}, as if every control were enforced:\n\n");
        foreach (var line in report.Recorded)
            Line(text, 4, line);
        text.Append("\nControls:\n");
        var rows = new List<string[]> { Headings };
        rows.AddRange(report.Controls.Select(control => new[] { control.Control, Number(control.Judged), Number(control.Passing), Number(control.Refused), control.Unit }));
        TextTable.Write(text, rows, "    ");
        WriteFindings(text, report.Findings);
        if (report.Notes.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nNotes ({report.Notes.Count}):\n");
        foreach (var note in report.Notes)
            Line(text, 4, note);
        text.Append(report.Findings.Count == 0 ? "\nNothing that was recorded would break.\n" : "");
        return text.ToString();
    }

    private static void WriteFindings(StringBuilder text, IReadOnlyList<AuditFinding> findings)
    {
        if (findings.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"\nFindings ({findings.Count}):\n");
        (string, string?)? last = null;
        foreach (var finding in findings)
        {
            if (last != (finding.Namespace, finding.Workload))
                Line(text, 4, finding.Workload is null ? finding.Namespace : $"{finding.Namespace} {finding.Workload}");
            last = (finding.Namespace, finding.Workload);
            Line(text, 8, $"{finding.Control}: {finding.Message}; {finding.Fix}");
            if (finding.Rule is not null)
                Line(text, 12, finding.Rule);
        }
    }

    /// <summary>What was recorded may hold anything; what would move a terminal's cursor is made visible.</summary>
    private static void Line(StringBuilder text, int indent, string line)
    {
        text.Append(' ', indent);
        foreach (var c in line)
            text.Append(char.IsControl(c) ? '\uFFFD' : c);
        text.Append('\n');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
