namespace Hardening.Infra.Sizing;

/// <summary>What the quotas promise together, against what there is.</summary>
/// <param name="Resource">The quota's key.</param>
/// <param name="Old">The sum before.</param>
/// <param name="New">The sum after.</param>
/// <param name="Bound">What it is held against.</param>
internal sealed record SizingTotal(string Resource, string Old, string New, string Bound);
