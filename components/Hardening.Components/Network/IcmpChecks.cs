using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks rules for ICMP messages.</summary>
internal static class IcmpChecks
{
    public const int MaximumTypes = 40;
    public const string DefaultType = "EchoRequest";

    public static void Check(IcmpArgs icmp, Direction direction, ProblemList problems, NetworkFacts facts)
    {
        if (!facts.IcmpRules)
        {
            problems.Add(
                string.Empty,
                null,
                "needs Cilium's enable-icmp-rules, which cluster.icmpRules says is off",
                "turn the flag on in the agents' configuration, or take the rule out");
        }

        var family = icmp.Family ?? IcmpFamily.IPv4;
        if (Choice.Check(family, IcmpFamily.All, problems, "family"))
        {
            CheckTypes(icmp.Types, family, problems);
        }

        EntryLists.Check(icmp.Cidrs, problems, "cidrs", (value, report) => CheckBlock(value, report, family, facts));
        if (icmp.Cidrs is null)
        {
            problems.Warn("cidrs", direction == Direction.Egress
                ? "is absent, so the messages may go anywhere, the world included, and ICMP can carry data out; list the blocks"
                : "is absent, so the messages may come from anywhere, the world included; list the blocks where no pod sends them");
        }
    }

    private static void CheckTypes(List<string>? types, string family, ProblemList problems)
    {
        if (types is null)
        {
            return;
        }

        EntryLists.RefuseEmpty(types.Count, problems, "types");
        if (types.Count > MaximumTypes)
        {
            problems.Add("types", null, $"has {types.Count} entries and Cilium takes {MaximumTypes}", "write several rules");
        }

        for (var index = 0; index < types.Count; index++)
        {
            var path = EntryLists.Item("types", index);
            var type = types[index];
            if (type is null || !IcmpTypes.IsKnown(family, type))
            {
                var meant = type is null ? null : DidYouMean.Suggest(type, IcmpTypes.NamesOf(family));
                problems.Add(
                    path,
                    type,
                    $"is no type of ICMP over {family}",
                    meant is null ? "write a number from 0 to 255 or a name such as EchoRequest" : $"did you mean {meant}?");
            }
            else if (IcmpTypes.NumberOf(family, type) == 0)
            {
                problems.Add(
                    path,
                    type,
                    "allows every type: Cilium keeps types where it keeps ports, and 0 is all of them there",
                    "leave it out: replies to what is allowed pass without a rule");
            }
            else if (types.IndexOf(type) is var first && first < index)
            {
                problems.Add(path, type, $"repeats {EntryLists.Item("types", first)}", "take one of them out");
            }
        }
    }

    private static string? CheckBlock(string value, LeafReport report, string family, NetworkFacts facts)
    {
        if (CidrChecks.Parse(value, report) is not { } block)
        {
            return null;
        }

        if (block.IsIPv6 != (family == IcmpFamily.IPv6))
        {
            report.Refuse(value, $"is no {family} block, and the rule's messages are {family}", "write one rule for each family");
            return null;
        }

        CidrChecks.WarnOfClusterAddresses(block, report, facts);
        return block.ToString();
    }
}
