using Hardening.Components;
using Hardening.Infra.Reports;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Checks;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
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
    private const string DefaultStack = "dev";

    /// <summary>What is left to show where the stack file could not be read.</summary>
    public static PlannedStack Refused(PlanRequest request, IReadOnlyList<Notice> errors) =>
        new(new PreviewReport(PlanSections.Project, request.Stack ?? DefaultStack, [], [], [], [], errors, []), null, null);

    public static async Task<PlannedStack> RunAsync(PlanRequest request, Terminal terminal)
    {
        var directory = PulumiProject.FindDirectory(terminal.WorkingDirectory, AppContext.BaseDirectory)
            ?? throw new EnvironmentException($"no {PulumiProject.FileName} here or above", "run the command inside the project");
        var project = PulumiProject.Load(directory);
        var (stackName, path) = FileOf(request, project, terminal);
        var stack = StackConfiguration.Load(project, path);
        var places = new PlanPlaces(stack);
        var result = PlanReader.Read(PlanSource.Of(stack));
        var exemptions = result.Warnings.Where(IsExemption).Select(warning => Notice.Of(warning, places.Of(warning.Path))).ToList();
        var warnings = stack.Warnings.Select(warning => Notice.Of(warning, null)).Concat(result.Warnings.Where(warning => !IsExemption(warning)).Select(warning => Notice.Of(warning, places.Of(warning.Path)))).ToList();
        if (result.Problems.Count > 0)
        {
            var errors = result.Problems.Select(problem => Notice.Of(problem, places.Of(problem.Path))).ToList();
            return new PlannedStack(new PreviewReport(project.Name, stackName, [], [], warnings, [], errors, []), null, null);
        }

        var findings = ExpiryFindings.Find(result.Plan, request.AsOf ?? terminal.Today).Select(finding => new Notice(places.Of(finding.Path), finding.Path, null, finding.Message)).ToList();
        var captured = await StackCapture.RunAsync(
            options => new HardeningStack(result.Plan, options),
            new CaptureOptions { Project = project.Name, Stack = stackName, RootDirectory = directory });
        var checks = captured.Errors.Count > 0 ? [] : ManifestChecks.Check(captured);
        var all = captured.Errors.Concat(captured.Warnings).Concat(checks).ToList();
        var report = new PreviewReport(
            project.Name,
            stackName,
            captured.Resources,
            ControlSummaries.Of(result.Plan, captured),
            [.. warnings, .. Of(all, FindingSeverity.Warning)],
            findings,
            Of(all, FindingSeverity.Error),
            [.. exemptions, .. Of(all, FindingSeverity.Info)]);
        return new PlannedStack(report, captured, PreviewTree.Build(captured, all));
    }

    /// <summary>Components warn of every exemption, so that none is silent; a plan that states one knows about it.</summary>
    private static bool IsExemption(Warning warning) => warning.Path.EndsWith(']') && warning.Path.Contains(".exemptions[", StringComparison.Ordinal);

    private static List<Notice> Of(List<Finding> findings, FindingSeverity severity) =>
        findings.Where(finding => finding.Severity == severity).Select(Notice.Of).ToList();

    private static (string Stack, string Path) FileOf(PlanRequest request, PulumiProject project, Terminal terminal)
    {
        if (request.ConfigFile is { } file)
        {
            var path = Path.GetFullPath(file, terminal.WorkingDirectory);
            return (request.Stack ?? NameOf(path), path);
        }

        var stack = request.Stack ?? DefaultStack;
        if (stack.Length == 0 || !stack.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new BadInputException(new Problem("--stack", stack, "is no stack name", "use letters, digits, hyphens, underscores and dots"));
        var wanted = Path.Combine(project.StackFileDirectory, $"Pulumi.{stack}.yaml");
        if (!File.Exists(wanted) && File.Exists(Path.ChangeExtension(wanted, ".yml")))
            wanted = Path.ChangeExtension(wanted, ".yml");
        if (File.Exists(wanted))
            return (stack, wanted);
        var known = StackNames(project).ToList();
        throw new EnvironmentException(
            $"{Path.GetFileName(wanted)} does not exist",
            known.Count == 0 ? "create it, or name another file with --config" : $"stacks here: {string.Join(", ", known)}");
    }

    private static IEnumerable<string> StackNames(PulumiProject project) =>
        Directory.Exists(project.StackFileDirectory)
            ? Directory.EnumerateFiles(project.StackFileDirectory, "Pulumi.*.yaml").Select(NameOf).Order(StringComparer.Ordinal)
            : [];

    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.StartsWith("Pulumi.", StringComparison.Ordinal) ? name["Pulumi.".Length..] : name;
    }
}
