using Hardening.Infra.Plans;
using Hardening.Primitives;

namespace Hardening.Infra.Comparing;

/// <summary>Finds what allows at least as much as an item that another plan lacks: a registry of which it is a part, a block that holds its addresses, a rule without its labels. Lacking the item is then not stricter.</summary>
internal static class WiderItem
{
    /// <summary>What stands in a list for an item that is not in it; null where nothing does.</summary>
    /// <param name="place">The item's place.</param>
    /// <param name="list">The list that lacks it.</param>
    /// <param name="item">The item.</param>
    public static string? Of(IReadOnlyList<Segment> place, PlanNode list, PlanNode item)
    {
        var name = place[^1].Name;
        Func<string, bool>? covers = place switch
        {
            [{ Name: PlanSections.Registries }, { Name: "trusted" }, _] => other => name.StartsWith(other + "/", StringComparison.Ordinal),
            [{ Name: PlanSections.Projects }, _, { Name: "sourceRepos" }, _] => other => Parts(other, name),
            [{ Name: PlanSections.Projects }, _, { Name: "sourceNamespaces" }, _] => other => Glob.Covers(other, name),
            [{ Name: PlanSections.Projects }, _, { Name: "destinations" }, _] => other => other[0] != '!' && name[0] != '!' && Glob.Covers(other, name),
            [{ Name: PlanSections.Dashboard }, { Name: "read" or "write" }, _] => other => Right(other, name),
            [{ Name: PlanSections.Namespaces or PlanSections.Defaults }, .., { Name: "egress" or "egressDeny" or "ingress", IsItem: false }, _] => other => Peer(other, name),
            _ => null,
        };
        return covers is null ? null : list.Members.Where(other => covers(other.Key) && Holds(RuleTree.Ports, other.Value, item) && Holds(RightTree.Verbs, other.Value, item)).Select(other => other.Key).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>Addresses of repositories: <c>*</c> alone is every one, else it stays within a part between slashes, and <c>**</c> does not.</summary>
    private static bool Parts(string wider, string name)
    {
        if (wider is "*" || (wider.EndsWith("/**", StringComparison.Ordinal) && name.StartsWith(wider[..^2], StringComparison.Ordinal)))
            return name[0] != '!';
        var (own, other) = (wider.Split('/'), name.Split('/'));
        return own.Length == other.Length && wider[0] != '!' && own.Zip(other).All(pair => Glob.Covers(pair.First, pair.Second));
    }

    /// <summary>A resource, behind a blank followed by the names of the objects that the right is limited to.</summary>
    private static bool Right(string wider, string right)
    {
        var (own, other) = (wider.Split(' ', 2), right.Split(' ', 2));
        return own[0] == other[0] && Rule.Holds(own.ElementAtOrDefault(1), other.ElementAtOrDefault(1));
    }

    private static bool Holds(string list, PlanNode wider, PlanNode item) => wider.TextAt(list) is not { } items || Rule.Holds(items, item.TextAt(list));

    /// <summary>Destinations and sources as they are written on one line: what else a rule says narrows it.</summary>
    private static bool Peer(string wider, string peer)
    {
        var (kind, other) = (wider.Split(' ')[0], peer.Split(' ')[0]);
        if (wider is "world true")
            return other is "cidr" or "fqdn" or "nfs";
        if (wider is "anyNamespace true" && other is "namespace" or "sameNamespace")
            return true;
        if (kind != other || kind is "dns" or "nodeLocalDns" or "icmp" or "nfs" or "none")
            return false;
        return peer.StartsWith(wider + " ", StringComparison.Ordinal)
            || (wider.Split(' ') is ["cidr", var block] && Cidr.TryParse(block, out var own, out _) && Cidr.TryParse(peer.Split(' ')[1], out var inner, out _) && own.Contains(inner))
            || (wider.Split(' ') is ["fqdn", var name] && DnsPattern.TryParse(name, out var pattern, out _) && DnsPattern.TryParse(peer.Split(' ')[1], out var narrower, out _) && pattern.Covers(narrower));
    }
}
