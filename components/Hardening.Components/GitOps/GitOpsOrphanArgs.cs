using Pulumi;

namespace Hardening.Components;

/// <summary>Objects without an Application that are expected. At least one of the three is stated.</summary>
public sealed class GitOpsOrphanArgs : ResourceArgs
{
    /// <summary>The API group; <c>*</c> and <c>?</c> stand for any characters. Default: the core group, as Argo CD has it; <c>*</c> is every group.</summary>
    [Input("group")]
    public string? Group { get; set; }

    /// <summary>The kind; <c>*</c> and <c>?</c> stand for any characters. Default: every kind.</summary>
    [Input("kind")]
    public string? Kind { get; set; }

    /// <summary>The object's name; <c>*</c> and <c>?</c> stand for any characters. Default: every name.</summary>
    [Input("name")]
    public string? Name { get; set; }
}
