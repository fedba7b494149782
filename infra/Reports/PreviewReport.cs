using Hardening.Preview;

namespace Hardening.Infra.Reports;

/// <summary>Everything that a preview shows.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Resources">The captured resources, the stack first; none where the plan was refused.</param>
/// <param name="Controls">The summary, a line a control.</param>
/// <param name="Warnings">What is probably not meant.</param>
/// <param name="Findings">What has expired or would break, without being wrong in itself.</param>
/// <param name="Errors">What is wrong.</param>
/// <param name="Notes">What was not checked.</param>
internal sealed record PreviewReport(
    string Project,
    string Stack,
    IReadOnlyList<CapturedResource> Resources,
    IReadOnlyList<ControlSummary> Controls,
    IReadOnlyList<Notice> Warnings,
    IReadOnlyList<Notice> Findings,
    IReadOnlyList<Notice> Errors,
    IReadOnlyList<Notice> Notes);
