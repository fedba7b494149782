using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>A cluster's hardening plan, read and checked.</summary>
/// <param name="Cluster">What is stated about the cluster.</param>
/// <param name="Rollout">How far each control has been rolled out.</param>
/// <param name="Namespaces">The namespaces that the plan manages.</param>
/// <param name="Registries">The registry allowlist; null where the plan has none.</param>
/// <param name="Pinning">Which images count as pinned; null where the plan does not care.</param>
/// <param name="CertManagerAlerts">The alerts on cert-manager; null where the plan has none.</param>
/// <param name="Dashboard">What the dashboard may do; null where the plan has none.</param>
/// <param name="Disruption">Budgets of critical workloads.</param>
/// <param name="Secrets">Sealed and external secrets, and who restarts when they change; null where the plan has none.</param>
internal sealed record HardeningPlan(
    ClusterPlan Cluster,
    RolloutPlan Rollout,
    IReadOnlyList<NamespacePlan> Namespaces,
    RegistriesPlan? Registries,
    PinningPlan? Pinning,
    CertManagerAlertsArgs? CertManagerAlerts,
    DashboardAccessArgs? Dashboard,
    IReadOnlyList<PodDisruptionArgs> Disruption,
    SecretsPlan? Secrets)
{
    /// <summary>The phase that the plan describes, checked; null while the plan has not been.</summary>
    public CheckedPhase? Phase { get; init; }

    /// <summary>Argo CD's projects.</summary>
    public IReadOnlyList<GitOpsProjectArgs> Projects { get; init; } = [];

    /// <summary>How critical workloads are spread over nodes and zones; null where the plan says nothing about it.</summary>
    public TopologySpreadArgs? Spread { get; init; }

    /// <summary>Whether some namespace states who may connect to its pods; then every namespace does, so that the default deny has no holes.</summary>
    public bool RestrictsIngress => Namespaces.Any(space => space.Ingress.Count > 0);

    /// <summary>What namespaces without a plan are given; null where the plan says nothing about them.</summary>
    public DefaultsPlan? Defaults { get; init; }

    /// <summary>What the policies about pods leave alone.</summary>
    public IEnumerable<PolicyExemptions> Exemptions => new[] { Registries?.Exemptions, Pinning?.Exemptions }.OfType<PolicyExemptions>();
}
