namespace Hardening.Components;

/// <summary>Where a sealed value can be unsealed, in the spelling of <c>kubeseal --scope</c>. The controller uses it as the label of RSA-OAEP.</summary>
public static class SealingScope
{
    /// <summary>Only as this Secret: by its name and namespace. What <c>kubeseal</c> does unless told otherwise.</summary>
    public const string Strict = "strict";

    /// <summary>Under any name in this namespace.</summary>
    public const string NamespaceWide = "namespace-wide";

    /// <summary>Under any name in any namespace: whoever may create a SealedSecret somewhere can read the value there.</summary>
    public const string ClusterWide = "cluster-wide";

    /// <summary>Every value, from the strictest.</summary>
    public static IReadOnlyList<string> All { get; } = [Strict, NamespaceWide, ClusterWide];

    /// <summary>The prefix of the controller's annotations.</summary>
    internal const string AnnotationPrefix = "sealedsecrets.bitnami.com/";

    /// <summary>What the controller expects as the label: <c>namespace/name</c>, <c>namespace</c>, or nothing.</summary>
    internal static string LabelOf(string scope, string @namespace, string name) => scope switch
    {
        ClusterWide => "",
        NamespaceWide => @namespace,
        _ => $"{@namespace}/{name}",
    };

    /// <summary>The annotation by which the controller learns of a scope; null for strict, which needs none.</summary>
    internal static string? AnnotationOf(string scope) => scope is NamespaceWide or ClusterWide ? AnnotationPrefix + scope : null;
}
