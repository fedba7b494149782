using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Argo CD's projects: at least one names its sources, none of them anybody's, and the project that every other Application belongs to is locked.</summary>
internal sealed class ProjectEvidence : IDoneEvidence
{
    public string Control => Controls.GitOpsProject;

    public IEnumerable<DoneLine> Lines(DoneFacts facts)
    {
        var projects = facts.MadeBy(GitOpsProject.TypeToken).Where(made => made.Kind == "AppProject").ToList();
        if (projects.Find(project => Sources(project).Any(source => GitOpsProject.IsAnybodys(source.Text ?? ""))) is { } open)
            return [new DoneLine(null, Control, DoneState.Missing, $"{EvidenceText.Of(open)} takes manifests from anywhere", $"list its sourceRepos in {PlanSections.Projects}")];
        if (projects.Find(project => Sources(project).Count > 0) is not { } restricted)
            return [new DoneLine(null, Control, DoneState.Missing, "no AppProject says where manifests may come from", Mend(facts.Plan))];
        if (!projects.Exists(project => IsLockedDefault(project) && project.ObjectNamespace == restricted.ObjectNamespace))
            return [new DoneLine(null, Control, DoneState.Missing, $"Argo CD's project {GitOpsProjectSet.Default} permits everything and leads around {EvidenceText.Of(restricted)}", $"add {{ name: {GitOpsProjectSet.Default}, locked: true }} to {PlanSections.Projects}")];
        return [new DoneLine(null, Control, DoneState.Done, string.Join("; ", projects.Select(Text)))];
    }

    private static IReadOnlyList<CapturedValue> Sources(CapturedResource project) => project.Inputs["spec"]?["sourceRepos"]?.Items ?? [];

    private static bool IsLockedDefault(CapturedResource project) =>
        project.ObjectName == GitOpsProjectSet.Default && Sources(project).Count == 0 && project.Inputs["spec"]?["namespaceResourceBlacklist"] is { Items.Count: > 0 };

    private static string Text(CapturedResource project) =>
        string.Create(CultureInfo.InvariantCulture, $"{EvidenceText.Of(project)} spec.sourceRepos: {(Sources(project).Count == 0 ? "none, locked" : $"{Sources(project).Count} sources, none of them anybody's")}");

    private static string Mend(HardeningPlan plan) => plan.Projects.Count == 0 ? $"write {PlanSections.Projects}" : $"set {PlanSections.Rollout}.{Controls.GitOpsProject} to Enforce";
}
