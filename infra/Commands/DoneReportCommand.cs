using Hardening.Infra.Reports.DefinitionOfDone;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening report definition-of-done</c>: for each namespace and control the object that satisfies it, or what is missing.</summary>
internal sealed class DoneReportCommand(Terminal terminal)
{
    public async Task<int> RunAsync(PlanRequest request, bool json)
    {
        var planned = await PlannedStack.RunAsync(request, terminal);
        if (planned.Report.Errors.Count > 0)
            return await Guard.RefuseAsync(planned.Report.Errors.Select(error => error.ToString()).ToList(), terminal);
        var asOf = request.AsOf ?? terminal.Today;
        var lines = DoneEvidence.Lines(new DoneFacts(planned.Plan!, planned.Captured!, asOf));
        await (json ? Pipe.WriteAsync(terminal.Out, DoneJson.Write(planned.Report.Stack, asOf, lines)) : Pipe.ShowAsync(terminal, DoneText.Write(planned.Report.Stack, asOf, lines)));
        return lines.Any(line => line.IsOpen) ? ExitCode.Findings : ExitCode.Done;
    }
}
