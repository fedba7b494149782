using Hardening.Primitives;
using Pulumi;

namespace Hardening.Components;

/// <summary>The known address blocks of one rule, for the checks that compare rules.</summary>
/// <param name="Place">The rule's path: <c>egress[1]</c>.</param>
/// <param name="Blocks">The blocks that could be read.</param>
/// <param name="Except">The blocks left out.</param>
/// <param name="EveryPort">Whether the rule concerns every port.</param>
/// <param name="HasReason">Whether the rule says why it is there.</param>
internal sealed record AddressBlocks(string Place, IReadOnlyList<Cidr> Blocks, IReadOnlyList<Cidr> Except, bool EveryPort, bool HasReason)
{
    /// <summary>Whether some block is secret, so that none is shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Checks the members <c>cidr</c>, <c>cidrs</c> and <c>except</c>, which rules and carve-outs share.</summary>
    public static AddressBlocks Check(
        string place,
        Input<string>? cidr,
        List<Input<string>>? cidrs,
        List<Input<string>>? except,
        bool everyPort,
        string? reason,
        ProblemList problems,
        NetworkFacts facts)
    {
        var blocks = new List<Cidr>();
        var secret = false;
        string? Block(string value, LeafReport report)
        {
            if (CidrChecks.Parse(value, report) is not { } block)
            {
                return null;
            }

            CidrChecks.WarnOfClusterAddresses(block, report, facts);
            secret |= report.IsSecret;
            blocks.Add(block);
            return block.ToString();
        }

        if (cidr is not null)
        {
            InputLeaf.Of(cidr).Check(problems, "cidr", Block);
        }

        EntryLists.Check(cidrs, problems, "cidrs", Block);
        var unknown = (cidrs ?? []).Append(cidr).Count(input => input is not null && !InputLeaf.Of(input).IsKnown);
        var left = Exceptions(except, blocks, unknown, several: cidrs?.Count > 1, problems);
        secret |= (except ?? []).Exists(input => input is not null && InputLeaf.Of(input).IsSecret);
        return new AddressBlocks(place, blocks, left, everyPort, !string.IsNullOrWhiteSpace(reason)) { IsSecret = secret };
    }

    private static List<Cidr> Exceptions(List<Input<string>>? except, List<Cidr> blocks, int unknown, bool several, ProblemList problems)
    {
        var left = new List<Cidr>();
        if (except is not null && unknown > 0 && several)
        {
            problems.Add(
                "except",
                null,
                "cannot be matched to blocks of which some are not known yet",
                "give each block that has exceptions a rule of its own");
        }

        EntryLists.Check(except, problems, "except", (value, report) =>
        {
            if (CidrChecks.Parse(value, report) is not { } hole)
            {
                return null;
            }

            left.Add(hole);
            if (unknown == 0 && blocks.Count > 0 && Refusal(hole, blocks) is var (message, fix))
            {
                report.Refuse(value, message, fix);
            }

            return hole.ToString();
        });
        return left;
    }

    /// <summary>Why a block cannot be left out of others; null where it can.</summary>
    public static (string Message, string Fix)? Refusal(Cidr hole, IReadOnlyList<Cidr> blocks)
    {
        if (blocks.Any(block => hole.Contains(block) && block.Contains(hole)))
        {
            return ("leaves nothing of the block", "take both out");
        }

        return blocks.Any(block => block.Contains(hole))
            ? null
            : ("lies in none of the rule's blocks", "leave it out: what no rule allows needs no exception");
    }
}
