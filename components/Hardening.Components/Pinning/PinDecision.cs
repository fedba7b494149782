namespace Hardening.Components;

/// <summary>Whether an image names one build for good.</summary>
/// <param name="IsPinned">Whether it does.</param>
/// <param name="Reason">Why not, as the rest of a sentence; <see langword="null"/> when it does.</param>
public sealed record PinDecision(bool IsPinned, string? Reason)
{
    internal static PinDecision Pinned { get; } = new(true, null);

    internal static PinDecision Refused(string reason) => new(false, reason);
}
