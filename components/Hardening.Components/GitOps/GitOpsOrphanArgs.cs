using Pulumi;

namespace Hardening.Components;

/// <summary>Objects without an Application that are expected; what is left out is any. At least one is stated.</summary>
public sealed class GitOpsOrphanArgs : ResourceArgs
{
    /// <summary>The API group; <c>*</c> and <c>?</c> stand for any characters.</summary>
    [Input("group")]
    public string? Group { get; set; }

    /// <summary>The kind; <c>*</c> and <c>?</c> stand for any characters.</summary>
    [Input("kind")]
    public string? Kind { get; set; }

    /// <summary>The object's name; <c>*</c> and <c>?</c> stand for any characters.</summary>
    [Input("name")]
    public string? Name { get; set; }
}
