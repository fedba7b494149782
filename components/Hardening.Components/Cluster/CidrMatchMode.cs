namespace Hardening.Components;

/// <summary>What Cilium's CIDR rules match beside addresses outside of the cluster: <c>policy-cidr-match-mode</c>.</summary>
public static class CidrMatchMode
{
    /// <summary>Nodes, from Cilium 1.15 on.</summary>
    public const string Nodes = "nodes";

    /// <summary>Pods, from Cilium 1.20 on.</summary>
    public const string Pods = "pods";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [Nodes, Pods];
}
