using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks what no rule shows by itself: how the rules of one policy act on each other.</summary>
internal static class EgressInteractions
{
    public const string DenyBeatsAllow =
        "beside rules that allow: in Cilium a deny beats every allow, however narrow and in whatever order, so the names and blocks that the rules allow would be dropped silently";

    public const string LeaveWorldOut = "leave the world out of the carve-outs: what no rule allows is denied already";

    private const string AllowsNothing = "allows nothing unless another policy of the same pods has a DNS rule";

    /// <summary>Whether a warning is that of a policy without a DNS rule, which another policy of the same pods answers.</summary>
    public static bool NeedsDns(Warning warning) => warning.Message.StartsWith(AllowsNothing, StringComparison.Ordinal);

    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16");

    public static void Check(EgressPolicyArgs args, ProblemList problems, EgressScope scope)
    {
        WorldChecks.CheckTogether(scope.Allowed, Direction.Egress, problems);
        CheckDeniedWorld(args, problems, scope);
        WarnOfShadows(problems, scope);
        AddressInteractions.WarnOfReopenedExceptions(scope.Allowed, scope.Facts.IsKubernetes ? "leave them out there too" : "use egressDeny for what must stay closed", problems);
        WarnOfDns(args, problems, scope);
        WarnOfAudit(args, problems, scope);
    }

    /// <summary>The world that the carve-outs deny, in one piece or in several; null when they leave something.</summary>
    public static string? DeniedWorld(IReadOnlyList<AddressBlocks> denied) => WorldCoverage.Of(denied.SelectMany(deny => deny.Blocks));

    /// <summary>The carve-out that leaves nothing of an allowed rule; null when something is left.</summary>
    public static AddressBlocks? ShadowOf(AddressBlocks allow, IReadOnlyList<AddressBlocks> denied) =>
        allow.Blocks.Count == 0 ? null : denied.FirstOrDefault(deny => deny.EveryPort && allow.Blocks.All(block => Denies(deny, block)));

    private static void CheckDeniedWorld(EgressPolicyArgs args, ProblemList problems, EgressScope scope)
    {
        if (DeniedWorld(scope.Denied) is not { } world)
        {
            return;
        }

        var whole = scope.Denied.FirstOrDefault(deny => WorldCoverage.Of(deny.Blocks) is not null);
        var place = whole?.Place ?? "egressDeny";
        if (args.Rules is not null)
        {
            problems.Add(place, null, $"denies the whole {world} world {DenyBeatsAllow}", LeaveWorldOut);
        }
        else
        {
            problems.Warn(place, $"denies the whole {world} world: no policy can allow these pods a name or a block outside the cluster any more");
        }
    }

    private static void WarnOfShadows(ProblemList problems, EgressScope scope)
    {
        foreach (var allow in scope.Allowed)
        {
            if (ShadowOf(allow, scope.Denied) is { } shadow)
            {
                problems.Warn(allow.Place, $"allows nothing: {shadow.Place} denies every address of it, and a deny beats an allow");
            }
        }
    }

    private static bool Denies(AddressBlocks deny, Cidr block) =>
        deny.Blocks.Any(wide => wide.Contains(block)) && !deny.Except.Any(hole => hole.Contains(block) || block.Contains(hole));

    private static void WarnOfDns(EgressPolicyArgs args, ProblemList problems, EgressScope scope)
    {
        if (!scope.HasDns)
        {
            foreach (var place in scope.NameRules)
            {
                problems.Warn(
                    place,
                    AllowsNothing + ": Cilium learns a name's addresses from the answers that pass one; add dns or nodeLocalDns");
            }
        }
        else if (scope.Facts.NodeLocalDns == true && !(scope.Facts.IsKubernetes ? AllowsLinkLocal(scope) : scope.HasNodeLocalDns))
        {
            var add = scope.Facts.IsKubernetes ? "its address as cidr, such as 169.254.20.10/32, with ports [53/UDP, 53/TCP]" : "nodeLocalDns";
            problems.Warn(
                "egress",
                $"cluster.nodeLocalDns is true and no rule lets the pods ask it: names will not resolve in Enforce; add {add}");
        }

        if (args.Mode == Rollout.Enforce && args.Rules is not null && args.PodSelector is null
            && args.Namespace is not null && InputLeaf.Of(args.Namespace) is { Value: "kube-system", IsSecret: false })
        {
            problems.Warn(
                "podSelector",
                "is absent in kube-system: CoreDNS itself is governed too and needs its upstream resolvers and the API server");
        }
    }

    private static bool AllowsLinkLocal(EgressScope scope) =>
        scope.Allowed.SelectMany(rule => rule.Blocks).Any(LinkLocal.Overlaps);

    private static void WarnOfAudit(EgressPolicyArgs args, ProblemList problems, EgressScope scope)
    {
        if (args.Mode != Rollout.Audit)
        {
            return;
        }

        if (args.Deny is not null)
        {
            problems.Warn("egressDeny", "is not applied in Audit, since a deny always drops; it takes effect with Enforce");
        }

        if (args.Rules is not null)
        {
            NetworkModes.WarnOfMissingLog(args.Mode, scope.Facts, problems);
        }
    }
}
