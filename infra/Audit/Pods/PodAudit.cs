using Hardening.Infra.Recorded.Workloads;

namespace Hardening.Infra.Audit.Pods;

/// <summary>Judges every workload by every control that judges pods. Replicas are one workload, and what several of its pods do is said once.</summary>
internal static class PodAudit
{
    public static (IReadOnlyList<ControlTally> Tallies, IReadOnlyList<AuditFinding> Findings) Run(InForce inForce, RecordedCluster cluster)
    {
        var controls = PodControls.Of(inForce);
        var judged = new int[controls.Count];
        var refused = new int[controls.Count];
        var findings = new List<AuditFinding>();
        foreach (var workload in cluster.Workloads.Where(workload => !workload.IsStatic))
        {
            var refusals = new HashSet<AuditFinding>();
            var judging = new HashSet<int>();
            foreach (var recorded in workload.Pods)
            {
                using var pod = recorded.Read();
                for (var index = 0; index < controls.Count; index++)
                {
                    if (controls[index].Judge(workload.Name.Namespace, pod) is not { } found)
                        continue;
                    judging.Add(index);
                    refusals.UnionWith(found.Select(refusal => new AuditFinding(controls[index].Name, workload.Name.Namespace, workload.Name.ToString(), $"{refusal.Subject} {refusal.Message}", refusal.Fix)));
                }
            }

            foreach (var index in judging)
            {
                judged[index]++;
                refused[index] += refusals.Any(finding => finding.Control == controls[index].Name) ? 1 : 0;
            }

            findings.AddRange(refusals);
        }

        return ([.. controls.Select((control, index) => new ControlTally(control.Name, ControlTally.Workloads, judged[index], refused[index]))], findings);
    }
}
