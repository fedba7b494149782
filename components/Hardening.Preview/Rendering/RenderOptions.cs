namespace Hardening.Preview;

/// <summary>How a stack is rendered as manifests.</summary>
public sealed class RenderOptions
{
    /// <summary>The server-side-apply field manager in the commands that deliver patches; <c>hardening</c> by default. A patch's own annotation <c>pulumi.com/patchFieldManager</c> wins.</summary>
    public string FieldManager { get; init; } = "hardening";
}
