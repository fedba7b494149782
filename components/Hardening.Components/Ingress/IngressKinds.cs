namespace Hardening.Components;

/// <summary>Tells which source a rule names.</summary>
internal static class IngressKinds
{
    public const string Known = "sameNamespace, namespace, anyNamespace, kubeApiServer, nodes, cidr, cidrs, cidrGroup, entities, icmp, world or none";

    /// <summary>Every source that the rule sets, by wire name, in the order of the documentation.</summary>
    public static List<(IngressKind Kind, string Member)> Set(IngressRuleArgs rule) => PeerKinds.Present(
        (IngressKind.SameNamespace, "sameNamespace", rule.SameNamespace),
        (IngressKind.Namespace, "namespace", rule.Namespace is not null),
        (IngressKind.AnyNamespace, "anyNamespace", rule.AnyNamespace),
        (IngressKind.KubeApiServer, "kubeApiServer", rule.KubeApiServer),
        (IngressKind.Nodes, "nodes", rule.Nodes),
        (IngressKind.Cidr, "cidr", rule.Cidr is not null),
        (IngressKind.Cidr, "cidrs", rule.Cidrs is not null),
        (IngressKind.CidrGroup, "cidrGroup", rule.CidrGroup is not null),
        (IngressKind.Entities, "entities", rule.Entities is not null),
        (IngressKind.Icmp, "icmp", rule.Icmp is not null),
        (IngressKind.World, "world", rule.World),
        (IngressKind.None, "none", rule.None));
}
