namespace Hardening.Infra.Reports;

/// <summary>What one control amounts to in a stack.</summary>
/// <param name="Control">The control, in the plan's spelling.</param>
/// <param name="Modes">The modes in use and for how many namespaces each, the most frequent first.</param>
/// <param name="Objects">How many Kubernetes objects it consists of.</param>
/// <param name="Namespaces">In how many namespaces it acts; null where it is about the cluster as a whole.</param>
internal sealed record ControlSummary(string Control, string Modes, int Objects, int? Namespaces);
