namespace Hardening.Components;

/// <summary>Identities of Cilium that no intent of ingress names (<see cref="IngressRuleArgs.Entities"/>).</summary>
public static class IngressEntity
{
    /// <summary>Every pod and node of the cluster.</summary>
    public const string Cluster = "cluster";

    /// <summary>Every pod and node of every connected cluster; Cilium 1.20.</summary>
    public const string ClusterMesh = "cluster-mesh";

    /// <summary>Cilium's health checks between nodes.</summary>
    public const string Health = "health";

    /// <summary>Cilium's own ingress and gateway.</summary>
    public const string Ingress = "ingress";

    /// <summary>Pods whose labels Cilium does not know yet.</summary>
    public const string Init = "init";

    /// <summary>Pods that Cilium did not connect.</summary>
    public const string Unmanaged = "unmanaged";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [Cluster, ClusterMesh, Health, Ingress, Init, Unmanaged];
}
