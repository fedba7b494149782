using Pulumi;

namespace Hardening.Components;

/// <summary>
/// The limits of one LimitRange type: maps from a resource (<c>cpu</c>, <c>memory</c>, <c>ephemeral-storage</c>, <c>storage</c>, <c>hugepages-2Mi</c>,
/// <c>nvidia.com/gpu</c>) to a quantity. The quantity <c>none</c> drops the number of the namespace's size.
/// </summary>
public sealed class LimitArgs : ResourceArgs
{
    /// <summary>Limit that a container gets which states none.</summary>
    [Input("default")]
    public Dictionary<string, string>? Default { get; set; }

    /// <summary>Request that a container gets which states none.</summary>
    [Input("defaultRequest")]
    public Dictionary<string, string>? DefaultRequest { get; set; }

    /// <summary>Largest limit. Where it names a resource, <see cref="Default"/> and <see cref="DefaultRequest"/> must too: the API server would otherwise
    /// make every container request the maximum.</summary>
    [Input("max")]
    public Dictionary<string, string>? Max { get; set; }

    /// <summary>Smallest request.</summary>
    [Input("min")]
    public Dictionary<string, string>? Min { get; set; }

    /// <summary>Largest quotient of limit and request, at least 1.</summary>
    [Input("maxLimitRequestRatio")]
    public Dictionary<string, string>? MaxLimitRequestRatio { get; set; }
}
