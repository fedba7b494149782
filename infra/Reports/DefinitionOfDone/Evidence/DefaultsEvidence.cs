using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Namespaces that nobody planned: a policy makes limits and a quota in those that exist and in new ones.</summary>
internal sealed class DefaultsEvidence : IDoneEvidence
{
    private static readonly string[] Needed = ["limitRange", "resourceQuota"];

    public string Control => Controls.NamespaceDefaults;

    public IEnumerable<DoneLine> Lines(DoneFacts facts)
    {
        var policy = facts.MadeBy(NamespaceDefaults.TypeToken).FirstOrDefault(made => made.Kind == "GeneratingPolicy" && IsForExisting(made) && Needed.All(name => Makes(made, name)));
        return [policy is null
            ? new DoneLine(null, Control, DoneState.Missing, "namespaces that nobody planned get neither limits nor a quota", Mend(facts.Plan))
            : new DoneLine(null, Control, DoneState.Done, $"{EvidenceText.Of(policy)} spec.generate: {string.Join(", ", Needed)}, in namespaces that exist too")];
    }

    private static bool IsForExisting(CapturedResource policy) => policy.Inputs["spec"]?["evaluation"]?["generateExisting"]?["enabled"]?.Boolean == true;

    private static bool Makes(CapturedResource policy, string variable) =>
        policy.Inputs["spec"]?["generate"]?.Items.Any(step => step["expression"]?.Text?.Contains($"variables.{variable}]", StringComparison.Ordinal) == true) == true;

    private static string Mend(HardeningPlan plan) => plan.Defaults is null ? $"write {PlanSections.Defaults}" : $"set {PlanSections.Rollout}.{Controls.NamespaceDefaults} to Enforce";
}
