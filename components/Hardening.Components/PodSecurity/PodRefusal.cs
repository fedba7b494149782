namespace Hardening.Components;

/// <summary>Why admission refuses a pod.</summary>
/// <param name="Subject">The part of the pod: <c>pod</c>, <c>container web</c>, <c>volume data</c>.</param>
/// <param name="Message">What it does, as the rest of a sentence.</param>
/// <param name="Fix">What to write instead.</param>
public sealed record PodRefusal(string Subject, string Message, string Fix)
{
    /// <summary><c>container web runs privileged; set securityContext.privileged: false</c>.</summary>
    public override string ToString() => $"{Subject} {Message}; {Fix}";
}
