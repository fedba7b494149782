using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>The dashboard's rights: bound to a role that has no wildcard and reads no secret.</summary>
internal sealed class DashboardEvidence : IDoneEvidence
{
    private static readonly string[] Lists = ["apiGroups", "resources", "verbs"];

    public string Control => Controls.DashboardAccess;

    public IEnumerable<DoneLine> Lines(DoneFacts facts)
    {
        var made = facts.MadeBy(DashboardAccess.TypeToken).ToList();
        var binding = made.Find(item => item.Kind == "ClusterRoleBinding");
        var role = made.Find(item => item.Kind == "ClusterRole" && item.ObjectName == binding?.Inputs["roleRef"]?["name"]?.Text);
        return [role is null ? new DoneLine(null, Control, DoneState.Missing, "no role of its own is bound to the dashboard", Mend(facts.Plan)) : Line(binding!, role)];
    }

    private DoneLine Line(CapturedResource binding, CapturedResource role)
    {
        var rules = role.Inputs["rules"]?.Items ?? [];
        return rules.Any(rule => Lists.Any(list => Names(rule, list, "*")) || Names(rule, "resources", "secrets"))
            ? new DoneLine(null, Control, DoneState.Missing, $"{EvidenceText.Of(role)} has wildcards, or reads secrets", $"correct {PlanSections.Dashboard}")
            : new DoneLine(null, Control, DoneState.Done, string.Create(CultureInfo.InvariantCulture, $"{EvidenceText.Of(binding, "roleRef.name", binding.Inputs["roleRef"]!["name"])}, {rules.Count} rules without wildcards and without secrets"));
    }

    private static bool Names(CapturedValue rule, string list, string name) => rule[list]?.Items.Any(item => item.Text == name) == true;

    private static string Mend(HardeningPlan plan) => plan.Dashboard is null ? $"write {PlanSections.Dashboard}" : $"set {PlanSections.Rollout}.{Controls.DashboardAccess} to Enforce";
}
