using Hardening.Infra.Recorded.Sizing;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>What a quota's numbers of objects have to hold. They are raised and never lowered: one object too many costs nothing, one too few stops a rollout.</summary>
internal static class CountSizing
{
    private const string Any = "count/";
    private const string Pods = "pods";
    private const string Claims = "persistentvolumeclaims";

    /// <summary>The quota's keys that count pods or claims, each with what it has to hold and why.</summary>
    public static IEnumerable<(string Key, long Least, string Why)> Of(IReadOnlyList<ScaledWorkload> workloads, string space, SizingFacts facts)
    {
        var pods = workloads.Sum(workload => (long)workload.Pods);
        var claims = workloads.Sum(workload => (long)workload.Scaled * workload.Claims);
        var grown = workloads.Sum(workload => (long)(workload.Scaled - workload.Replicas) * workload.Claims);
        foreach (var prefix in new[] { "", Any })
        {
            yield return Row(prefix + Pods, pods, 0, $"{CountText.Of(pods, "pod")}, {CountText.Included(workloads)} included, and a fifth more");
            yield return Row(prefix + Claims, claims, grown, grown > 0 ? "claims of StatefulSets, autoscalers' maxima included, and a fifth more" : "claims of StatefulSets, and a fifth more");
        }

        (string, long, string) Row(string key, long counted, long more, string why)
        {
            var used = facts.Used.TryGetValue((space, key), out var quantity) && quantity.TryToInt64(out var units) ? units : 0;
            return used + more > counted ? (key, used + more, more > 0 ? "what is used now, autoscalers' maxima included, and a fifth more" : "what is used now, and a fifth more") : (key, counted, why);
        }
    }

    /// <summary>A fifth more, in whole objects.</summary>
    public static Quantity WithHeadroom(long least) => Quantity.FromInteger(((least * 6) + 4) / 5);
}
