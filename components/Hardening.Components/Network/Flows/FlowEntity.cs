namespace Hardening.Components;

/// <summary>Cilium's entities that a recorded peer may belong to, by their names without <c>reserved:</c>; <see cref="IngressEntity"/> has the rest. A peer may belong to several.</summary>
public static class FlowEntity
{
    /// <summary>Everything outside the cluster.</summary>
    public const string World = "world";

    /// <summary>The pod's own node.</summary>
    public const string Host = "host";

    /// <summary>Another node.</summary>
    public const string RemoteNode = "remote-node";

    /// <summary>The Kubernetes API server.</summary>
    public const string KubeApiServer = "kube-apiserver";
}
