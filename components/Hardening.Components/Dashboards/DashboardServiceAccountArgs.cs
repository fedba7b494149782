using Pulumi;

namespace Hardening.Components;

/// <summary>The ServiceAccount that a dashboard runs as.</summary>
public sealed class DashboardServiceAccountArgs : ResourceArgs
{
    /// <summary>Its namespace. Required.</summary>
    [Input("namespace", required: true)]
    public string? Namespace { get; set; }

    /// <summary>Its name; never <c>default</c>, which every pod of the namespace shares. Required.</summary>
    [Input("name", required: true)]
    public string? Name { get; set; }
}
