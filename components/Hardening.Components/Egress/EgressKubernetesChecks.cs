namespace Hardening.Components;

/// <summary>Refuses the destinations that a NetworkPolicy cannot say.</summary>
internal static class EgressKubernetesChecks
{
    /// <summary>Whether the rule's destination can be said; if not, the reason is reported.</summary>
    public static bool CanSay(EgressRuleArgs rule, EgressKind kind, string member, ProblemList problems, EgressScope scope)
    {
        switch (kind)
        {
            case EgressKind.Dns:
                RefuseNames(rule.Dns!, problems.At("dns"));
                return true;
            case EgressKind.NodeLocalDns:
                problems.Add(
                    member,
                    null,
                    "is the node itself on a link-local address, which a NetworkPolicy knows by that address alone",
                    "write cidr with the address that the kubelets hand out, such as 169.254.20.10/32, and ports [53/UDP, 53/TCP]");
                return false;
            case EgressKind.Fqdn:
                problems.Add(
                    member,
                    null,
                    "a NetworkPolicy knows pods and address blocks, not DNS names",
                    $"list the addresses in cidrs where they are stable, allow world with a reason, {KubernetesPeerChecks.OrCilium}");
                return false;
            case EgressKind.Icmp:
                KubernetesPeerChecks.RefuseIcmp(problems);
                return false;
            case EgressKind.CidrGroup:
                return KubernetesPeerChecks.HasGroup(rule.CidrGroup!, problems, scope.Facts);
            case EgressKind.KubeApiServer:
                return KubernetesPeerChecks.HasApiServer(problems, scope.Facts);
            case EgressKind.Nodes:
                return KubernetesPeerChecks.HasNodes(problems, scope.Facts);
            case EgressKind.World:
                KubernetesPeerChecks.WarnOfWorld(problems, scope.Facts);
                return true;
            default:
                return true;
        }
    }

    private static void RefuseNames(EgressDnsArgs dns, ProblemList problems)
    {
        if (dns.Names is not null || dns.RestrictNames)
        {
            problems.Add(
                dns.Names is null ? "restrictNames" : "names",
                null,
                "a NetworkPolicy does not look into DNS: whoever may ask the resolver may ask for every name",
                $"take it out, {KubernetesPeerChecks.OrCilium}");
        }
    }
}
