using Pulumi;

namespace Hardening.Components;

/// <summary>A cluster and a namespace, or a pattern of namespaces, that Applications of a <see cref="GitOpsProject"/> may deploy to.</summary>
public sealed class GitOpsDestinationArgs : ResourceArgs
{
    /// <summary>The API server of the cluster that Argo CD itself runs in.</summary>
    public const string InCluster = "https://kubernetes.default.svc";

    /// <summary>The cluster's API server as Argo CD knows it, such as <see cref="InCluster"/>. Exactly one of this and <see cref="Name"/>.</summary>
    [Input("server")]
    public string? Server { get; set; }

    /// <summary>The cluster's name as Argo CD knows it, such as <c>in-cluster</c>.</summary>
    [Input("name")]
    public string? Name { get; set; }

    /// <summary>
    /// The namespace; <c>*</c> and <c>?</c> stand for any characters. <c>!name</c> takes a namespace away, beside a destination of the same server with <c>*</c> only. Required.
    /// </summary>
    [Input("namespace", required: true)]
    public string? Namespace { get; set; }

    /// <summary>Why: required where every namespace or every cluster is meant; answers the warning where Argo CD's or Kubernetes' own namespaces are.</summary>
    [Input("reason")]
    public string? Reason { get; set; }
}
