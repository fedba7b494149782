using Hardening.Components;
using Hardening.Infra.Audit;
using Hardening.Infra.Audit.Flows;
using Hardening.Infra.Audit.Pods;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded;
using Hardening.Infra.Recorded.Flows;
using Hardening.Infra.Recorded.Workloads;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening audit</c>: what of a recorded cluster would break if every control of the plan were enforced.</summary>
internal sealed class AuditCommand(Terminal terminal)
{
    public async Task<int> RunAsync(PlanRequest request, IReadOnlyList<string> facts, IReadOnlyList<string> flows, bool json)
    {
        var file = PlanFile.Read(request, terminal);
        if (file.Errors is { Count: > 0 } errors)
            return await Guard.RefuseAsync(errors.Select(error => error.ToString()).ToList(), terminal);
        if (facts.Count == 0 && flows.Count == 0)
            throw new EnvironmentException("nothing was recorded to judge", $"record the workloads with {WorkloadFiles.RecordedBy} > facts.json, then --facts facts.json; flows with {FlowFiles.RecordedBy} > flows.jsonl, then --flows flows.jsonl");
        if (facts.Concat(flows).Count(name => name == RecordedFile.StandardInput) > 1)
            throw new BadInputException(new Problem(WorkloadFiles.Option, RecordedFile.StandardInput, "is standard input, which can be read once", "name a file for all but one"));

        var report = Run(file, request.AsOf ?? terminal.Today, facts, flows);
        await (json ? Pipe.WriteAsync(terminal.Out, AuditJson.Write(report)) : Pipe.ShowAsync(terminal, AuditText.Write(report)));
        return report.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private AuditReport Run(PlanFile file, DateOnly asOf, IReadOnlyList<string> facts, IReadOnlyList<string> flows)
    {
        var recorded = new List<string>();
        var controls = new List<ControlTally>();
        var findings = new List<AuditFinding>();
        var notes = new List<string>();
        RecordedCluster? cluster = null;
        if (facts.Count > 0)
        {
            var inForce = new InForce(file.Result.Plan, asOf);
            cluster = WorkloadFiles.Read(facts, terminal);
            recorded.Add(FormattableString.Invariant($"{cluster.Pods} pods and {cluster.Workloads.Count} workloads in {cluster.Namespaces.Count} namespaces, from {string.Join(", ", facts)}"));
            var pods = PodAudit.Run(inForce, cluster);
            var quotas = QuotaAudit.Run(inForce, cluster);
            controls.AddRange([.. pods.Tallies, quotas.Tally]);
            findings.AddRange([.. pods.Findings, .. quotas.Findings]);
            notes.AddRange(PodNotes.Of(inForce, cluster, quotas));
        }

        if (flows.Count > 0)
        {
            var audit = new FlowAudit(file.Result.Plan, new PlanPlaces(file.Stack), new KnownWorkloads(cluster));
            var counts = FlowFiles.Read(flows, file.Result.Plan.Cluster.Facts, terminal, audit.Take);
            recorded.Add(FormattableString.Invariant($"{counts.Flows} flows, {audit.Egress.Flows.Count} of them out of pods and {audit.Ingress.Flows.Count} into pods,{Span(audit)} from {string.Join(", ", flows)}"));
            controls.AddRange(audit.Sides.Select(side => side.Tally).Where(tally => tally.Control == NamespaceControl.Egress || tally.Judged > 0 || file.Result.Plan.RestrictsIngress));
            findings.AddRange(audit.Sides.SelectMany(side => side.Findings()));
            notes.AddRange(FlowNotes.Of(audit, counts));
        }

        return new AuditReport(file.StackName, asOf, recorded, [.. controls.OrderBy(control => Controls.All.ToList().IndexOf(control.Control))], Sorted(findings), notes);
    }

    private static List<AuditFinding> Sorted(List<AuditFinding> findings) => [.. findings
        .OrderBy(finding => finding.Namespace, StringComparer.Ordinal)
        .ThenBy(finding => finding.Workload, StringComparer.Ordinal)
        .ThenBy(finding => Controls.All.ToList().IndexOf(finding.Control))];

    private static string Span(FlowAudit audit) =>
        audit.First is { } first && audit.Last is { } last ? $" {FlowText.Time(first)} to {FlowText.Time(last)}," : "";
}
