namespace Hardening.Infra.Recorded.Flows;

/// <summary>One recorded flow out of a pod or into one.</summary>
/// <param name="IsIngress">Whether it was recorded as it arrived at the pod, not as it left it.</param>
/// <param name="Own">How it looks from that pod.</param>
/// <param name="Other">How it looks from the pod at the other end; null where that is no pod, and where it got no further.</param>
/// <param name="Time">When; null where the flow does not say.</param>
/// <param name="Dropped">Why a policy dropped it; null where none did.</param>
internal sealed record RecordedFlow(bool IsIngress, RecordedEnd Own, RecordedEnd? Other, DateTimeOffset? Time, string? Dropped);
