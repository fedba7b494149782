using Hardening.Components;

namespace Hardening.Infra.Plans.Checks;

/// <summary>What the components say of one namespace's arguments and of its egress policies, in the plan's order.</summary>
internal sealed record NamespaceResults(NamespacePlan Namespace, ValidationResult OfNamespace, IReadOnlyList<ValidationResult> OfEgress)
{
    private const int WorthASecondThread = 64;

    /// <summary>Asks for every namespace; validation is pure, so that large plans are asked on two threads.</summary>
    public static NamespaceResults[] Of(IReadOnlyList<NamespacePlan> namespaces)
    {
        var results = new NamespaceResults[namespaces.Count];
        if (namespaces.Count < WorthASecondThread)
        {
            for (var index = 0; index < results.Length; index++)
                results[index] = Of(namespaces[index]);
        }
        else
        {
            Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, index => results[index] = Of(namespaces[index]));
        }

        return results;
    }

    private static NamespaceResults Of(NamespacePlan space) =>
        new(space, HardenedNamespace.Validate(space.Args), space.Egress.Select(egress => EgressPolicy.Validate(egress.Args)).ToList());
}
