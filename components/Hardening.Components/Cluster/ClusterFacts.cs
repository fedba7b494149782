using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Reads <see cref="ClusterFactsArgs"/>: whether the cluster is new enough for a feature, and what to say where it is not.</summary>
public static class ClusterFacts
{
    /// <summary>Checks the facts themselves; paths are relative to them.</summary>
    /// <param name="facts">The facts as the plan states them.</param>
    public static ValidationResult Validate(ClusterFactsArgs facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var problems = new ProblemList();
        ClusterFactsRules.Check(facts, problems);
        return problems.ToResult();
    }

    /// <summary>Whether Kubernetes is known to be at least <paramref name="minimum"/>; false where its version is not stated.</summary>
    /// <param name="facts">The facts; may be absent.</param>
    /// <param name="minimum">The first version that will do, such as <c>1.36</c>. Its pre-releases will do too.</param>
    public static bool KubernetesHas(ClusterFactsArgs? facts, string minimum) => Reaches(facts?.KubernetesVersion, minimum);

    /// <summary>Whether Kyverno is known to be at least <paramref name="minimum"/>; false where its version is not stated.</summary>
    /// <param name="facts">The facts; may be absent.</param>
    /// <param name="minimum">The first version that will do.</param>
    public static bool KyvernoHas(ClusterFactsArgs? facts, string minimum) => Reaches(facts?.KyvernoVersion, minimum);

    /// <summary>Whether Cilium is known to be at least <paramref name="minimum"/>; false where its version is not stated.</summary>
    /// <param name="facts">The facts; may be absent.</param>
    /// <param name="minimum">The first version that will do.</param>
    public static bool CiliumHas(ClusterFactsArgs? facts, string minimum) => Reaches(facts?.CiliumVersion, minimum);

    /// <summary>Whether cert-manager is known to be at least <paramref name="minimum"/>; false where its version is not stated.</summary>
    /// <param name="facts">The facts; may be absent.</param>
    /// <param name="minimum">The first version that will do.</param>
    public static bool CertManagerHas(ClusterFactsArgs? facts, string minimum) => Reaches(facts?.CertManagerVersion, minimum);

    /// <summary>The problem of a feature that Kubernetes is too old for, or whose version is not stated; <see langword="null"/> when it is new enough.</summary>
    /// <param name="facts">The facts; may be absent.</param>
    /// <param name="minimum">The first version that has the feature.</param>
    /// <param name="feature">The feature, as the subject of a sentence: <c>MutatingAdmissionPolicy</c>.</param>
    /// <param name="path">The path of the argument that wants it.</param>
    /// <param name="value">The argument's value, where it helps.</param>
    public static Problem? RequiresKubernetes(ClusterFactsArgs? facts, string minimum, string feature, string path, string? value = null) =>
        Requires("Kubernetes", "kubernetesVersion", facts?.KubernetesVersion, minimum, feature, path, value);

    /// <summary>The problem of a feature that Kyverno is too old for, or whose version is not stated; <see langword="null"/> when it is new enough.</summary>
    /// <param name="facts">The facts; may be absent.</param>
    /// <param name="minimum">The first version that has the feature.</param>
    /// <param name="feature">The feature, as the subject of a sentence.</param>
    /// <param name="path">The path of the argument that wants it.</param>
    /// <param name="value">The argument's value, where it helps.</param>
    public static Problem? RequiresKyverno(ClusterFactsArgs? facts, string minimum, string feature, string path, string? value = null) =>
        Requires("Kyverno", "kyvernoVersion", facts?.KyvernoVersion, minimum, feature, path, value);

    /// <summary>The problem of a feature that Cilium is too old for, or whose version is not stated; <see langword="null"/> when it is new enough.</summary>
    /// <param name="facts">The facts; may be absent.</param>
    /// <param name="minimum">The first version that has the feature.</param>
    /// <param name="feature">The feature, as the subject of a sentence.</param>
    /// <param name="path">The path of the argument that wants it.</param>
    /// <param name="value">The argument's value, where it helps.</param>
    public static Problem? RequiresCilium(ClusterFactsArgs? facts, string minimum, string feature, string path, string? value = null) =>
        Requires("Cilium", "ciliumVersion", facts?.CiliumVersion, minimum, feature, path, value);

    /// <summary>The problem of a feature that cert-manager is too old for, or whose version is not stated; <see langword="null"/> when it is new enough.</summary>
    /// <param name="facts">The facts; may be absent.</param>
    /// <param name="minimum">The first version that has the feature.</param>
    /// <param name="feature">The feature, as the subject of a sentence.</param>
    /// <param name="path">The path of the argument that wants it.</param>
    /// <param name="value">The argument's value, where it helps.</param>
    public static Problem? RequiresCertManager(ClusterFactsArgs? facts, string minimum, string feature, string path, string? value = null) =>
        Requires("cert-manager", "certManagerVersion", facts?.CertManagerVersion, minimum, feature, path, value);

    private static Problem? Requires(string product, string fact, string? version, string minimum, string feature, string path, string? value)
    {
        if (version is null)
        {
            return new Problem(path, value, $"{feature} needs {product} {minimum}, and the cluster's version is not stated", $"state cluster.{fact}");
        }

        return Reaches(version, minimum)
            ? null
            : new Problem(path, value, $"{feature} needs {product} {minimum}, and the cluster has {version}", $"upgrade {product} and state its version in cluster.{fact}, or do without");
    }

    private static bool Reaches(string? version, string minimum)
    {
        if (!SemanticVersion.TryParse(version, out var actual, out _))
        {
            return false;
        }

        var least = SemanticVersion.Parse(minimum);
        return (actual.Major, actual.Minor, actual.Patch).CompareTo((least.Major, least.Minor, least.Patch)) >= 0;
    }
}
