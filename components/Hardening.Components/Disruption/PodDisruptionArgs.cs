using Pulumi;

namespace Hardening.Components;

/// <summary>What <see cref="PodDisruption"/> needs to know: which pods, how many there are, and how many may be evicted at once.</summary>
public sealed class PodDisruptionArgs : ResourceArgs, IToldOfCluster<PodDisruptionArgs>
{
    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>, which creates nothing. A budget cannot watch.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>Namespace of the pods. Required.</summary>
    [Input("namespace", required: true)]
    public string? Namespace { get; set; }

    /// <summary>Name of the Deployment or StatefulSet; the budget is named after it, <c>{workload}-disruption</c>. Required.</summary>
    [Input("workload", required: true)]
    public string? Workload { get; set; }

    /// <summary>
    /// Labels of its pods and of no others, such as <c>app.kubernetes.io/name</c> with <c>app.kubernetes.io/component</c>. Required; an empty selector would be every pod
    /// of the namespace. A pod that two budgets select cannot be evicted at all.
    /// </summary>
    [Input("podSelector", required: true)]
    public Dictionary<string, string>? PodSelector { get; set; }

    /// <summary>How many replicas it has, or at least has where an autoscaler decides; 2 or more. Required.</summary>
    [Input("replicas", required: true)]
    public int? Replicas { get; set; }

    /// <summary>How many pods stay: a number, or a percentage of the replicas, rounded up. Exactly one of this and <see cref="MaxUnavailable"/>.</summary>
    [Input("minAvailable")]
    public string? MinAvailable { get; set; }

    /// <summary>How many pods may be gone: a number, or a percentage of the replicas, rounded up. It follows when the replicas change.</summary>
    [Input("maxUnavailable")]
    public string? MaxUnavailable { get; set; }

    /// <summary>
    /// One of <see cref="UnhealthyPodEviction.All"/>; needs Kubernetes 1.31. Default: <see cref="UnhealthyPodEviction.AlwaysAllow"/> from that version on, else not stated.
    /// </summary>
    [Input("unhealthyPodEvictionPolicy")]
    public string? UnhealthyPodEvictionPolicy { get; set; }

    /// <summary>What is known of the cluster; the version of Kubernetes decides whether unhealthy pods can be evicted.</summary>
    [Input("cluster")]
    public ClusterFactsArgs? Cluster { get; set; }

    PodDisruptionArgs IToldOfCluster<PodDisruptionArgs>.Copy() => (PodDisruptionArgs)MemberwiseClone();
}
