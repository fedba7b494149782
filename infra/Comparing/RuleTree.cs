using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Comparing;

/// <summary>Makes rules about connections comparable: one item a destination or source, with its ports, however the plan groups them.</summary>
internal static class RuleTree
{
    /// <summary>What stands for every port.</summary>
    public const string AllPorts = "all";

    public const string Ports = "ports";
    private const string EveryPort = "allPorts";
    private const string Reason = "reason";

    /// <summary>Lists of destinations or sources, each with the key that holds one.</summary>
    private static readonly Dictionary<string, string> Plurals = new(StringComparer.Ordinal) { ["fqdns"] = "fqdn", ["cidrs"] = "cidr", ["entities"] = "entity" };

    public static PlanNode Of(ConfigNode list)
    {
        var ports = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var reasons = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var rule in list.Items)
        {
            var own = rule.Members.TryGetValue(Ports, out var stated) ? stated.Items.Select(PlanTree.OneLine) : [AllPorts];
            foreach (var peer in PeersOf(rule))
            {
                Of(ports, peer).UnionWith(own);
                if (rule.Members.TryGetValue(Reason, out var reason))
                    Of(reasons, peer).Add(reason.Text);
            }
        }

        return PlanNode.List(ports.ToDictionary(peer => peer.Key, peer => Item(peer.Value, reasons.GetValueOrDefault(peer.Key)), StringComparer.Ordinal));
    }

    private static PlanNode Item(SortedSet<string> ports, SortedSet<string>? reasons)
    {
        var members = new Dictionary<string, PlanNode>(StringComparer.Ordinal) { [Ports] = PlanNode.Of(ports.Contains(AllPorts) ? AllPorts : string.Join(", ", ports)) };
        if (reasons is not null)
            members[Reason] = PlanNode.Of(string.Join("; ", reasons));
        return PlanNode.Map(members);
    }

    /// <summary>The destinations or sources of a rule: one for each item of a list, each with what narrows it.</summary>
    private static IEnumerable<string> PeersOf(ConfigNode rule)
    {
        var rest = rule.Members.Where(member => member.Key is not (Ports or EveryPort or Reason) && !Plurals.ContainsKey(member.Key) && member.Value is not { Kind: ConfigKind.Bool, Text: "false" }).ToList();
        foreach (var (plural, singular) in Plurals)
        {
            if (!rule.Members.TryGetValue(plural, out var several))
                continue;
            foreach (var one in several.Items)
                yield return PlanTree.OneLine(ConfigNode.Object([new(singular, one), .. rest]));
        }

        if (!rule.Members.Keys.Any(Plurals.ContainsKey))
            yield return PlanTree.OneLine(ConfigNode.Object(rest));
    }

    private static SortedSet<string> Of(Dictionary<string, SortedSet<string>> sets, string peer)
    {
        if (!sets.TryGetValue(peer, out var set))
            sets[peer] = set = new SortedSet<string>(StringComparer.Ordinal);
        return set;
    }
}
