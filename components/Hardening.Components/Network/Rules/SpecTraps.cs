namespace Hardening.Components;

/// <summary>How the rules of one spec act on each other.</summary>
internal static class SpecTraps
{
    public static void Check(ProblemList problems, SpecScope scope)
    {
        CheckWorld(problems, scope);
        foreach (var allow in scope.Allowed)
        {
            if (EgressInteractions.ShadowOf(allow, scope.Denied) is { } shadow)
            {
                problems.Warn(allow.Place, $"allows nothing: {shadow.Place} denies every address of it, and a deny beats an allow");
            }
        }

        if (!scope.HasDns)
        {
            foreach (var place in scope.NameRules)
            {
                problems.Warn(
                    place,
                    "allows nothing unless another policy of the same pods has a DNS rule: Cilium learns a name's addresses from the answers that pass one");
            }
        }
    }

    private static void CheckWorld(ProblemList problems, SpecScope scope)
    {
        // Denying the world beside rules for pods alone is sound where others connect; pods that connect by name or address would lose all of it.
        var contradicted = scope.Direction.IsIngress ? scope.AllowsOutside : scope.Allows;
        if (contradicted && (scope.DeniesWorldEntity ?? (EgressInteractions.DeniedWorld(scope.Denied) is null ? null : scope.Direction.DenySection)) is { } place)
        {
            problems.Add(place, null, $"denies the world {EgressInteractions.DenyBeatsAllow}", EgressInteractions.LeaveWorldOut);
        }

        var bare = scope.Allowed.Where(rule => rule.Except.Count == 0).ToList();
        if (WorldCoverage.Of(bare.SelectMany(rule => rule.Blocks)) is not { } world)
        {
            return;
        }

        var whole = bare.SelectMany(rule => rule.Blocks).Any(block => block.IsAny);
        problems.Warn(
            scope.Direction.Section,
            world == "IPv4 and IPv6"
                ? $"allows the whole world by address; {scope.Direction.Prefix}Entities: [world] says so plainly"
                : $"allows the whole {world} world{(whole ? string.Empty : " in pieces")} and not the other family; {scope.Direction.Prefix}Entities: [world] is both");
    }
}
