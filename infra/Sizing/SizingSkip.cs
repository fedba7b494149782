namespace Hardening.Infra.Sizing;

/// <summary>Something that was left out of account, or a namespace that was left alone.</summary>
/// <param name="Subject">What.</param>
/// <param name="Reason">Why.</param>
internal sealed record SizingSkip(string Subject, string Reason);
