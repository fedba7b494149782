using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks one address block. The canonical form always has a prefix length, which Cilium requires.</summary>
internal static class CidrChecks
{
    public static string? Check(string value, LeafReport report) => Parse(value, report)?.ToString();

    /// <summary>For a block that must not be the whole world, such as one that was not known when the rules were compared.</summary>
    public static string? NotWorld(string value, LeafReport report)
    {
        if (Parse(value, report) is not { } block)
        {
            return null;
        }

        if (!block.IsAny)
        {
            return block.ToString();
        }

        report.Refuse(value, "is the whole world", "name the block");
        return null;
    }

    public static Cidr? Parse(string value, LeafReport report)
    {
        if (Cidr.TryParse(value, out var cidr, out var error))
        {
            if (!cidr.HasHostBits)
            {
                return cidr;
            }

            report.Refuse(
                value,
                report.IsSecret ? "has address bits behind its prefix length" : $"has address bits behind its prefix length: the block is {cidr}",
                "write the block as it is, or the address alone");
            return null;
        }

        report.Refuse(
            value,
            report.IsSecret ? "is no address block" : $"is no address block: {error}",
            "write 192.168.1.0/24, 2001:db8::/32 or a single address");
        return null;
    }

    /// <summary>Warns where the block lies among addresses that the engine does not judge by CIDR, or not everywhere alike.</summary>
    public static void WarnOfClusterAddresses(Cidr cidr, LeafReport report, NetworkFacts facts)
    {
        if (facts.PodCidrs.Any(block => block.Contains(cidr)))
        {
            report.Warn(facts.IsKubernetes
                ? "lies in cluster.podCidrs: pods change their addresses, and not every network plugin matches pods by ipBlock; use namespace or sameNamespace with pods"
                : "lies in cluster.podCidrs: CIDR rules do not match pods, so this has no effect; use namespace or sameNamespace with pods");
        }
        else if (facts.ServiceCidrs.Any(block => block.Contains(cidr)))
        {
            report.Warn(facts.IsKubernetes
                ? "lies in cluster.serviceCidrs: most network plugins judge after service translation and never see a Service's address; use namespace with pods"
                : "lies in cluster.serviceCidrs: a policy is judged after service translation and never sees a Service's address; use namespace with pods");
        }
        else if (!facts.IsKubernetes && facts.NodeCidrs.Any(block => block.Contains(cidr)))
        {
            report.Warn(
                "lies in cluster.nodeCidrs: CIDR rules do not match nodes unless policy-cidr-match-mode has nodes; if this is a node's address use nodes");
        }
    }
}
