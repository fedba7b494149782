using Hardening.Primitives;

namespace Hardening.Infra.Recorded.Sizing;

/// <summary>What was recorded of a cluster to size namespaces by.</summary>
/// <param name="Recommendations">What VerticalPodAutoscalers recommend.</param>
/// <param name="Workloads">What runs, and what it asks for.</param>
/// <param name="Autoscalers">What changes how many replicas there are.</param>
/// <param name="Used">What quotas count as used, by namespace and key.</param>
internal sealed record SizingFacts(
    IReadOnlyList<VpaRecommendation> Recommendations,
    IReadOnlyList<ScaledWorkload> Workloads,
    IReadOnlyList<Autoscaler> Autoscalers,
    IReadOnlyDictionary<(string Namespace, string Key), Quantity> Used)
{
    /// <summary>The kinds that are recorded, as kubectl is asked for them.</summary>
    public const string Kinds = "vpa,hpa,deployments,statefulsets,daemonsets,cronjobs,pods,resourcequotas";

    /// <summary>The command that records them.</summary>
    public const string RecordedBy = $"kubectl get {Kinds} -A -o json";
}
