using Pulumi;

namespace Hardening.Components;

/// <summary>A kind of namespaced objects.</summary>
public sealed class GitOpsResourceArgs : ResourceArgs
{
    /// <summary>The API group without a version, such as <c>apps</c>; empty text is the core group, <c>*</c> every group. Required.</summary>
    [Input("group", required: true)]
    public string? Group { get; set; }

    /// <summary>The kind as in manifests, such as <c>ResourceQuota</c>; <c>*</c> is every kind. Required.</summary>
    [Input("kind", required: true)]
    public string? Kind { get; set; }
}
