using Pulumi;

namespace Hardening.Components;

/// <summary>Resources that a dashboard may read: get, list and watch.</summary>
public sealed class DashboardReadArgs : ResourceArgs
{
    /// <summary>API groups, such as <c>cilium.io</c>; empty text is the core group. Required; no wildcard.</summary>
    [Input("apiGroups", required: true)]
    public List<string>? ApiGroups { get; set; }

    /// <summary>Resources in plural, such as <c>ciliumnetworkpolicies</c>. Required; no wildcard.</summary>
    [Input("resources", required: true)]
    public List<string>? Resources { get; set; }
}
