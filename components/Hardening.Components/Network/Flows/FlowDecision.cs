namespace Hardening.Components;

/// <summary>What becomes of a flow, and which rule decides it.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Rule">The path of the rule or carve-out that decides; <see langword="null"/> where none does.</param>
public sealed record FlowDecision(FlowOutcome Outcome, string? Rule);
