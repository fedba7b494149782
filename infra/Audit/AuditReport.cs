namespace Hardening.Infra.Audit;

/// <summary>Everything that an audit says.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="AsOf">The day by which exemptions were judged.</param>
/// <param name="Recorded">What the recording holds, a line each.</param>
/// <param name="Controls">What came of each control.</param>
/// <param name="Findings">What would break, or has broken.</param>
/// <param name="Notes">What was not judged, and what a reader should know besides.</param>
internal sealed record AuditReport(
    string Stack,
    DateOnly AsOf,
    IReadOnlyList<string> Recorded,
    IReadOnlyList<ControlTally> Controls,
    IReadOnlyList<AuditFinding> Findings,
    IReadOnlyList<string> Notes);
