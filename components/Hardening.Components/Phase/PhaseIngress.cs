using System.Globalization;

namespace Hardening.Components;

/// <summary>Checks the ingress policies of a phase against each other, against its namespaces, and against the egress policies at the other end of connections.</summary>
internal static class PhaseIngress
{
    /// <summary>Compares all policies, and sees to it that every namespace has one where any has.</summary>
    public static void CheckSet(
        IReadOnlyList<CheckedNamespace> namespaces, IReadOnlyList<Accepted<EgressPolicyArgs>> egress, IReadOnlyList<Accepted<IngressPolicyArgs>> ingress, PhaseProblems problems)
    {
        var policies = Own(namespaces, space => space.Ingress, "ingress", problems);
        policies.AddRange(ingress.Select((policy, index) => (problems.PlaceOf("ingress", index), policy.Args)));
        if (policies.Count == 0)
        {
            return;
        }

        problems.AddPlaced(IngressPolicySet.Validate(policies));
        PhaseNames.CheckIngress(ingress, problems);
        CheckEveryNamespace(namespaces, ingress, problems);
        var connecting = Own(namespaces, space => space.Egress, "egress", problems);
        connecting.AddRange(egress.Select((policy, index) => (problems.PlaceOf("egress", index), policy.Args)));
        problems.AddPlaced(NetworkConnections.Validate(connecting, policies));
    }

    /// <summary>The namespace of a policy; null where it is not known yet.</summary>
    public static string? NamespaceOf(IngressPolicyArgs policy) => policy.Namespace is null ? null : InputLeaf.Of(policy.Namespace).Value;

    private static void CheckEveryNamespace(IReadOnlyList<CheckedNamespace> namespaces, IReadOnlyList<Accepted<IngressPolicyArgs>> ingress, PhaseProblems problems)
    {
        var covered = ingress.Select(policy => NamespaceOf(policy.Args)).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < namespaces.Count; index++)
        {
            var space = namespaces[index];
            if (space.Ingress is null && !covered.Contains(space.Args.Name) && !NamespacePlan.IsExempt(space.Args, NamespaceControl.Ingress))
            {
                problems.Add(
                    string.Create(CultureInfo.InvariantCulture, $"namespaces[{index}].ingress"),
                    null,
                    "is missing, where other namespaces state it",
                    "list who may connect to its pods (- none: true for nobody), or exempt the namespace from ingress");
            }
        }
    }

    private static List<(string Path, TArgs Args)> Own<TArgs>(
        IReadOnlyList<CheckedNamespace> namespaces, Func<CheckedNamespace, Accepted<TArgs>?> policyOf, string member, PhaseProblems problems)
        where TArgs : Pulumi.ResourceArgs
    {
        var policies = new List<(string, TArgs)>();
        for (var index = 0; index < namespaces.Count; index++)
        {
            if (policyOf(namespaces[index]) is { } own)
            {
                policies.Add(($"{problems.PlaceOf("namespaces", index)}.{member}", own.Args));
            }
        }

        return policies;
    }
}
