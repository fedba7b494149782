namespace Hardening.Infra.Audit.Flows;

/// <summary>A policy of the plan by what findings say of it.</summary>
/// <param name="Namespace">The namespace of the governed pods.</param>
/// <param name="Workload">The workload whose policy it is; null for that of all pods.</param>
/// <param name="Path">Its place in the plan.</param>
/// <param name="Rules">The place of its rules.</param>
/// <param name="IsNone">Whether it allows nothing at all.</param>
internal sealed record PlannedPolicy(string Namespace, string? Workload, string Path, string Rules, bool IsNone);
