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
    public static string? Place(IReadOnlyList<string> place)
    {
        if (place is [PlanSections.Secrets, "rotation", ..])
            return Controls.SecretRotation;
        if (Sections.TryGetValue(place[0], out var control))
            return control;
        // Rollouts, modes, exemptions and exceptions say the control's name.
        if (place.FirstOrDefault(segment => Controls.All.Contains(segment.Split('/')[0], StringComparer.Ordinal) && place[0] is not PlanSections.Cluster) is { } named && !Members.ContainsKey(named))
            return named.Split('/')[0];
        return place.Skip(2).Select(segment => Members.GetValueOrDefault(segment)).FirstOrDefault(member => member is not null)
            ?? (place is [PlanSections.Rollout or PlanSections.Namespaces, .., var last] && Controls.All.Contains(last, StringComparer.Ordinal) ? last : null);
    }
}
