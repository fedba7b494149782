using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded;
using Hardening.Infra.Recorded.Sizing;
using Hardening.Infra.Reports;
using Hardening.Infra.Sizing;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening sizing</c>: limits and quotas from recommendations, as a change of the stack file that somebody reviews.</summary>
internal sealed class SizingCommand(Terminal terminal)
{
    public async Task<int> RunAsync(PlanRequest request, SizingRequest sizing)
    {
        if (sizing.Facts is null != sizing.FromCluster)
        {
            throw new BadInputException(new Problem(
                "--facts", sizing.Facts, sizing.FromCluster ? "stands beside --cluster, and recommendations come from one place" : "is missing, and so is --cluster",
                sizing.FromCluster ? "leave one of the two out" : $"record with {SizingFacts.RecordedBy} > facts.json and name the file, or let --cluster ask kubectl"));
        }

        var file = PlanFile.Read(request, terminal);
        if (file.Errors is { Count: > 0 } errors)
            return await Guard.RefuseAsync(errors.Select(error => error.ToString()).ToList(), terminal);
        var facts = await ReadFactsAsync(sizing);
        var before = file.Result.Plan;
        var proposal = SizingRules.Propose(before, facts, request.AsOf ?? terminal.Today);
        var sized = SizedStack.Of(file.Project, file.Path, proposal.Changes);
        var places = new PlanPlaces(sized.Stack);
        var problems = sized.Result.Problems.Select(problem => Notice.Of(problem, places.Of(problem.Path)).ToString()).ToList();
        var writes = sizing.Write && proposal.Changes.Count > 0 && problems.Count == 0;
        if (writes)
            sized.Write(file.Path);
        var report = new SizingReport(file.StackName, file.Stack.FileName, SourceOf(sizing), proposal, SizingRules.Totals(before, sized.Result.Plan), problems, writes);
        await (sizing.Json ? Pipe.WriteAsync(terminal.Out, report.ToJson()) : Pipe.ShowAsync(terminal, report.ToText()));
        if (problems.Count > 0)
            return await Guard.RefuseAsync(problems, terminal);
        return proposal.Changes.Count > 0 && !writes ? ExitCode.Findings : ExitCode.Done;
    }

    private static string SourceOf(SizingRequest sizing) => sizing.FromCluster ? "the cluster" : sizing.Facts is RecordedFile.StandardInput ? "standard input" : sizing.Facts!;

    private async Task<SizingFacts> ReadFactsAsync(SizingRequest sizing)
    {
        if (sizing.FromCluster)
            return SizingFactsReader.Read(await Kubectl.RecordAsync(sizing.Kubectl, SizingFacts.Kinds), sizing.Kubectl);
        await using var recorded = new RecordedFile("--facts", sizing.Facts!, SizingFacts.RecordedBy).Open(terminal);
        using var content = new MemoryStream();
        try
        {
            await recorded.CopyToAsync(content);
        }
        catch (InvalidDataException)
        {
            throw new BadInputException(new Problem("--facts", sizing.Facts, "is compressed, and broken", $"record it with {SizingFacts.RecordedBy}"));
        }

        return SizingFactsReader.Read(content.GetBuffer().AsMemory(0, (int)content.Length), sizing.Facts!);
    }
}
