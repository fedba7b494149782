using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Budgets: each critical workload of several replicas has one that lets some pods go and never all.</summary>
internal sealed class DisruptionEvidence() : CriticalEvidence(Controls.PodDisruption)
{
    protected override string? Find(DoneFacts facts, NamespacePlan space, CriticalWorkload workload)
    {
        var budget = facts.Objects("PodDisruptionBudget", space.Name).FirstOrDefault(made => made.ObjectName == $"{workload.Name}-disruption");
        var spec = budget?.Inputs["spec"];
        var pods = facts.Plan.Disruption.FirstOrDefault(planned => planned.Namespace == space.Name && planned.Workload == workload.Name)?.PodSelector;
        if (pods is not { Count: > 0 } || spec?["selector"]?["matchLabels"] is not { } selected || selected.Members.Count != pods.Count || !pods.All(label => selected[label.Key]?.Text == label.Value))
            return null;
        var share = EvidenceText.IsStated(spec["maxUnavailable"]) ? "maxUnavailable" : "minAvailable";
        return EvidenceText.IsStated(spec[share]) ? EvidenceText.Of(budget!, $"spec.{share}", spec[share]) : null;
    }

    protected override (string What, string Mend) Gap(DoneFacts facts, NamespacePlan space, string workloads) => (
        $"no PodDisruptionBudget in {space.Name} for {workloads}",
        facts.Plan.Rollout.ModeOf(Control) == Rollout.Off ? $"set {PlanSections.Rollout}.{Control} to Enforce" : $"list them in {PlanSections.Disruption}");
}
