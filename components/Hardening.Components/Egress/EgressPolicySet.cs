namespace Hardening.Components;

/// <summary>
/// Checks what several policies do to each other. Cilium knows no order among policies: those that select the same pods are one union, in which any
/// default deny denies by default and any deny beats every allow.
/// </summary>
/// <remarks>
/// Only policies of the same namespace whose pod selectors may select the same pods are compared; two selectors are apart where they ask one label for
/// two values. A namespace that is not known yet is not compared.
/// </remarks>
public static class EgressPolicySet
{
    /// <summary>Checks policies against each other; each alone is the matter of <see cref="EgressPolicy.Validate"/>.</summary>
    /// <param name="policies">Each policy and its path, which is put before the paths of its problems.</param>
    public static ValidationResult Validate(IReadOnlyList<(string Path, EgressPolicyArgs Args)> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var problems = new ProblemList();
        var members = policies.Select(policy => new EgressSetMember(policy.Path, policy.Args)).Where(member => member.Namespace is not null);
        foreach (var group in members.GroupBy(member => member.Namespace, StringComparer.Ordinal))
        {
            var siblings = group.ToList();
            for (var index = 0; index < siblings.Count; index++)
            {
                CheckNames(siblings, index, problems);
                var member = siblings[index];
                var others = siblings.Where(other => other != member && member.MaySelectPodsOf(other)).ToList();
                others.ForEach(other => CheckPair(member, other, problems));
                WarnOfUnaskableNames(member, others, problems);
            }
        }

        return problems.ToResult();
    }

    private static void CheckNames(List<EgressSetMember> siblings, int index, ProblemList problems)
    {
        var member = siblings[index];
        foreach (var earlier in siblings.Take(index))
        {
            if (earlier.ObjectNames.Intersect(member.ObjectNames, StringComparer.Ordinal).FirstOrDefault() is { } name)
            {
                problems.At(member.Path).Add(
                    "policyName",
                    name,
                    $"{earlier.Path} makes a {new NetworkFacts(member.Args.Cluster).Kind} of the same name in namespace {member.Namespace}",
                    "give each policy of a namespace a policyName of its own");
                return;
            }
        }
    }

    private static void WarnOfUnaskableNames(EgressSetMember member, List<EgressSetMember> others, ProblemList problems)
    {
        foreach (var (place, name) in member.Names.Unaskable(others.ConvertAll(other => other.Names)))
        {
            var resolvers = string.Join(" and ", others.Where(other => other.Names.HasDns).Select(other => other.Path));
            problems.At(member.Path).Warn(
                place,
                $"{name} may not be asked for: the DNS rules of the same pods, in {resolvers}, let only their own names through; add it to their names, or give this policy a DNS rule");
        }
    }

    private static void CheckPair(EgressSetMember member, EgressSetMember other, ProblemList problems)
    {
        var at = problems.At(member.Path);
        if (member.Args is { Mode: Rollout.Audit, Rules: not null } && other.Enforces)
        {
            at.Add(
                "mode",
                Rollout.Audit,
                $"{other.Path} enforces egress on the same pods, so their traffic is cut whatever this policy says: default deny holds where one policy asks for it",
                "enforce both, or audit both");
        }

        if (EgressInteractions.DeniedWorld(member.Denied) is { } world && other.Args.Rules is not null && member.Args.Rules is null)
        {
            at.Add(
                "egressDeny",
                null,
                $"denies the whole {world} world {EgressInteractions.DenyBeatsAllow} ({other.Path})",
                EgressInteractions.LeaveWorldOut);
        }
        else if (EgressInteractions.DeniedWorld(member.Denied.Concat(other.Denied).ToList()) is { } together
            && EgressInteractions.DeniedWorld(member.Denied) is null
            && EgressInteractions.DeniedWorld(other.Denied) is null
            && (member.Args.Rules ?? other.Args.Rules) is not null
            && string.CompareOrdinal(member.Path, other.Path) > 0)
        {
            at.Add(
                "egressDeny",
                null,
                $"denies, together with {other.Path}, the whole {together} world {EgressInteractions.DenyBeatsAllow}",
                EgressInteractions.LeaveWorldOut);
        }

        foreach (var allow in member.Allowed)
        {
            if (EgressInteractions.ShadowOf(allow, other.Denied) is { } shadow)
            {
                at.Warn(
                    allow.Place,
                    $"allows nothing: {other.Path}.{shadow.Place} denies every address of it on the same pods, and a deny beats an allow");
            }
        }
    }
}
