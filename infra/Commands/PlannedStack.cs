using Hardening.Components;
using Hardening.Infra.Reports;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Checks;
using Hardening.Infra.Stacks;
using Hardening.Preview;
using Finding = Hardening.Preview.Finding;

namespace Hardening.Infra.Commands;

/// <summary>A stack file read, checked and captured: what both commands begin with.</summary>
/// <param name="Report">What there is to show.</param>
/// <param name="Captured">The captured stack; null where the plan is refused.</param>
/// <param name="Tree">The captured stack as a tree; null where the plan is refused.</param>
internal sealed record PlannedStack(PreviewReport Report, CapturedStack? Captured, PreviewTree? Tree)
{
    /// <summary>The plan; null where it is refused.</summary>
    public HardeningPlan? Plan { get; private init; }

    /// <summary>What is left to show where the stack file could not be read.</summary>
    public static PlannedStack Refused(PlanRequest request, IReadOnlyList<Notice> errors) =>
        new(new PreviewReport(PlanSections.Project, request.Stack ?? PlanFile.DefaultStack, [], [], [], [], errors, []), null, null);

    public static async Task<PlannedStack> RunAsync(PlanRequest request, Terminal terminal)
    {
        var file = PlanFile.Read(request, terminal);
        var places = new PlanPlaces(file.Stack);
        var result = file.Result;
        var stated = result.Warnings.Where(IsStated).Select(warning => Notice.Of(warning, places.Of(warning.Path))).ToList();
        var warnings = file.Stack.Warnings.Select(warning => Notice.Of(warning, null)).Concat(result.Warnings.Where(warning => !IsStated(warning)).Select(warning => Notice.Of(warning, places.Of(warning.Path)))).ToList();
        if (result.Problems.Count > 0)
            return new PlannedStack(new PreviewReport(file.Project.Name, file.StackName, [], [], warnings, [], file.Errors, []), null, null);

        var findings = ExpiryFindings.Find(result.Plan, request.AsOf ?? terminal.Today).Concat(ImageFindings.Find(result.Plan)).Select(finding => new Notice(places.Of(finding.Path), finding.Path, null, finding.Message)).ToList();
        var captured = await StackCapture.RunAsync(
            options => new HardeningStack(result.Plan, options),
            new CaptureOptions { Project = file.Project.Name, Stack = file.StackName, RootDirectory = file.Directory });
        var checks = captured.Errors.Count > 0 ? [] : ManifestChecks.Check(captured);
        var all = captured.Errors.Concat(captured.Warnings).Concat(checks).ToList();
        var report = new PreviewReport(
            file.Project.Name,
            file.StackName,
            captured.Resources,
            ControlSummaries.Of(result.Plan, captured),
            [.. warnings, .. Of(all, FindingSeverity.Warning)],
            findings,
            Of(all, FindingSeverity.Error),
            [.. stated, .. ExternalSecrets.Of(result.Plan, places), .. Of(all, FindingSeverity.Info)]);
        return new PlannedStack(report, captured, PreviewTree.Build(captured, all)) { Plan = result.Plan };
    }

    /// <summary>Components warn of every exemption, and where spreading has no effect, so that neither is silent; a plan that states it knows about it.</summary>
    private static bool IsStated(Warning warning) =>
        (warning.Path.EndsWith(']') && warning.Path.Contains(".exemptions[", StringComparison.Ordinal)) || warning.Path.StartsWith(PlanSections.Spread, StringComparison.Ordinal);

    private static List<Notice> Of(List<Finding> findings, FindingSeverity severity) =>
        findings.Where(finding => finding.Severity == severity).Select(Notice.Of).ToList();
}
