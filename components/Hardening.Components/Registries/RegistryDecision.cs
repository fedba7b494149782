namespace Hardening.Components;

/// <summary>Whether an image may be pulled.</summary>
/// <param name="IsTrusted">Whether it comes from a trusted registry.</param>
/// <param name="Reason">Why not; <see langword="null"/> when it may.</param>
public sealed record RegistryDecision(bool IsTrusted, string? Reason)
{
    internal static RegistryDecision Trusted { get; } = new(true, null);

    internal static RegistryDecision Refused(string reason) => new(false, reason);
}
