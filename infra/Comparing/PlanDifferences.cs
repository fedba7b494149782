namespace Hardening.Infra.Comparing;

/// <summary>What a comparison found.</summary>
/// <param name="Differences">Where the plans differ, by control, namespace and path.</param>
/// <param name="Incomparable">Places that are encrypted in both plans.</param>
internal sealed record PlanDifferences(IReadOnlyList<Difference> Differences, IReadOnlyList<string> Incomparable);
