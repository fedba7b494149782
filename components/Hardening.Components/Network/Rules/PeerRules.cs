using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The rules of a rule's peers.</summary>
internal static class PeerRules
{
    private static readonly string[] Entities =
        ["all", "world", "cluster", "host", "init", "ingress", "unmanaged", "remote-node", "health", "none", "kube-apiserver", "cluster-mesh"];

    public static void Check(JsonElement rule, string place, ProblemList problems, SpecScope scope, bool denies)
    {
        CheckShape(rule, problems, scope, denies);
        CheckEntities(rule, place, problems, scope, denies);
        CheckBlocks(rule, place, problems, scope, denies);
        CheckNames(rule, place, problems, scope, denies);
        var prefix = scope.Direction.Prefix;
        foreach (var member in new[] { prefix + "Endpoints", prefix + "Nodes" })
        {
            var selectors = SpecReader.List(rule, member, problems);
            for (var index = 0; index < selectors.Count; index++)
            {
                SelectorRules.Check(selectors[index], problems.At(EntryLists.Item(member, index)));
            }
        }

        if (SpecReader.Has(rule, prefix + "Requires"))
        {
            problems.Add(prefix + "Requires", null, "was removed in Cilium 1.19, which refuses it", $"narrow {prefix}Endpoints itself");
        }

        if (SpecReader.Has(rule, prefix + "Nodes") && !scope.Facts.NodeSelectorLabels)
        {
            problems.Add(
                prefix + "Nodes",
                null,
                "needs Cilium's enable-node-selector-labels, which is off unless cluster.nodeSelectorLabels says otherwise",
                $"turn the flag on or use {prefix}Entities");
        }

        if (denies && SpecReader.Has(rule, "authentication"))
        {
            problems.Add("authentication", null, "is for rules that allow", "take it out");
        }
    }

    private static void CheckShape(JsonElement rule, ProblemList problems, SpecScope scope, bool denies)
    {
        var set = scope.Direction.Peers.Where(peer => SpecReader.Has(rule, peer)).ToList();
        foreach (var peer in set.Where(peer => rule.GetProperty(peer) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0))
        {
            problems.Add(
                peer,
                null,
                scope.Direction.IsIngress ? "is empty and selects nothing" : "is empty: some lists then select nothing and toFQDNs any destination",
                "give at least one entry or take the rule out");
        }

        var full = set.Where(peer => SpecReader.List(rule, peer, new ProblemList()).Count > 0).ToList();
        if (full.Count > 1)
        {
            problems.Add(string.Empty, null, $"combines {string.Join(" and ", full)}, which Cilium refuses", "write one rule for each");
        }

        var narrowed = SpecReader.Has(rule, "toPorts") || SpecReader.Has(rule, "icmps");
        if (set.Count == 0 && narrowed && !denies)
        {
            problems.Warn(string.Empty, $"names no peer: any {scope.Direction.Peer} is allowed, the world included");
        }
        else if (set.Count == 0 && !narrowed && !denies)
        {
            problems.Warn(string.Empty, "is an empty rule, which allows nothing in Cilium (in a NetworkPolicy it allows everything)");
        }

        scope.Allows |= !denies && (set.Count > 0 || narrowed);
        scope.AllowsOutside |= !denies && ((set.Count == 0 && narrowed) || set.Exists(peer => peer.EndsWith("CIDR", StringComparison.Ordinal) || peer.EndsWith("CIDRSet", StringComparison.Ordinal)));
    }

    private static void CheckEntities(JsonElement rule, string place, ProblemList problems, SpecScope scope, bool denies)
    {
        foreach (var (path, entity) in SpecReader.Texts(rule, scope.Direction.Prefix + "Entities", problems))
        {
            if (!Entities.Contains(entity))
            {
                var meant = DidYouMean.Suggest(entity, Entities);
                problems.Add(path, entity, "is no entity", meant is null ? $"write one of {string.Join(", ", Entities)}" : $"did you mean {meant}?");
            }
            else if (entity == "cluster-mesh" && !scope.Facts.HasClusterMeshEntity)
            {
                problems.Add(path, entity, "needs Cilium 1.20", "state cluster.ciliumVersion or update Cilium");
            }
            else if (denies)
            {
                scope.DeniesWorldEntity ??= entity is "world" or "all" ? $"{place}.{path}" : null;
            }
            else
            {
                scope.AllowsOutside |= entity is "world" or "all";
                if (Loophole(entity, SpecReader.Has(rule, "toPorts"), scope.Direction) is { } loophole)
                {
                    problems.Warn(path, loophole);
                }
            }
        }
    }

    private static string? Loophole(string entity, bool hasPorts, SpecDirection direction) => entity switch
    {
        "all" => $"allows every {direction.Peer}, in and outside the cluster",
        "cluster" => "allows every pod and node of the cluster",
        "cluster-mesh" => "allows every pod and node of every connected cluster",
        "host" or "remote-node" when !hasPorts && direction.IsIngress => "lets whatever runs on the nodes' own network reach every port; add toPorts",
        "host" or "remote-node" when !hasPorts => "allows every port of the nodes, the kubelet's included; add toPorts",
        _ => null,
    };

    private static void CheckBlocks(JsonElement rule, string place, ProblemList problems, SpecScope scope, bool denies)
    {
        var blocks = new List<Cidr>();
        var left = new List<Cidr>();
        foreach (var (path, text) in SpecReader.Texts(rule, scope.Direction.Prefix + "CIDR", problems))
        {
            AddBlock(text, new LeafReport(problems, path, IsSecret: false), blocks, scope);
        }

        var member = scope.Direction.Prefix + "CIDRSet";
        var sets = SpecReader.List(rule, member, problems);
        for (var index = 0; index < sets.Count; index++)
        {
            CidrSetRules.Check(sets[index], problems.At(EntryLists.Item(member, index)), blocks, left, scope);
        }

        if (blocks.Count > 0)
        {
            (denies ? scope.Denied : scope.Allowed).Add(new AddressBlocks(place, blocks, left, !SpecReader.Has(rule, "toPorts"), HasReason: false));
        }
    }

    public static void AddBlock(string text, LeafReport report, List<Cidr> blocks, SpecScope scope)
    {
        if (!Cidr.TryParse(text, out var block, out var error))
        {
            report.Refuse(text, $"is no address block: {error}", "write 192.168.1.0/24 or 2001:db8::/32");
        }
        else if (block.IsBareAddress)
        {
            report.Refuse(text, "has no prefix length, which Cilium requires", $"write {block}");
        }
        else
        {
            CidrChecks.WarnOfClusterAddresses(block, report, scope.Facts);
            blocks.Add(block);
        }
    }

    private static void CheckNames(JsonElement rule, string place, ProblemList problems, SpecScope scope, bool denies)
    {
        if (scope.Direction.IsIngress || !SpecReader.Has(rule, "toFQDNs"))
        {
            return;
        }

        if (denies)
        {
            problems.Add("toFQDNs", null, "is for rules that allow: a name cannot be denied", "leave the name out of what is allowed");
            return;
        }

        scope.NameRules.Add(place);
        var names = SpecReader.List(rule, "toFQDNs", problems);
        for (var index = 0; index < names.Count; index++)
        {
            NameMatchRules.Check(names[index], problems.At(EntryLists.Item("toFQDNs", index)), scope.Facts, destination: true);
        }
    }
}
