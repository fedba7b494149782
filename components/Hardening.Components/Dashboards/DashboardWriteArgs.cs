using Pulumi;

namespace Hardening.Components;

/// <summary>Resources that a dashboard may change, one by one and with a reason.</summary>
public sealed class DashboardWriteArgs : ResourceArgs
{
    /// <summary>API groups; empty text is the core group. Required; no wildcard.</summary>
    [Input("apiGroups", required: true)]
    public List<string>? ApiGroups { get; set; }

    /// <summary>Resources in plural, such as <c>pods</c> or <c>deployments/scale</c>. Required; no wildcard.</summary>
    [Input("resources", required: true)]
    public List<string>? Resources { get; set; }

    /// <summary>Verbs out of <see cref="DashboardAccess.WriteVerbs"/>. Required; no wildcard.</summary>
    [Input("verbs", required: true)]
    public List<string>? Verbs { get; set; }

    /// <summary>Names that the verbs are limited to. Default: every object. Not with <c>create</c> and <c>deletecollection</c>, which the API server never limits by name.</summary>
    [Input("resourceNames")]
    public List<string>? ResourceNames { get; set; }

    /// <summary>Why a dashboard has to change these, in a sentence for the next reader. Required.</summary>
    [Input("reason", required: true)]
    public string? Reason { get; set; }
}
