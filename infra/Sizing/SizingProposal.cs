namespace Hardening.Infra.Sizing;

/// <summary>What recommendations speak for.</summary>
/// <param name="Changes">Numbers to change, in the plan's order.</param>
/// <param name="Skipped">What was left out of account.</param>
/// <param name="Notes">What else the recommendations tell.</param>
/// <param name="Recommendations">How many recommendations there are.</param>
/// <param name="Used">How many of them were usable.</param>
internal sealed record SizingProposal(IReadOnlyList<SizingChange> Changes, IReadOnlyList<SizingSkip> Skipped, IReadOnlyList<string> Notes, int Recommendations, int Used);
