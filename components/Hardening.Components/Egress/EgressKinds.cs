namespace Hardening.Components;

/// <summary>Tells which destination a rule or a carve-out names.</summary>
internal static class EgressKinds
{
    public const string OfRule =
        "dns, nodeLocalDns, sameNamespace, namespace, anyNamespace, kubeApiServer, nodes, nfs, fqdn, fqdns, cidr, cidrs, cidrGroup, icmp, world or none";

    public const string OfDeny = "cidr, cidrs, cidrGroup, namespace or nodes";

    /// <summary>Every destination that the rule sets, by wire name, in the order of the documentation.</summary>
    public static List<(EgressKind Kind, string Member)> Set(EgressRuleArgs rule) => PeerKinds.Present(
        (EgressKind.Dns, "dns", rule.Dns is not null),
        (EgressKind.NodeLocalDns, "nodeLocalDns", rule.NodeLocalDns is not null),
        (EgressKind.SameNamespace, "sameNamespace", rule.SameNamespace),
        (EgressKind.Namespace, "namespace", rule.Namespace is not null),
        (EgressKind.AnyNamespace, "anyNamespace", rule.AnyNamespace),
        (EgressKind.KubeApiServer, "kubeApiServer", rule.KubeApiServer),
        (EgressKind.Nodes, "nodes", rule.Nodes),
        (EgressKind.Nfs, "nfs", rule.Nfs is not null),
        (EgressKind.Fqdn, "fqdn", rule.Fqdn is not null),
        (EgressKind.Fqdn, "fqdns", rule.Fqdns is not null),
        (EgressKind.Cidr, "cidr", rule.Cidr is not null),
        (EgressKind.Cidr, "cidrs", rule.Cidrs is not null),
        (EgressKind.CidrGroup, "cidrGroup", rule.CidrGroup is not null),
        (EgressKind.Icmp, "icmp", rule.Icmp is not null),
        (EgressKind.World, "world", rule.World),
        (EgressKind.None, "none", rule.None));

    /// <summary>Every destination that the carve-out sets.</summary>
    public static List<(EgressKind Kind, string Member)> Set(EgressDenyArgs deny) => PeerKinds.Present(
        (EgressKind.Cidr, "cidr", deny.Cidr is not null),
        (EgressKind.Cidr, "cidrs", deny.Cidrs is not null),
        (EgressKind.CidrGroup, "cidrGroup", deny.CidrGroup is not null),
        (EgressKind.Namespace, "namespace", deny.Namespace is not null),
        (EgressKind.Nodes, "nodes", deny.Nodes));
}
