using System.Globalization;
using Hardening.Infra.Recorded.Sizing;

namespace Hardening.Infra.Sizing;

/// <summary>Numbers of things in words.</summary>
internal static class CountText
{
    /// <summary><c>1 pod</c>, <c>2 pods</c>.</summary>
    public static string Of(long count, string thing) => count == 1 ? "1 " + thing : string.Create(CultureInfo.InvariantCulture, $"{count} {thing}s");

    /// <summary>What a number of pods counts beside those that are wanted now.</summary>
    public static string Included(IEnumerable<ScaledWorkload> workloads) => workloads.Any(workload => workload.Scaled > workload.Replicas) ? "rollouts and autoscalers' maxima" : "rollouts";
}
