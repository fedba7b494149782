using Pulumi;

namespace Hardening.Components;

/// <summary>A kind of cluster-scoped objects, or some of them by name.</summary>
public sealed class GitOpsClusterResourceArgs : ResourceArgs
{
    /// <summary>The API group without a version, such as <c>rbac.authorization.k8s.io</c>; empty text is the core group, <c>*</c> every group. Required.</summary>
    [Input("group", required: true)]
    public string? Group { get; set; }

    /// <summary>The kind as in manifests, such as <c>Namespace</c>; <c>*</c> is every kind. Required.</summary>
    [Input("kind", required: true)]
    public string? Kind { get; set; }

    /// <summary>
    /// Names that are meant, such as <c>team-*</c>. Default: every object of the kind. Argo CD knows it from 3.3 on; the AppProject of an older one drops it, and means every object.
    /// </summary>
    [Input("name")]
    public string? Name { get; set; }

    /// <summary>Why: required where every kind is permitted; answers the warning where the project could give itself rights.</summary>
    [Input("reason")]
    public string? Reason { get; set; }
}
