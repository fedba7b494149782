using Pulumi;

namespace Hardening.Components;

/// <summary>A workload whose pods <see cref="TopologySpread"/> spreads over nodes and zones.</summary>
public sealed class SpreadWorkloadArgs : ResourceArgs
{
    /// <summary>Namespace of the pods. Required.</summary>
    [Input("namespace", required: true)]
    public string? Namespace { get; set; }

    /// <summary>The workload's name. Required.</summary>
    [Input("workload", required: true)]
    public string? Workload { get; set; }

    /// <summary>
    /// Labels of its pods and of no others, such as <c>app.kubernetes.io/name</c> with <c>app.kubernetes.io/component</c>. Required. The pods that are counted are chosen by the same
    /// labels, so that labels of a revision or of a single pod are refused: each pod would be counted alone.
    /// </summary>
    [Input("podSelector", required: true)]
    public Dictionary<string, string>? PodSelector { get; set; }

    /// <summary>How many replicas it has, or at most has where an autoscaler decides. Required. One replica is accepted, with a warning: there is nothing to spread.</summary>
    [Input("replicas", required: true)]
    public int? Replicas { get; set; }

    /// <summary>
    /// One of <see cref="SpreadKind.All"/>. Required with <see cref="SpreadDelivery.ServerSideApplyPatch"/>, which has to know what to patch; else <see cref="SpreadKind.Deployment"/> by
    /// default.
    /// </summary>
    [Input("kind")]
    public string? Kind { get; set; }

    /// <summary>Name of the object that <see cref="SpreadDelivery.ServerSideApplyPatch"/> patches. Default: <see cref="Workload"/>.</summary>
    [Input("objectName")]
    public string? ObjectName { get; set; }

    /// <summary>By how many pods nodes, and zones, may differ; 1 or more. Default: 1.</summary>
    [Input("maxSkew")]
    public int? MaxSkew { get; set; }

    /// <summary>
    /// One of <see cref="UnsatisfiableSpread.All"/>, for nodes. Default: <see cref="UnsatisfiableSpread.ScheduleAnyway"/>. Never scheduling is accepted only where the cluster
    /// has nodes enough for every replica and for what a rollout starts besides, and from Kubernetes 1.33 on, which can pass over tainted nodes.
    /// </summary>
    [Input("whenUnsatisfiable")]
    public string? WhenUnsatisfiable { get; set; }

    /// <summary>The same for zones. Default: <see cref="UnsatisfiableSpread.ScheduleAnyway"/>. Without zones in the cluster's facts there is no constraint on zones.</summary>
    [Input("zoneWhenUnsatisfiable")]
    public string? ZoneWhenUnsatisfiable { get; set; }

    /// <summary>
    /// How many nodes there have to be before the skew is counted from the emptiest of them; 1 or more, at most as many as the cluster has. Only with
    /// <see cref="UnsatisfiableSpread.DoNotSchedule"/>, as Kubernetes has it.
    /// </summary>
    [Input("minDomains")]
    public int? MinDomains { get; set; }

    /// <summary>
    /// Labels whose values are taken from each pod, so that only pods with the same values are counted; needs Kubernetes 1.27. Default: <c>pod-template-hash</c> for Deployments from that
    /// version on, so that a rollout is spread as if the pods that it replaces were gone; else none. An empty list is none.
    /// </summary>
    [Input("matchLabelKeys")]
    public List<string>? MatchLabelKeys { get; set; }
}
