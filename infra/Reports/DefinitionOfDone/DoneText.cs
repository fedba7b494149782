using System.Globalization;
using System.Text;

namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>The report as text: a line a namespace and control, then the sentences of the documents.</summary>
internal static class DoneText
{
    private static readonly string[] Headings = ["Namespace", "Control", "State", "Evidence, or what is missing"];

    public static string Word(DoneState state) => state switch
    {
        DoneState.Done => "done",
        DoneState.Exempt => "exempt",
        DoneState.NotApplicable => "not applicable",
        DoneState.Watching => "watching",
        _ => "missing",
    };

    public static string Write(string stack, DateOnly asOf, IReadOnlyList<DoneLine> lines)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Definition of done ({stack}, {asOf:yyyy-MM-dd}):\n\n");
        var rows = new List<string[]> { Headings };
        rows.AddRange(lines.Select(line => new[] { line.Namespace ?? "-", line.Control, Word(line.State), line.Mend is null ? line.Evidence : $"{line.Evidence}; {line.Mend}" }));
        TextTable.Write(text, rows, "    ");
        foreach (var document in DoneSentence.All.GroupBy(sentence => sentence.Document, StringComparer.Ordinal))
        {
            text.Append('\n').Append(document.Key).Append(":\n");
            TextTable.Write(text, [.. document.Select(sentence => new[] { sentence.IsDone(lines) ? "✓" : "✗", sentence.Text, sentence.Count(lines) })], "    ");
        }

        var open = lines.Count(line => line.IsOpen);
        return text.Append(open == 0
            ? "\nNothing is left to do.\n"
            : string.Create(CultureInfo.InvariantCulture, $"\n{open} of {lines.Count} lines are left to do.\n")).ToString();
    }
}
