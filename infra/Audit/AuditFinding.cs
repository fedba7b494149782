namespace Hardening.Infra.Audit;

/// <summary>Something that would break, or has broken, where a control is enforced.</summary>
/// <param name="Control">The control.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Workload">The workload, as <c>Deployment/web</c>; null where the whole namespace is concerned.</param>
/// <param name="Message">What, and why it is refused.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record AuditFinding(string Control, string Namespace, string? Workload, string Message, string Fix)
{
    /// <summary>A rule that would allow it, in the plan's own notation.</summary>
    public string? Rule { get; init; }

    /// <summary>How many recorded flows it stands for.</summary>
    public long? Flows { get; init; }
}
