using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>What a policy about pods leaves alone, and why.</summary>
/// <param name="Section">The section that holds the policy.</param>
/// <param name="Namespaces">The namespaces that are left alone; null where the plan lists none.</param>
/// <param name="Reasons">Why each of them is, in the same order.</param>
/// <param name="Exceptions">The exceptions of single workloads, in the order in which the policy's arguments hold them.</param>
internal sealed record PolicyExemptions(string Section, IReadOnlyList<string>? Namespaces, IReadOnlyList<ExemptionArgs> Reasons, IReadOnlyList<ExceptionPlan> Exceptions)
{
    /// <summary>The member of every such section that lists the namespaces to leave alone.</summary>
    public const string NamespacesKey = "excludedNamespaces";

    /// <summary>Where a namespace that is left alone stands.</summary>
    public string PathOf(int index) => $"{Section}.{NamespacesKey}[{index}]";
}
