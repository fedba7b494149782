namespace Hardening.Components;

/// <summary>Tells which destination a rule or a carve-out names.</summary>
internal static class EgressKinds
{
    public const string OfRule =
        "dns, nodeLocalDns, sameNamespace, namespace, anyNamespace, kubeApiServer, nodes, nfs, fqdn, fqdns, cidr, cidrs, cidrGroup, icmp, world or none";

    public const string OfDeny = "cidr, cidrs, cidrGroup, namespace or nodes";

    /// <summary>Every destination that the rule sets, by wire name, in the order of the documentation.</summary>
    public static List<(EgressKind Kind, string Member)> Set(EgressRuleArgs rule) => Present(
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
    public static List<(EgressKind Kind, string Member)> Set(EgressDenyArgs deny) => Present(
        (EgressKind.Cidr, "cidr", deny.Cidr is not null),
        (EgressKind.Cidr, "cidrs", deny.Cidrs is not null),
        (EgressKind.CidrGroup, "cidrGroup", deny.CidrGroup is not null),
        (EgressKind.Namespace, "namespace", deny.Namespace is not null),
        (EgressKind.Nodes, "nodes", deny.Nodes));

    /// <summary>The one destination; null where there is none or more than one, which is reported.</summary>
    public static EgressKind? Single(List<(EgressKind Kind, string Member)> set, string known, ProblemList problems)
    {
        if (set.Count == 1)
        {
            return set[0].Kind;
        }

        if (set.Count == 0)
        {
            problems.Add(string.Empty, null, "names no destination, which Cilium would read as any", $"set exactly one of {known}");
        }
        else
        {
            var members = string.Join(" and ", set.Select(one => one.Member));
            problems.Add(
                string.Empty,
                null,
                $"names several destinations: {members}; Cilium refuses two kinds of peer in one rule",
                "write one rule for each");
        }

        return null;
    }

    private static List<(EgressKind Kind, string Member)> Present(params ReadOnlySpan<(EgressKind Kind, string Member, bool IsSet)> members)
    {
        var set = new List<(EgressKind, string)>(1);
        foreach (var (kind, member, isSet) in members)
        {
            if (isSet)
            {
                set.Add((kind, member));
            }
        }

        return set;
    }
}
