using System.Text;
using Hardening.Components;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening report security-contexts</c>: the security context of every workload that the plan states one of, as a Markdown table.</summary>
internal sealed class SecurityReportCommand(Terminal terminal)
{
    private static readonly string[] Headings = ["Workload", "runAsNonRoot", "readOnlyRootFilesystem", "Privileged", "Reason"];

    public async Task<int> RunAsync(PlanRequest request)
    {
        var file = PlanFile.Read(request, terminal);
        if (file.Errors is { Count: > 0 } errors)
            return await Guard.RefuseAsync(errors.Select(error => error.ToString()).ToList(), terminal);
        var rows = file.Result.Plan.Namespaces.SelectMany(space => space.Security).Select(security => WorkloadSecurity.Summary(security.Args)).ToList();
        if (rows.Count == 0)
        {
            await terminal.Error.WriteLineAsync("finding: no workload of the plan states a security context");
            return ExitCode.Findings;
        }

        await Pipe.WriteAsync(terminal.Out, Table(rows));
        return ExitCode.Done;
    }

    private static string Table(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        Append(Headings);
        Append(Headings.Select(_ => "---"));
        foreach (var row in rows)
            Append(row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)));
        return text.ToString();

        void Append(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }
}
