using Pulumi;

namespace Hardening.Components;

/// <summary>The arguments of a <see cref="HardenedNamespace"/>.</summary>
public sealed class HardenedNamespaceArgs : ResourceArgs, IToldOfCluster<HardenedNamespaceArgs>
{
    /// <summary>Name of the namespace: a DNS-1123 label of at most 63 characters. Required.</summary>
    [Input("name", required: true)]
    public string? Name { get; set; }

    /// <summary>
    /// False (the default) creates the namespace. True adopts one that somebody else made: only the labels and annotations set here are taken, by
    /// server-side apply, and destroying the stack leaves the namespace and its labels as they are.
    /// </summary>
    [Input("adopt")]
    public bool Adopt { get; set; }

    /// <summary>
    /// When adopting: true takes fields that another field manager owns, false (the default) reports the conflict and changes nothing.
    /// </summary>
    [Input("force")]
    public bool Force { get; set; }

    /// <summary>Further labels of the namespace. Keys of <c>pod-security.kubernetes.io</c> are refused: they follow <see cref="PodSecurity"/>.</summary>
    [Input("labels")]
    public InputMap<string>? Labels { get; set; }

    /// <summary>Further annotations of the namespace.</summary>
    [Input("annotations")]
    public InputMap<string>? Annotations { get; set; }

    /// <summary>Pod Security admission. Default: level <c>baseline</c> in mode <c>Audit</c>.</summary>
    [Input("podSecurity")]
    public PodSecurityArgs? PodSecurity { get; set; }

    /// <summary>One of <see cref="NamespaceSize"/>, <c>Medium</c> by default: the numbers that <see cref="Limits"/> and <see cref="Quota"/> start from.</summary>
    [Input("size")]
    public string? Size { get; set; }

    /// <summary>The LimitRange: changes to the size's numbers, and its mode.</summary>
    [Input("limits")]
    public NamespaceLimitsArgs? Limits { get; set; }

    /// <summary>The ResourceQuota: changes to the size's numbers, and its mode.</summary>
    [Input("quota")]
    public NamespaceQuotaArgs? Quota { get; set; }

    /// <summary>The namespace's default egress policy; none by default. Its namespace and cluster facts are filled in from here where it leaves them out.</summary>
    [Input("egress")]
    public EgressPolicyArgs? Egress { get; set; }

    /// <summary>The namespace's default ingress policy; none by default. Its namespace and cluster facts are filled in from here where it leaves them out.</summary>
    [Input("ingress")]
    public IngressPolicyArgs? Ingress { get; set; }

    /// <summary>Controls (one of <see cref="NamespaceControl"/>) that do not apply here, each with reason, owner and expiry.</summary>
    [Input("exemptions")]
    public List<ExemptionArgs>? Exemptions { get; set; }

    /// <summary>What the plan states about the cluster. The Kubernetes version pins the Pod Security labels.</summary>
    [Input("cluster")]
    public ClusterFactsArgs? Cluster { get; set; }

    HardenedNamespaceArgs IToldOfCluster<HardenedNamespaceArgs>.Copy() => (HardenedNamespaceArgs)MemberwiseClone();
}
