using Pulumi;

namespace Hardening.Components;

/// <summary>
/// What a <see cref="HardeningPhase"/> composes. Everything beside <see cref="Cluster"/> and <see cref="Namespaces"/> may be left out. The facts about the cluster
/// are said once, here: what belongs to the phase leaves its own <c>cluster</c> out.
/// </summary>
public sealed class HardeningPhaseArgs : ResourceArgs
{
    /// <summary>
    /// What the children's resource names begin with. Default: the phase's name and a dash, so that two phases of one stack never share a name. Empty, for the only phase
    /// of a stack: nothing.
    /// </summary>
    [Input("prefix")]
    public string? Prefix { get; set; }

    /// <summary>What is stated about the cluster, for everything in the phase. Required.</summary>
    [Input("cluster", required: true)]
    public ClusterFactsArgs? Cluster { get; set; }

    /// <summary>How often the quotas' <c>limits.memory</c> together may promise the workers' memory, 1 to 100. Default: <see cref="ClusterBudget.DefaultOvercommit"/>.</summary>
    [Input("memoryOvercommit")]
    public double? MemoryOvercommit { get; set; }

    /// <summary>Lists of addresses that rules of egress and ingress name. Default: none. Policies that name one wait for it.</summary>
    [Input("cidrGroups")]
    public List<CidrGroupArgs>? CidrGroups { get; set; }

    /// <summary>The namespaces. Required. Each has an egress policy, its own or one of <see cref="Egress"/>, or is exempt from <c>egress</c>.</summary>
    [Input("namespaces", required: true)]
    public List<HardenedNamespaceArgs>? Namespaces { get; set; }

    /// <summary>Egress policies, of all pods of a namespace or of one workload; each waits for its namespace where the phase makes that. Default: none.</summary>
    [Input("egress")]
    public List<EgressPolicyArgs>? Egress { get; set; }

    /// <summary>
    /// Ingress policies, of all pods of a namespace or of one workload. Default: none. Where there is any, here or in a namespace, every namespace has one or is exempt from
    /// <c>ingress</c>: a default deny with holes is none.
    /// </summary>
    [Input("ingress")]
    public List<IngressPolicyArgs>? Ingress { get; set; }

    /// <summary>Which registries images may come from. Default: any.</summary>
    [Input("registries")]
    public RegistryAllowlistArgs? Registries { get; set; }

    /// <summary>Which images count as pinned. Default: any.</summary>
    [Input("pinning")]
    public ImagePinningArgs? Pinning { get; set; }

    /// <summary>The security contexts of workloads. Default: none.</summary>
    [Input("security")]
    public List<WorkloadSecurityArgs>? Security { get; set; }

    /// <summary>The alerts on cert-manager. Default: none.</summary>
    [Input("certManagerAlerts")]
    public CertManagerAlertsArgs? CertManagerAlerts { get; set; }

    /// <summary>What a dashboard may do. Default: nothing is said of it.</summary>
    [Input("dashboard")]
    public DashboardAccessArgs? Dashboard { get; set; }

    /// <summary>Budgets of workloads that keep running while nodes are drained. Default: none.</summary>
    [Input("disruption")]
    public List<PodDisruptionArgs>? Disruption { get; set; }

    /// <summary>Argo CD's projects. Default: nothing is said of them.</summary>
    [Input("projects")]
    public List<GitOpsProjectArgs>? Projects { get; set; }

    /// <summary>Secrets that are sealed, and secrets that something else makes. Default: none.</summary>
    [Input("secrets")]
    public SealedSecretBundleArgs? Secrets { get; set; }

    /// <summary>Workloads that restart when one of those secrets changes; checksums of sealed ones are filled in. Default: none.</summary>
    [Input("rotation")]
    public List<SecretRotationArgs>? Rotation { get; set; }

    /// <summary>How the pods of critical workloads are spread over nodes and zones. Default: nothing is said of it.</summary>
    [Input("spread")]
    public TopologySpreadArgs? Spread { get; set; }

    /// <summary>What namespaces are given that are not of the phase; its own are left alone without being listed. Default: nothing.</summary>
    [Input("defaults")]
    public NamespaceDefaultsArgs? Defaults { get; set; }
}
