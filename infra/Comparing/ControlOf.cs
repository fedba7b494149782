using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Comparing;

/// <summary>Which control a place of the plan belongs to.</summary>
internal static class ControlOf
{
    private static readonly Dictionary<string, string> Sections = new(StringComparer.Ordinal)
    {
        [PlanSections.Registries] = Controls.RegistryAllowlist,
        [PlanSections.Pinning] = Controls.ImagePinning,
        [PlanSections.Alerts] = Controls.CertManagerAlerts,
        [PlanSections.Dashboard] = Controls.DashboardAccess,
        [PlanSections.Disruption] = Controls.PodDisruption,
        [PlanSections.Secrets] = Controls.SealedSecrets,
        [PlanSections.Spread] = Controls.TopologySpread,
        [PlanSections.Projects] = Controls.GitOpsProject,
        [PlanSections.Defaults] = Controls.NamespaceDefaults,
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["podSecurity"] = NamespaceControl.PodSecurity,
        ["limits"] = NamespaceControl.LimitRange,
        ["quota"] = NamespaceControl.ResourceQuota,
        ["egress"] = NamespaceControl.Egress,
        ["egressDeny"] = NamespaceControl.Egress,
        ["ingress"] = NamespaceControl.Ingress,
        ["security"] = Controls.WorkloadSecurity,
    };

    /// <summary>The control; null where the place belongs to none, or to several.</summary>
    public static string? Place(IReadOnlyList<Segment> place) => place switch
    {
        [{ Name: PlanSections.Secrets }, { Name: "rotation" }, ..] => Controls.SecretRotation,
        [{ Name: var section }, ..] when Sections.TryGetValue(section, out var control) => control,
        [{ Name: PlanSections.Rollout }, var control, ..] => Known(control),
        // The names of these items begin with the control's.
        [{ Name: PlanSections.Exceptions }, var exception, ..] => Known(exception),
        [{ Name: PlanSections.Namespaces }, _, { Name: "modes" or "exemptions" }, var control, ..] => Known(control),
        [{ Name: PlanSections.Namespaces }, _, { Name: "workloads" }, _, var member, ..] => Members.GetValueOrDefault(member.Name),
        [{ Name: PlanSections.Namespaces }, _, var member, ..] => Members.GetValueOrDefault(member.Name),
        _ => null,
    };

    private static string? Known(Segment segment) => segment.Name.Split('/')[0] is var name && Controls.All.Contains(name, StringComparer.Ordinal) ? name : null;
}
