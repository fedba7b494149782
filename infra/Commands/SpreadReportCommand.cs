using System.Globalization;
using System.Text;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening report spread</c>: whether the pods of critical workloads are on more than one node.</summary>
internal sealed class SpreadReportCommand(Terminal terminal)
{
    public async Task<int> RunAsync(PlanRequest request, string? facts)
    {
        var file = PlanFile.Read(request, terminal);
        if (file.Errors is { Count: > 0 } errors)
            return await Guard.RefuseAsync(errors.Select(error => error.ToString()).ToList(), terminal);
        var spread = file.Result.Plan.Spread;
        var recorded = facts is null ? null : PodsFile.Read(facts, terminal);
        var distributions = spread is not null && recorded is not null ? TopologySpread.Audit(spread, recorded) : [];
        var findings = Find(spread, recorded, distributions);
        await Pipe.ShowAsync(terminal, Text(recorded, facts, distributions, findings));
        return findings.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static List<string> Find(TopologySpreadArgs? spread, SpreadFacts? recorded, IReadOnlyList<SpreadDistribution> distributions)
    {
        if (spread is null)
            return [$"the plan spreads no workload: add {PlanSections.Spread}"];
        var findings = new List<string>();
        if (spread.Mode == Rollout.Off)
            findings.Add($"{Controls.TopologySpread} is Off: set {PlanSections.Rollout}.{Controls.TopologySpread}");
        if (recorded is null)
            findings.Add($"nothing recorded shows where the pods are: {PodsFile.RecordedBy} > pods.json, then --facts pods.json");
        findings.AddRange(distributions.SelectMany(distribution => distribution.Findings));
        return findings;
    }

    private static string Text(SpreadFacts? recorded, string? facts, IReadOnlyList<SpreadDistribution> distributions, List<string> findings)
    {
        var text = new StringBuilder("Topology spread:\n");
        if (recorded is not null)
            text.Append(CultureInfo.InvariantCulture, $"    recorded: {recorded.Pods.Count} pods and {recorded.Nodes.Count} nodes in {facts}\n");
        var width = distributions.Select(distribution => distribution.Namespace.Length + distribution.Workload.Length + 1).DefaultIfEmpty().Max();
        foreach (var distribution in distributions)
            text.Append("    ").Append($"{distribution.Namespace}/{distribution.Workload}".PadRight(width)).Append("  ").Append(Line(distribution)).Append('\n');
        text.Append(findings.Count == 0 ? "No node has all pods of a workload that could be on several.\n" : "Findings:\n");
        foreach (var finding in findings)
            text.Append("    ").Append(finding).Append('\n');
        return text.ToString();
    }

    private static string Line(SpreadDistribution distribution)
    {
        var nodes = distribution.Nodes.Count == 0 ? "no pod runs" : string.Join(", ", distribution.Nodes.Select(node => string.Create(CultureInfo.InvariantCulture, $"{node.Key} {node.Value}")));
        var all = distribution.Running + distribution.Waiting;
        return string.Create(CultureInfo.InvariantCulture, $"{nodes}; with constraints {distribution.WithConstraints} of {all}");
    }
}
