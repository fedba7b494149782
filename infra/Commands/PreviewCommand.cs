using System.Diagnostics;
using Hardening.Infra.Reports;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening preview</c>: shows everything that the stack would create; writes nothing.</summary>
internal sealed class PreviewCommand(Terminal terminal)
{
    public async Task<int> RunAsync(PlanRequest request, bool json)
    {
        var watch = Stopwatch.StartNew();
        await terminal.Error.WriteLineAsync(SdkName.Line);
        var planned = await PlanAsync(request, json);
        var report = planned.Report;
        if (json)
            await Pipe.WriteAsync(terminal.Out, ReportJson.Write(report));
        else if (planned.Tree is { } tree)
            await ShowAsync(ReportText.Write(report, tree, watch.Elapsed, terminal.Width));
        if (report.Errors.Count > 0)
            return await Guard.RefuseAsync(report.Errors.Select(error => error.ToString()).ToList(), terminal);
        return report.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    /// <summary>Colours cost a library's start-up time, so that only a terminal pays for them.</summary>
    private async Task ShowAsync(string text)
    {
        if (terminal.Colours)
            ColouredText.Write(terminal.Out, terminal.Fit(text));
        else
            await Pipe.ShowAsync(terminal, text);
    }

    /// <summary>Whoever asked for JSON gets its one object even where the stack file cannot be read.</summary>
    private async Task<PlannedStack> PlanAsync(PlanRequest request, bool json)
    {
        try
        {
            return await PlannedStack.RunAsync(request, terminal);
        }
        catch (BadInputException error) when (json)
        {
            return PlannedStack.Refused(request, error.Problems.Select(problem => Notice.Of(problem, null)).ToList());
        }
    }
}
