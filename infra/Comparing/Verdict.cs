namespace Hardening.Infra.Comparing;

/// <summary>Which of two values is stricter, and why in a word.</summary>
internal readonly record struct Verdict(Stricter Stricter, string Reason);
