using System.Globalization;

namespace Hardening.Components;

/// <summary>Checks the egress policies of a phase against each other and against its namespaces.</summary>
internal static class PhaseEgress
{
    /// <summary>The namespaces in which a policy of all pods lets them resolve names, so that policies of single workloads need not.</summary>
    public static HashSet<string> ResolvingNamespaces(HardeningPhaseArgs args)
    {
        var policies = (args.Egress ?? []).Concat((args.Namespaces ?? []).Where(space => space is not null).Select(EgressDefaults.Fill));
        return policies.Where(policy => policy is { PodSelector: null, Rules: not null } && policy.Rules.Exists(rule => rule is { Dns: not null } or { NodeLocalDns: not null }))
            .Select(NamespaceOf!).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Validates a policy and leaves out warnings that the phase as a whole answers.</summary>
    public static ValidationResult Validate(EgressPolicyArgs policy, HashSet<string> resolving)
    {
        var result = EgressPolicy.Validate(policy);
        var resolved = policy.PodSelector is not null && NamespaceOf(policy) is { } space && resolving.Contains(space);
        return result.Warnings.Count == 0 ? result : result with { Warnings = [.. result.Warnings.Where(warning => !(resolved && EgressInteractions.NeedsDns(warning)) && !IsAnsweredNfs(warning, policy))] };
    }

    /// <summary>Compares all policies, and sees to it that every namespace has one.</summary>
    public static void CheckSet(IReadOnlyList<CheckedNamespace> namespaces, IReadOnlyList<Accepted<EgressPolicyArgs>> egress, PhaseProblems problems)
    {
        var policies = new List<(string Path, EgressPolicyArgs Args)>();
        for (var index = 0; index < namespaces.Count; index++)
        {
            if (namespaces[index].Egress is { } own)
            {
                policies.Add((problems.PlaceOf("namespaces", index) + ".egress", own.Args));
            }
        }

        policies.AddRange(egress.Select((policy, index) => (problems.PlaceOf("egress", index), policy.Args)));
        problems.AddPlaced(EgressPolicySet.Validate(policies));
        PhaseNames.CheckEgress(egress, problems);
        var covered = egress.Select(policy => NamespaceOf(policy.Args)).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < namespaces.Count; index++)
        {
            var space = namespaces[index];
            if (space.Egress is null && !covered.Contains(space.Args.Name) && !NamespacePlan.IsExempt(space.Args, NamespaceControl.Egress))
            {
                problems.Add(
                    string.Create(CultureInfo.InvariantCulture, $"namespaces[{index}].egress"),
                    null,
                    "is missing",
                    "list where its pods may connect (- none: true for nowhere), or exempt the namespace from egress");
            }
        }
    }

    /// <summary>The namespace of a policy; null where it is not known yet.</summary>
    public static string? NamespaceOf(EgressPolicyArgs policy) => policy.Namespace is null ? null : InputLeaf.Of(policy.Namespace).Value;

    /// <summary>Only pods that are NFS clients themselves need such a rule; one that states its reason has thought of that.</summary>
    private static bool IsAnsweredNfs(Warning warning, EgressPolicyArgs policy)
    {
        for (var index = 0; index < policy.Rules?.Count; index++)
        {
            if (policy.Rules[index] is { Nfs: not null, Reason.Length: > 0 } && warning.Path == string.Create(CultureInfo.InvariantCulture, $"egress[{index}].nfs"))
            {
                return true;
            }
        }

        return false;
    }
}
