namespace Hardening.Components;

/// <summary>What evaluates an admission policy.</summary>
public static class PolicyEngine
{
    /// <summary>Kyverno's <c>ValidatingPolicy</c> of <c>policies.kyverno.io/v1</c>: Kyverno 1.17 or newer. Reports on what already runs.</summary>
    public const string KyvernoValidatingPolicy = "KyvernoValidatingPolicy";

    /// <summary>Kubernetes' own <c>ValidatingAdmissionPolicy</c>: Kubernetes 1.30 or newer, nothing to install, judges requests only.</summary>
    public const string KubernetesAdmissionPolicy = "KubernetesAdmissionPolicy";

    /// <summary>Kyverno's legacy <c>ClusterPolicy</c> of <c>kyverno.io/v1</c>, for clusters below Kyverno 1.17; it is gone with Kyverno 1.20.</summary>
    public const string KyvernoClusterPolicy = "KyvernoClusterPolicy";

    /// <summary>Every value, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [KyvernoValidatingPolicy, KubernetesAdmissionPolicy, KyvernoClusterPolicy];

    /// <summary>The values that every policy about pods takes; the legacy kind exists for the registry allowlist alone. The default first.</summary>
    public static IReadOnlyList<string> OfPods { get; } = [KyvernoValidatingPolicy, KubernetesAdmissionPolicy];
}
