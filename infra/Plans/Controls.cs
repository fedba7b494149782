using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>The controls of the plan and which modes each has, first the one that holds where the plan says nothing.</summary>
internal static class Controls
{
    public const string RegistryAllowlist = "registry-allowlist";

    public const string ImagePinning = "image-pinning";

    public const string WorkloadSecurity = "workload-security";

    public const string CertManagerAlerts = "cert-manager-alerts";

    public const string DashboardAccess = "dashboard-access";

    public const string PodDisruption = "pod-disruption";

    public const string GitOpsProject = "gitops-project";

    public const string SealedSecrets = "sealed-secrets";

    public const string SecretRotation = "secret-rotation";

    public const string TopologySpread = "topology-spread";

    public const string NamespaceDefaults = "namespace-defaults";

    private static readonly string[] Admission = [Rollout.Audit, Rollout.Warn, Rollout.Enforce];
    private static readonly string[] Network = [Rollout.Audit, Rollout.Enforce, Rollout.Off];
    private static readonly string[] Switch = [Rollout.Enforce, Rollout.Off];

    /// <summary>Controls that act per namespace and may have a mode of their own in each.</summary>
    public static IReadOnlyList<string> OfNamespaces { get; } = [.. NamespaceControl.All, WorkloadSecurity];

    /// <summary>Every control.</summary>
    public static IReadOnlyList<string> All { get; } = [.. NamespaceControl.All, RegistryAllowlist, ImagePinning, WorkloadSecurity, CertManagerAlerts, DashboardAccess, PodDisruption, GitOpsProject, SealedSecrets, SecretRotation, TopologySpread, NamespaceDefaults];

    /// <summary>The modes of a control. Which of them the network policies' engine has, the components say: what cannot watch is Off instead.</summary>
    public static IReadOnlyList<string> ModesOf(string control) => control switch
    {
        NamespaceControl.PodSecurity or RegistryAllowlist or ImagePinning or WorkloadSecurity => Admission,
        NamespaceControl.Egress or NamespaceControl.Ingress => Network,
        _ => Switch,
    };
}
