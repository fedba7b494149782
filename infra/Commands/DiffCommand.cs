using Hardening.Infra.Comparing;
using Hardening.Infra.Plans;
using Hardening.Infra.Reports;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening diff</c>: where two stacks differ, and which is stricter.</summary>
internal sealed class DiffCommand(Terminal terminal)
{
    public async Task<int> RunAsync(string first, string second, bool json)
    {
        var refused = new List<string>();
        var a = Read(first, refused);
        var b = Read(second, refused);
        if (a is null || b is null || refused.Count > 0)
            return await Guard.RefuseAsync(refused, terminal);
        var found = PlanComparison.Of(PlanSource.Of(a.Stack).Sections, PlanSource.Of(b.Stack).Sections);
        var alike = a.StackName == b.StackName;
        var report = new DiffReport(alike ? first : a.StackName, alike ? second : b.StackName, found);
        await (json ? Pipe.WriteAsync(terminal.Out, report.Json()) : Pipe.ShowAsync(terminal, report.Text()));
        return found.Differences.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    /// <summary>Reads a stack or a file; what is wrong with either is told together.</summary>
    private PlanFile? Read(string named, List<string> refused)
    {
        var isFile = named.AsSpan().IndexOfAny('/', '\\') >= 0 || Path.GetExtension(named) is ".yaml" or ".yml";
        try
        {
            var file = PlanFile.Read(new PlanRequest(isFile ? null : named, isFile ? named : null, null), terminal);
            refused.AddRange(file.Errors.Select(error => error.ToString()));
            return file;
        }
        catch (BadInputException error)
        {
            refused.AddRange(error.Problems.Select(problem => problem.ToString()));
            return null;
        }
    }
}
