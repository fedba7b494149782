namespace Hardening.Infra.Sizing;

/// <summary>What there is to say beside the numbers.</summary>
internal sealed class SizingRemarks
{
    /// <summary>What was left out of account.</summary>
    public List<SizingSkip> Skipped { get; } = [];

    /// <summary>What else the recommendations tell.</summary>
    public List<string> Notes { get; } = [];
}
