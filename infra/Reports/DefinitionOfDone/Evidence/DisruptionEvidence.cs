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
        if (spec?["selector"]?["matchLabels"] is not { Members.Count: > 0 })
            return null;
        var share = EvidenceText.IsStated(spec["maxUnavailable"]) ? "maxUnavailable" : "minAvailable";
        return EvidenceText.IsStated(spec[share]) ? EvidenceText.Of(budget!, $"spec.{share}", spec[share]) : null;
    }

    protected override (string What, string Mend) Gap(DoneFacts facts, NamespacePlan space, string workloads) => (
        $"no PodDisruptionBudget in {space.Name} for {workloads}",
        facts.Plan.Rollout.ModeOf(Control) == Rollout.Off ? $"set {PlanSections.Rollout}.{Control} to Enforce" : $"list them in {PlanSections.Disruption}");
}
