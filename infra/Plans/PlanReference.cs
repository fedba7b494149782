namespace Hardening.Infra.Plans;

/// <summary>A name that has to stand elsewhere in the plan.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Name">The name.</param>
/// <param name="Path">Where it is named.</param>
internal sealed record PlanReference(ReferenceKind Kind, string Name, string Path);
