using Pulumi;

namespace Hardening.Components;

/// <summary>
/// Refuses what a NetworkPolicy cannot say because it knows peers by selector and address alone: whatever Cilium knows by name needs its addresses in the cluster facts.
/// </summary>
internal static class KubernetesPeerChecks
{
    /// <summary>What to do about a peer that only Cilium knows.</summary>
    public const string OrCilium = "or run Cilium and set cluster.networkPolicyEngine: CiliumNetworkPolicy";

    public static bool HasGroup(Input<string> group, ProblemList problems, NetworkFacts facts)
    {
        var leaf = InputLeaf.Of(group);
        if (leaf.Value is null)
        {
            problems.Add("cidrGroup", null, "is not known yet, and a NetworkPolicy states the group's blocks in place", "write the name unencrypted, or list the blocks in cidrs");
            return false;
        }

        if (facts.BlocksOf(leaf.Value).Count > 0)
        {
            return true;
        }

        problems.Add(
            "cidrGroup",
            leaf.IsSecret ? null : leaf.Value,
            "is a CiliumCIDRGroup, which a NetworkPolicy cannot refer to, and its blocks are not stated",
            "give the group its cidrs in cluster.cidrGroups, or list the blocks in cidrs");
        return false;
    }

    public static bool HasApiServer(ProblemList problems, NetworkFacts facts)
    {
        if (facts.KubeApiServerCidrs.Count > 0)
        {
            return true;
        }

        problems.Add(
            "kubeApiServer",
            "true",
            "a NetworkPolicy knows the API server by its addresses alone, and they are not stated",
            "state cluster.kubeApiServerCidrs (kubectl get endpointslices -n default kubernetes)");
        return false;
    }

    public static bool HasNodes(ProblemList problems, NetworkFacts facts)
    {
        if (facts.NodeCidrs.Count > 0)
        {
            return true;
        }

        problems.Add("nodes", "true", "a NetworkPolicy knows nodes by their addresses alone, and they are not stated", "state cluster.nodeCidrs");
        return false;
    }

    public static void RefuseIcmp(ProblemList problems) => problems.Add(
        "icmp",
        null,
        "a NetworkPolicy knows TCP, UDP and SCTP; whether ICMP passes is up to the network plugin",
        $"take the rule out, {OrCilium}");

    /// <summary>Warns where the world cannot be told from the cluster.</summary>
    public static void WarnOfWorld(ProblemList problems, NetworkFacts facts)
    {
        if (facts.PodCidrs.Count == 0)
        {
            problems.Warn(
                "world",
                "is every address in a NetworkPolicy, and most network plugins match the cluster's own pods by it too: state cluster.podCidrs, serviceCidrs and nodeCidrs, which are then left out");
        }
    }
}
