using Hardening.Infra.Recorded.Workloads;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Which recorded workload the pods of a flow belong to, where flows do not say it themselves.</summary>
internal sealed class KnownWorkloads
{
    private readonly Dictionary<(string Namespace, string Pods), string?> _names = [];

    /// <param name="cluster">What was recorded of workloads; null where nothing was.</param>
    public KnownWorkloads(RecordedCluster? cluster)
    {
        foreach (var workload in cluster?.Workloads ?? [])
        {
            foreach (var recorded in workload.Pods)
            {
                using var pod = recorded.Read();
                var key = (workload.Name.Namespace, FlowText.Pods(pod.Labels));

                // Labels that two workloads share tell neither.
                _names[key] = _names.TryGetValue(key, out var other) && other != workload.Name.ToString() ? null : workload.Name.ToString();
            }
        }
    }

    public string? Find(string space, IReadOnlyDictionary<string, string> labels) => labels.Count == 0 ? null : _names.GetValueOrDefault((space, FlowText.Pods(labels)));
}
