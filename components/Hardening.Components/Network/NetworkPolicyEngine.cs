namespace Hardening.Components;

/// <summary>Which kind of policy restricts the connections of pods (<see cref="ClusterFactsArgs.NetworkPolicyEngine"/>): what the cluster's network plugin enforces.</summary>
public static class NetworkPolicyEngine
{
    /// <summary>Cilium's own <c>CiliumNetworkPolicy</c>: names, entities, ICMP and carve-outs, and an Audit that drops nothing.</summary>
    public const string CiliumNetworkPolicy = "CiliumNetworkPolicy";

    /// <summary>
    /// Kubernetes' <c>NetworkPolicy</c> of <c>networking.k8s.io/v1</c>, for other plugins that enforce it: pods, address blocks and ports of TCP, UDP and SCTP.
    /// It denies as soon as it exists, so it has no Audit.
    /// </summary>
    public const string KubernetesNetworkPolicy = "KubernetesNetworkPolicy";

    /// <summary>Every value, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [CiliumNetworkPolicy, KubernetesNetworkPolicy];
}
