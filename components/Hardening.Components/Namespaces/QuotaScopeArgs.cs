using Pulumi;

namespace Hardening.Components;

/// <summary>One expression of a ResourceQuota's scope selector.</summary>
public sealed class QuotaScopeArgs : ResourceArgs
{
    /// <summary>The scope: <c>PriorityClass</c>, <c>Terminating</c> … Required.</summary>
    [Input("scopeName", required: true)]
    public string? ScopeName { get; set; }

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>. Required; scopes other than PriorityClass and VolumeAttributesClass need <c>Exists</c>.</summary>
    [Input("operator", required: true)]
    public string? Operator { get; set; }

    /// <summary>Values; at least one with <c>In</c> and <c>NotIn</c>, none otherwise.</summary>
    [Input("values")]
    public List<string>? Values { get; set; }
}
