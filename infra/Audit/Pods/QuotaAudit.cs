using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded.Workloads;
using Hardening.Primitives;

namespace Hardening.Infra.Audit.Pods;

/// <summary>
/// Adds up what each namespace's pods take of its quota, LimitRange defaults included, and what a rolling update or a job's run takes beside: what no longer fits is
/// refused at the next rollout. A quota with scopes counts the pods that they match.
/// </summary>
internal sealed class QuotaAudit
{
    private readonly List<AuditFinding> _findings = [];
    private readonly SortedDictionary<string, List<string>> _uncounted = new(StringComparer.Ordinal);
    private int _judged;
    private int _refused;

    private QuotaAudit()
    {
    }

    public ControlTally Tally => new(NamespaceControl.ResourceQuota, ControlTally.Namespaces, _judged, _refused);

    public IReadOnlyList<AuditFinding> Findings => _findings;

    /// <summary>Keys of quotas that count what was not recorded, each with its namespaces.</summary>
    public IReadOnlyDictionary<string, List<string>> Uncounted => _uncounted;

    public static QuotaAudit Run(InForce inForce, RecordedCluster cluster)
    {
        var audit = new QuotaAudit();
        var workloads = cluster.Workloads.ToLookup(workload => workload.Name.Namespace, StringComparer.Ordinal);
        foreach (var space in inForce.Plan.Namespaces.Where(space => workloads.Contains(space.Name)))
        {
            var admission = inForce.Admission[space.Name];
            if (admission.Hard is { } hard && admission.CountsPods)
                audit.Judge(space, admission, hard, [.. workloads[space.Name]]);
        }

        return audit;
    }

    private void Judge(NamespacePlan space, NamespaceAdmission admission, IReadOnlyDictionary<string, Quantity> hard, List<RecordedWorkload> workloads)
    {
        var before = _findings.Count;
        var used = new QuotaSum();
        var surges = new List<(RecordedWorkload Workload, QuotaSum Sum)>();
        foreach (var workload in workloads)
        {
            if (QuotaSum.CountOf(workload.Name.Kind) is { } count)
                used.Add(count, Quantity.FromInteger(1));
            foreach (var recorded in workload.Pods)
            {
                using var pod = recorded.Read();
                if (!admission.Counts(pod.Spec))
                    continue;
                var use = admission.UseOf(pod.Spec);
                used.Add(use, Pods(workload, recorded));
                AddUnstated(space, admission, workload, pod);
                if (recorded == workload.Template && workload.Surge > 0)
                    surges.Add((workload, QuotaSum.Of(use, workload.Surge)));
            }
        }

        foreach (var (key, limit) in hard)
        {
            if (!QuotaSum.Knows(key))
                Uncount(key, space.Name);
            else if (used[key] > limit)
                Add(space, null, key, $"its pods take {used[key]} of {key}, and the quota is {limit}: the next of them is refused");
            else
                foreach (var (workload, sum) in surges.Where(surge => !surge.Sum[key].IsZero && used[key] + surge.Sum[key] > limit))
                    Add(space, workload, key, FormattableString.Invariant($"a rollout or run makes {workload.Surge} more {(workload.Surge == 1 ? "pod" : "pods")} and takes {sum[key]} of {key}: {used[key]} of {limit} is taken already"));
        }

        _judged++;
        _refused += _findings.Count > before ? 1 : 0;
    }

    /// <summary>How many pods of this kind there are, or will be again: a controller that wants more than run makes the rest from its template.</summary>
    private static int Pods(RecordedWorkload workload, RecordedPod pod) =>
        pod.Running + (pod == workload.Template ? Math.Max(0, (workload.Replicas ?? 0) - workload.Running) : 0);

    private void AddUnstated(NamespacePlan space, NamespaceAdmission admission, RecordedWorkload workload, PodFacts pod)
    {
        foreach (var refusal in workload.IsStatic ? [] : admission.RefusedByQuota(pod.Spec))
        {
            var finding = new AuditFinding(NamespaceControl.ResourceQuota, space.Name, workload.Name.ToString(), $"{refusal.Subject} {refusal.Message}", refusal.Fix);
            if (!_findings.Contains(finding))
                _findings.Add(finding);
        }
    }

    private void Add(NamespacePlan space, RecordedWorkload? workload, string key, string message) =>
        _findings.Add(new AuditFinding(NamespaceControl.ResourceQuota, space.Name, workload?.Name.ToString(), message, $"raise {space.Path}.quota.hard[{key}], or ask for less"));

    private void Uncount(string key, string space)
    {
        if (!_uncounted.TryGetValue(key, out var namespaces))
            _uncounted[key] = namespaces = [];
        namespaces.Add(space);
    }
}

