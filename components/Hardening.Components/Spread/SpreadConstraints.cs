namespace Hardening.Components;

/// <summary>The constraints that a workload's pods get: one for nodes and, where the cluster has zones, one for zones.</summary>
/// <remarks>
/// Both, because Kubernetes' own preference for zones holds only for pods without constraints. The scheduler passes over nodes that lack the label of any constraint, so that one for
/// zones on nodes without zones would take the other's effect away.
/// </remarks>
internal static class SpreadConstraints
{
    public const string MatchLabelKeysVersion = "1.27";
    public const string RevisionKey = "pod-template-hash";

    public static IReadOnlyList<SpreadConstraint> Of(SpreadWorkloadArgs workload, ClusterFactsArgs? cluster)
    {
        var keys = MatchLabelKeys(workload, cluster);
        var skew = workload.MaxSkew ?? 1;
        var nodes = new SpreadConstraint(SpreadConstraint.Hostname, workload.WhenUnsatisfiable ?? UnsatisfiableSpread.ScheduleAnyway, skew, workload.PodSelector!)
        {
            MatchLabelKeys = keys,
            MinDomains = workload.MinDomains,
        };
        if (!HasZones(cluster))
        {
            return [nodes];
        }

        var zones = new SpreadConstraint(SpreadConstraint.Zone, workload.ZoneWhenUnsatisfiable ?? UnsatisfiableSpread.ScheduleAnyway, skew, workload.PodSelector!) { MatchLabelKeys = keys };
        return [nodes, zones];
    }

    /// <summary>Whether there is more than one zone to spread over.</summary>
    public static bool HasZones(ClusterFactsArgs? cluster) => cluster?.Zones is { Count: > 1 };

    public static IReadOnlyList<string> MatchLabelKeys(SpreadWorkloadArgs workload, ClusterFactsArgs? cluster) =>
        workload.MatchLabelKeys
        ?? ((workload.Kind ?? SpreadKind.Deployment) == SpreadKind.Deployment && ClusterFacts.KubernetesHas(cluster, MatchLabelKeysVersion) ? [RevisionKey] : []);

    /// <summary>
    /// How many pods are counted at once while a rollout runs. A Deployment starts a quarter more by default, rounded up; with <see cref="RevisionKey"/> each revision is counted by itself.
    /// </summary>
    public static int PodsAtOnce(SpreadWorkloadArgs workload, ClusterFactsArgs? cluster)
    {
        const int surge = 4;
        var replicas = workload.Replicas!.Value;
        var counted = (workload.Kind ?? SpreadKind.Deployment) == SpreadKind.Deployment && !MatchLabelKeys(workload, cluster).Contains(RevisionKey, StringComparer.Ordinal);
        return counted ? replicas + ((replicas + surge - 1) / surge) : replicas;
    }
}
