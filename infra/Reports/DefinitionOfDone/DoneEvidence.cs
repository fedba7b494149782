using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Reports.DefinitionOfDone.Evidence;

namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>The table of controls and what finds their evidence.</summary>
internal static class DoneEvidence
{
    /// <summary>One for each control, in the order of <see cref="Controls.All"/>.</summary>
    public static IReadOnlyList<IDoneEvidence> All { get; } =
    [
        new PodSecurityEvidence(),
        new LimitRangeEvidence(),
        new ResourceQuotaEvidence(),
        new NetworkEvidence(NamespaceControl.Egress, "egress", "Egress", "where all pods connect"),
        new NetworkEvidence(NamespaceControl.Ingress, "ingress", "Ingress", "who connects to all pods"),
        new ImagePolicyEvidence(Controls.RegistryAllowlist, RegistryAllowlist.TypeToken, PlanSections.Registries, plan => plan.Registries?.Exemptions),
        new ImagePolicyEvidence(Controls.ImagePinning, ImagePinning.TypeToken, PlanSections.Pinning, plan => plan.Pinning?.Exemptions),
        new WorkloadSecurityEvidence(),
        new AlertsEvidence(),
        new DashboardEvidence(),
        new DisruptionEvidence(),
        new ProjectEvidence(),
        new SealedSecretsEvidence(),
        new RotationEvidence(),
        new SpreadEvidence(),
        new DefaultsEvidence(),
    ];

    /// <summary>Every line, namespace by namespace in the plan's order, what is about the cluster last.</summary>
    public static IReadOnlyList<DoneLine> Lines(DoneFacts facts)
    {
        var order = facts.Plan.Namespaces.Select(space => space.Name).Concat(facts.Plan.Cluster.ExternalNamespaces).Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        return [.. All.SelectMany(evidence => evidence.Lines(facts)).OrderBy(line => line.Namespace is { } space ? order[space] : order.Count)];
    }
}
