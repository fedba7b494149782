using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What a namespace's quota lets it consume; a number that no quota bounds is absent.</summary>
/// <param name="Name">The namespace.</param>
/// <param name="RequestsCpu">Sum of cpu requests, in cores.</param>
/// <param name="RequestsMemory">Sum of memory requests, in bytes.</param>
/// <param name="LimitsCpu">Sum of cpu limits, in cores.</param>
/// <param name="LimitsMemory">Sum of memory limits, in bytes.</param>
public sealed record NamespaceBudget(
    string Name,
    Quantity? RequestsCpu,
    Quantity? RequestsMemory,
    Quantity? LimitsCpu,
    Quantity? LimitsMemory)
{
    /// <summary>Reads the budget from a namespace's arguments, without creating anything. What validation refuses counts as absent.</summary>
    /// <param name="args">The arguments.</param>
    public static NamespaceBudget From(HardenedNamespaceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return From(args, NamespacePlan.Resolve(args, new ProblemList()));
    }

    internal static NamespaceBudget From(HardenedNamespaceArgs args, NamespacePlan plan)
    {
        // A scoped quota bounds some of the pods, so it bounds no sum.
        var hard = QuotaScopeRules.IsScoped(args.Quota) ? null : plan.Hard;
        return new NamespaceBudget(args.Name ?? string.Empty, Of("requests.cpu"), Of("requests.memory"), Of("limits.cpu"), Of("limits.memory"));

        Quantity? Of(string key) => hard is not null && hard.TryGetValue(key, out var quantity) ? quantity : null;
    }
}
