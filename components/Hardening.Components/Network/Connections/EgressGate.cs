using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>One policy of egress, asked whether it lets a connection out.</summary>
/// <param name="space">Its namespace.</param>
/// <param name="args">The policy.</param>
internal sealed class EgressGate(string space, EgressPolicyArgs args)
{
    // NetworkPolicies match pods by address with most network plugins, and Cilium with this mode.
    private readonly bool _matchesPodsByAddress =
        args.Cluster?.NetworkPolicyEngine == NetworkPolicyEngine.KubernetesNetworkPolicy || args.Cluster?.PolicyCidrMatchMode?.Contains(CidrMatchMode.Pods) == true;

    public bool Enforces { get; } = args.Mode == Rollout.Enforce;

    /// <summary>Whether what no rule allows is cut for every pod with the labels.</summary>
    public bool Governs(IReadOnlyDictionary<string, string>? pods) => args.Rules is not null && ConnectionPolicy.Governs(args.PodSelector, pods);

    /// <summary>Whether some pod with the labels may be selected.</summary>
    public bool MaySelect(IReadOnlyDictionary<string, string>? pods) => LabelChecks.MayOverlap(pods, args.PodSelector);

    /// <summary>Whether some rule lets pods out to those of a namespace on the port; on some port where it is null.</summary>
    public bool LetsOut(string @namespace, IReadOnlyDictionary<string, string>? pods, PortSpec? port) => (args.Rules ?? []).OfType<EgressRuleArgs>().Any(rule => LetsOut(rule, @namespace, pods, port));

    private bool LetsOut(EgressRuleArgs rule, string @namespace, IReadOnlyDictionary<string, string>? pods, PortSpec? port)
    {
        if (EgressTarget.Of(rule, space) is { } target)
        {
            return target.Namespace == @namespace && LabelChecks.MayOverlap(target.Pods, pods) && Meets(target.Ports, port);
        }

        var isUnknown = rule.Namespace is not null || rule.Dns is not null || rule.AnyNamespace;
        var isAddress = rule.Cidr is not null || rule.Cidrs is not null || rule.CidrGroup is not null || rule.Nfs is not null || rule.World;
        return (isUnknown && LabelChecks.MayOverlap(rule.Pods, pods) && Meets(rule.Ports is null ? null : EgressTarget.Read(rule.Ports), port)) || (isAddress && _matchesPodsByAddress);
    }

    private static bool Meets(IReadOnlyList<PortSpec>? ports, PortSpec? port) => port is null || ports is null || ports.Any(other => ConnectionPolicy.Meet(other, port));
}
