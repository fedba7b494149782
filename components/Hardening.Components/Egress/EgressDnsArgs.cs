using Pulumi;

namespace Hardening.Components;

/// <summary>
/// The cluster's resolver and the names that may be asked of it. An empty object is right for most clusters: CoreDNS or kube-dns in
/// <c>kube-system</c>, every name. In <see cref="Rollout.Audit"/> no name is ever refused.
/// </summary>
public sealed class EgressDnsArgs : ResourceArgs
{
    /// <summary>The namespace of the resolver's pods, <c>kube-system</c> by default.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    /// <summary>
    /// Labels of the resolver's pods, <c>k8s-app: kube-dns</c> by default. Where NodeLocal DNS is reached by a CiliumLocalRedirectPolicy
    /// give the redirect's pods a rule of their own: <c>k8s-app: node-local-dns</c>.
    /// </summary>
    [Input("pods")]
    public Dictionary<string, string>? Pods { get; set; }

    /// <summary>The port on which the resolver's container listens, 53 by default (5353 on OpenShift): not the Service's port.</summary>
    [Input("port")]
    public int? Port { get; set; }

    /// <summary>
    /// Names and patterns that may be asked for beside those of the policy's own FQDN rules and of the cluster's domain. Setting it
    /// turns <see cref="RestrictNames"/> on. A refused name is answered REFUSED, not dropped.
    /// </summary>
    [Input("names")]
    public List<Input<string>>? Names { get; set; }

    /// <summary>Whether only <see cref="Names"/>, the FQDN rules' names and the cluster's domain may be asked for. Default: every name may.</summary>
    [Input("restrictNames")]
    public bool RestrictNames { get; set; }

    /// <summary>
    /// Search domains that pods inherit from their node's <c>resolv.conf</c>. With restricted names each allowed name is allowed below them too, since a
    /// refused search makes musl (Alpine) give up on the name. An empty list states that there are none; absent means unknown.
    /// </summary>
    [Input("searchDomains")]
    public List<string>? SearchDomains { get; set; }

    /// <summary>The cluster's DNS domain, <c>cluster.local</c> by default.</summary>
    [Input("clusterDomain")]
    public string? ClusterDomain { get; set; }
}
