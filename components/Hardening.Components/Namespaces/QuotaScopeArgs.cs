using Pulumi;

namespace Hardening.Components;

/// <summary>One expression of a ResourceQuota's scope selector.</summary>
public sealed class QuotaScopeArgs : ResourceArgs
{
    /// <summary>One of <see cref="QuotaScope.All"/>. Required.</summary>
    [Input("scopeName", required: true)]
    public string? ScopeName { get; set; }

    /// <summary>One of <see cref="QuotaScopeOperator.All"/>. Required; scopes other than PriorityClass and VolumeAttributesClass need <c>Exists</c>.</summary>
    [Input("operator", required: true)]
    public string? Operator { get; set; }

    /// <summary>Values; at least one with <c>In</c> and <c>NotIn</c>, none otherwise.</summary>
    [Input("values")]
    public List<string>? Values { get; set; }
}
