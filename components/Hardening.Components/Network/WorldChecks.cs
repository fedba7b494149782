namespace Hardening.Components;

/// <summary>Checks that nothing stands for the whole world in disguise.</summary>
internal static class WorldChecks
{
    /// <summary>For the blocks of one rule that allows.</summary>
    public static void CheckAllowed(AddressBlocks rule, string member, Direction direction, ProblemList problems)
    {
        if (WorldCoverage.Of(rule.Blocks) is not { } world)
        {
            return;
        }

        if (rule.Except.Count == 0)
        {
            var whole = rule.Blocks.Any(block => WorldCoverage.Of([block]) is not null);
            problems.Add(
                member,
                rule.IsSecret ? null : string.Join(", ", rule.Blocks),
                whole ? $"is the whole {world} world{OtherFamily(world)}" : $"is the whole {world} world in pieces",
                UseWorld(direction));
            return;
        }

        if (!rule.HasReason)
        {
            problems.Add(
                "reason",
                null,
                $"the {world} world less a few blocks needs a written reason",
                $"say why these pods need it, or name the {direction.Peers}");
        }

        if (world != "IPv4 and IPv6")
        {
            problems.Warn(
                member,
                $"is the {world} world only: {(world == "IPv4" ? "IPv6 stays denied; add ::/0" : "IPv4 stays denied; add 0.0.0.0/0")} if these pods need it");
        }
    }

    /// <summary>For the rules of one policy together: pieces spread over rules are the world too.</summary>
    public static void CheckTogether(IReadOnlyList<AddressBlocks> allowed, Direction direction, ProblemList problems)
    {
        var bare = allowed.Where(rule => rule.Except.Count == 0 && !rule.HasReason).ToList();
        if (bare.Count > 1
            && bare.All(rule => WorldCoverage.Of(rule.Blocks) is null)
            && WorldCoverage.Of(bare.SelectMany(rule => rule.Blocks)) is { } world)
        {
            problems.Add(
                direction.Section,
                null,
                $"{string.Join(" and ", bare.Select(rule => rule.Place))} together are the whole {world} world in pieces",
                UseWorld(direction));
        }
    }

    private static string UseWorld(Direction direction) => $"use world with a reason, or name the {direction.Peers}";

    private static string OtherFamily(string world) => world switch
    {
        "IPv4" => ", while IPv6 stays denied",
        "IPv6" => ", while IPv4 stays denied",
        _ => string.Empty,
    };
}
