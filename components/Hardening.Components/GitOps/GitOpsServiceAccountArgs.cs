using Pulumi;

namespace Hardening.Components;

/// <summary>The ServiceAccount that syncs to a destination run as, where Argo CD's impersonation is on.</summary>
public sealed class GitOpsServiceAccountArgs : ResourceArgs
{
    /// <summary>The cluster's API server, or a pattern of them. Required.</summary>
    [Input("server", required: true)]
    public string? Server { get; set; }

    /// <summary>The destination namespace, or a pattern of them. Default: none.</summary>
    [Input("namespace")]
    public string? Namespace { get; set; }

    /// <summary>The account's name in that namespace, or <c>namespace:name</c>. Required.</summary>
    [Input("defaultServiceAccount", required: true)]
    public string? DefaultServiceAccount { get; set; }
}
