using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:spread</c>.</summary>
internal static class SpreadReader
{
    private const int MostReplicas = 10_000;

    public static TopologySpreadArgs? Read(PlanObject? section, ClusterFactsArgs facts, RolloutPlan rollout)
    {
        if (section is null)
            return null;
        var args = new TopologySpreadArgs
        {
            Mode = rollout.ModeOf(Controls.TopologySpread),
            FailurePolicy = section.Text("failurePolicy", PolicyFailure.All),
            Workloads = section.ObjectsOrNull("workloads")?.ConvertAll(ReadWorkload),
            Cluster = facts,
        };
        if (section.Text("delivery", SpreadDelivery.All) is { } delivery)
            args.Delivery = delivery;
        if (section.Text("policyName") is { } name)
            args.PolicyName = name;
        section.Done<TopologySpreadArgs>();
        return args;
    }

    private static SpreadWorkloadArgs ReadWorkload(PlanObject item)
    {
        var args = new SpreadWorkloadArgs
        {
            Namespace = item.Text("namespace"),
            Workload = item.Text("workload"),
            PodSelector = item.TextMap("podSelector"),
            Replicas = item.Integer("replicas", 1, MostReplicas),
            Kind = item.Text("kind", SpreadKind.All),
            ObjectName = item.Text("objectName"),
            MaxSkew = item.Integer("maxSkew", 1, MostReplicas),
            WhenUnsatisfiable = item.Text("whenUnsatisfiable", UnsatisfiableSpread.All),
            ZoneWhenUnsatisfiable = item.Text("zoneWhenUnsatisfiable", UnsatisfiableSpread.All),
            MinDomains = item.Integer("minDomains", 1, MostReplicas),
            MatchLabelKeys = item.TextsOrNull("matchLabelKeys"),
        };
        item.Done<SpreadWorkloadArgs>();
        return args;
    }
}
