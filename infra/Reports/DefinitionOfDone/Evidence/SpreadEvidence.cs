using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Topology spread: pods of each critical workload of several replicas get constraints, from a policy as they are created or in what makes them.</summary>
internal sealed class SpreadEvidence() : CriticalEvidence(Controls.TopologySpread)
{
    private const string Constraints = "topologySpreadConstraints";
    private static readonly string[] Policies = ["MutatingPolicy", "MutatingAdmissionPolicy"];

    protected override string? Find(DoneFacts facts, NamespacePlan space, CriticalWorkload workload)
    {
        if (facts.Plan.Spread?.Workloads?.Find(spread => spread.Namespace == space.Name && spread.Workload == workload.Name) is not { PodSelector: { } labels } args)
            return null;
        var made = facts.MadeBy(TopologySpread.TypeToken).ToList();
        if (made.Find(policy => Policies.Contains(policy.Kind, StringComparer.Ordinal) && Gives(policy) && Selects(policy, space.Name, labels)) is { } policy)
            return $"{EvidenceText.Of(policy)} spec.matchConditions: {string.Join(',', labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"))}";
        var name = args.ObjectName ?? workload.Name;
        return made.Find(patch => patch.ObjectNamespace == space.Name && patch.ObjectName == name && Field(patch) is not null) is { } patched ? $"{EvidenceText.Of(patched)} {Field(patched)}" : null;
    }

    protected override (string What, string Mend) Gap(DoneFacts facts, NamespacePlan space, string workloads) => (
        $"nothing spreads {workloads} of {space.Name} over nodes",
        facts.Plan.Spread is not null && facts.Plan.Rollout.ModeOf(Control) == Rollout.Off ? $"set {PlanSections.Rollout}.{Control} to Enforce" : $"list them in {PlanSections.Spread}.workloads");

    /// <summary>Whether a policy gives pods constraints at all.</summary>
    private static bool Gives(CapturedResource policy) =>
        policy.Inputs["spec"]?["mutations"]?.Items.Any(mutation => mutation["jsonPatch"]?["expression"]?.Text?.Contains("/spec/" + Constraints, StringComparison.Ordinal) == true) == true;

    /// <summary>Whether one of the alternatives of a policy's conditions is about these pods.</summary>
    private static bool Selects(CapturedResource policy, string space, Dictionary<string, string> labels) =>
        (policy.Inputs["spec"]?["matchConditions"]?.Items ?? []).SelectMany(condition => (condition["expression"]?.Text ?? "").Split("||"))
            .Any(alternative => alternative.Contains($"object.metadata.namespace == '{space}'", StringComparison.Ordinal)
                && labels.All(label => alternative.Contains($"object.metadata.labels['{label.Key}'] == '{label.Value}'", StringComparison.Ordinal)));

    /// <summary>The field of a patch that holds constraints; null where there are none.</summary>
    private static string? Field(CapturedResource patch)
    {
        var spec = patch.Inputs["spec"];
        if (spec?["template"]?["spec"]?[Constraints] is { Items.Count: > 0 })
            return $"spec.template.spec.{Constraints}";
        return spec?[Constraints] is { Items.Count: > 0 } ? $"spec.{Constraints}" : null;
    }
}
