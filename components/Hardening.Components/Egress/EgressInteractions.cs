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

    public static void Check(EgressPolicyArgs args, ProblemList problems, EgressScope scope)
    {
        WorldChecks.CheckTogether(scope.Allowed, problems);
        CheckDeniedWorld(args, problems, scope);
        WarnOfShadows(problems, scope);
        WarnOfReopenedExceptions(problems, scope);
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

    private static void WarnOfReopenedExceptions(ProblemList problems, EgressScope scope)
    {
        foreach (var rule in scope.Allowed.Where(rule => rule.Except.Count > 0))
        {
            foreach (var other in scope.Allowed.Where(other => other != rule))
            {
                var reopened = rule.Except.Where(hole => Allows(other, hole)).ToList();
                if (reopened.Count > 0)
                {
                    problems.Warn(
                        $"{rule.Place}.except",
                        $"{other.Place} allows {(rule.IsSecret ? "some of them" : string.Join(", ", reopened))} again: except leaves a block out of its own rule only; use egressDeny for what must stay closed");
                }
            }
        }
    }

    private static bool Allows(AddressBlocks rule, Cidr block) =>
        rule.Blocks.Any(wide => wide.Contains(block)) && !rule.Except.Any(hole => hole.Contains(block));

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
        else if (scope.Facts.NodeLocalDns == true && !scope.HasNodeLocalDns)
        {
            problems.Warn(
                "egress",
                "cluster.nodeLocalDns is true and no rule lets the pods ask it: names will not resolve in Enforce; add nodeLocalDns");
        }

        if (args.Mode == Rollout.Enforce && args.Rules is not null && args.PodSelector is null
            && args.Namespace is not null && InputLeaf.Of(args.Namespace) is { Value: "kube-system", IsSecret: false })
        {
            problems.Warn(
                "podSelector",
                "is absent in kube-system: CoreDNS itself is governed too and needs its upstream resolvers and the API server");
        }
    }

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

        if (args.Rules is not null && !scope.Facts.HasLogField)
        {
            problems.Warn(
                "cluster.ciliumVersion",
                scope.Facts.Cilium is null
                    ? "is not stated, so the policy's name is not put into flows (log.value needs Cilium 1.18)"
                    : $"is {scope.Facts.CiliumText}, so the policy's name is not put into flows (log.value needs Cilium 1.18)");
        }
    }
}
