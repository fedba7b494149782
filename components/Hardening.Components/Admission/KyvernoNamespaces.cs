namespace Hardening.Components;

/// <summary>
/// Namespaces whose objects Kyverno does not look at as its chart installs it: its webhooks leave out <c>kube-system</c> (<c>config.webhooks.namespaceSelector</c>) and Kyverno's own namespace
/// (<c>config.excludeKyvernoNamespace</c>), and its filters the three of Kubernetes (<c>config.resourceFilters</c>). A policy of Kyverno holds nobody to anything there.
/// </summary>
public static class KyvernoNamespaces
{
    /// <summary>Their names; Kyverno's own is the one that its chart is usually installed in.</summary>
    public static IReadOnlyList<string> PassedOver { get; } = ["kube-node-lease", "kube-public", "kube-system", "kyverno"];

    /// <summary>Whether Kyverno passes a namespace over.</summary>
    /// <param name="name">The namespace's name.</param>
    public static bool IsPassedOver(string? name) => name is not null && PassedOver.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether an engine is Kyverno, of the kinds that <see cref="PolicyEngine.All"/> has.</summary>
    /// <param name="engine">The engine; Kyverno's is the default.</param>
    internal static bool IsKyverno(string? engine) => engine is null or PolicyEngine.KyvernoValidatingPolicy or PolicyEngine.KyvernoClusterPolicy;
}
