using Spectre.Console;

namespace Hardening.Infra.Reports;

/// <summary>Puts colours on a report for a terminal: the signs of the tree as Pulumi colours them, headings in bold.</summary>
internal static class ColouredText
{
    private const int NeverWrap = 100_000;

    public static void Write(TextWriter output, string report)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = NeverWrap;
        foreach (var line in report.Split('\n', StringSplitOptions.None).SkipLast(1))
            console.Write(new Text(line + "\n", StyleOf(line)));
    }

    private static Style StyleOf(string line) => line.TrimStart() switch
    {
        ['+', ' ', ..] => new Style(Color.Green),
        ['~', ' ', ..] => new Style(Color.Yellow),
        ['>', ' ', ..] => new Style(Color.Aqua),
        _ when line.StartsWith("Errors", StringComparison.Ordinal) => new Style(Color.Red, decoration: Decoration.Bold),
        _ when line.StartsWith("Warnings", StringComparison.Ordinal) || line.StartsWith("Findings", StringComparison.Ordinal) => new Style(Color.Yellow, decoration: Decoration.Bold),
        _ when line.Length > 0 && line[0] is not ' ' => new Style(decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
