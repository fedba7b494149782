using Pulumi;

namespace Hardening.Components;

/// <summary>NodeLocal DNS on its link-local address, and the names that may be asked of it; each as in <see cref="EgressDnsArgs"/>.</summary>
public sealed class EgressNodeLocalDnsArgs : ResourceArgs
{
    /// <summary>The port, 53 by default.</summary>
    [Input("port")]
    public int? Port { get; set; }

    /// <summary>Names and patterns that may be asked for beside those of the FQDN rules; turns <see cref="RestrictNames"/> on.</summary>
    [Input("names")]
    public List<Input<string>>? Names { get; set; }

    /// <summary>Whether only known names may be asked for. Default: every name may.</summary>
    [Input("restrictNames")]
    public bool RestrictNames { get; set; }

    /// <summary>Search domains that pods inherit from their node; absent means unknown, an empty list none.</summary>
    [Input("searchDomains")]
    public List<string>? SearchDomains { get; set; }

    /// <summary>The cluster's DNS domain, <c>cluster.local</c> by default.</summary>
    [Input("clusterDomain")]
    public string? ClusterDomain { get; set; }
}
