using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads one item of <c>hardening:disruption</c>.</summary>
internal sealed class DisruptionReader(ClusterFactsArgs facts, RolloutPlan rollout)
{
    private const int MostReplicas = 10_000;

    public PodDisruptionArgs Read(PlanObject item)
    {
        var args = new PodDisruptionArgs
        {
            Mode = rollout.ModeOf(Controls.PodDisruption),
            Namespace = item.Text("namespace"),
            Workload = item.Text("workload"),
            PodSelector = item.TextMap("podSelector"),
            Replicas = item.Integer("replicas", 1, MostReplicas),
            MinAvailable = item.TextOrInteger("minAvailable"),
            MaxUnavailable = item.TextOrInteger("maxUnavailable"),
            UnhealthyPodEvictionPolicy = item.Text("unhealthyPodEvictionPolicy", UnhealthyPodEviction.All),
            Cluster = facts,
        };
        item.Done<PodDisruptionArgs>();
        return args;
    }
}
