using Pulumi;

namespace Hardening.Components;

/// <summary>
/// One allowed destination. Exactly one of <see cref="Dns"/>, <see cref="NodeLocalDns"/>, <see cref="SameNamespace"/>,
/// <see cref="Namespace"/>, <see cref="AnyNamespace"/>, <see cref="KubeApiServer"/>, <see cref="Nodes"/>, <see cref="Nfs"/>,
/// <see cref="Fqdn"/> or <see cref="Fqdns"/>, <see cref="Cidr"/> or <see cref="Cidrs"/>, <see cref="CidrGroup"/>, <see cref="Icmp"/>,
/// <see cref="World"/> and <see cref="None"/> is set; <see cref="EgressRule"/> makes each of them. A list that is set is never empty.
/// </summary>
public sealed class EgressRuleArgs : ResourceArgs
{
    /// <summary>The cluster's DNS pods, TCP and UDP, with the DNS rule that rules by name learn addresses from.</summary>
    [Input("dns")]
    public EgressDnsArgs? Dns { get; set; }

    /// <summary>NodeLocal DNS on its link-local address: the node itself, port 53, TCP and UDP, with the same DNS rule.</summary>
    [Input("nodeLocalDns")]
    public EgressNodeLocalDnsArgs? NodeLocalDns { get; set; }

    /// <summary>Pods of the policy's own namespace; <see cref="Pods"/> narrows them.</summary>
    [Input("sameNamespace")]
    public bool SameNamespace { get; set; }

    /// <summary>Pods of another namespace; <see cref="Pods"/> narrows them.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    /// <summary>Pods of every namespace (for scrapers); <see cref="Pods"/> narrows them.</summary>
    [Input("anyNamespace")]
    public bool AnyNamespace { get; set; }

    /// <summary>Labels that narrow <see cref="SameNamespace"/>, <see cref="Namespace"/> or <see cref="AnyNamespace"/>; no destination by itself.</summary>
    [Input("pods")]
    public Dictionary<string, string>? Pods { get; set; }

    /// <summary>The Kubernetes API server, wherever it runs; ports 443 and 6443 over TCP unless <see cref="Ports"/> says otherwise.</summary>
    [Input("kubeApiServer")]
    public bool KubeApiServer { get; set; }

    /// <summary>The cluster's nodes and everything on their host network (kubelet, node-exporter); <see cref="Ports"/> required.</summary>
    [Input("nodes")]
    public bool Nodes { get; set; }

    /// <summary>NFS servers that pods speak to themselves. Mounts by kubelet or a CSI driver run on the node and need no rule.</summary>
    [Input("nfs")]
    public EgressNfsArgs? Nfs { get; set; }

    /// <summary>
    /// One DNS name or pattern outside the cluster: <c>api.github.com</c>, <c>*.github.com</c> (exactly one level more, <c>*</c> never
    /// crosses a dot), <c>**.github.com</c> (one or more levels, Cilium 1.19 or newer). Needs a DNS rule in a policy of the same pods.
    /// </summary>
    [Input("fqdn")]
    public Input<string>? Fqdn { get; set; }

    /// <summary>Several names or patterns, each as <see cref="Fqdn"/>.</summary>
    [Input("fqdns")]
    public List<Input<string>>? Fqdns { get; set; }

    /// <summary>
    /// One address block outside the cluster, v4 or v6; a bare address is its /32 or /128. It never matches pods, and nodes only where
    /// Cilium's <c>policy-cidr-match-mode</c> says so. The whole internet is <see cref="World"/>, not <c>0.0.0.0/0</c>.
    /// </summary>
    [Input("cidr")]
    public Input<string>? Cidr { get; set; }

    /// <summary>Several address blocks, each as <see cref="Cidr"/>.</summary>
    [Input("cidrs")]
    public List<Input<string>>? Cidrs { get; set; }

    /// <summary>
    /// Blocks to leave out of <see cref="Cidr"/> or <see cref="Cidrs"/>; each lies inside one of them. They are not denied: another rule may allow them.
    /// </summary>
    [Input("except")]
    public List<Input<string>>? Except { get; set; }

    /// <summary>The name of a CiliumCIDRGroup, a cluster-scoped list of blocks.</summary>
    [Input("cidrGroup")]
    public Input<string>? CidrGroup { get; set; }

    /// <summary>ICMP messages. Every rule with ports blocks ICMP, so ping needs one of its own; takes no <see cref="Ports"/>.</summary>
    [Input("icmp")]
    public IcmpArgs? Icmp { get; set; }

    /// <summary>Everything outside the cluster, v4 and v6. Needs a <see cref="Reason"/>.</summary>
    [Input("world")]
    public bool World { get; set; }

    /// <summary>Nothing at all: the pods connect nowhere, not even to DNS. The only rule of its policy.</summary>
    [Input("none")]
    public bool None { get; set; }

    /// <summary>
    /// Ports, at most 40: <c>443/TCP</c>, <c>53/UDP</c>, <c>8000-8010/TCP</c>, <c>443</c> (TCP, UDP and SCTP), and for pods the name of a container
    /// port, <c>https</c>. Judged after service translation: the container's port, not the Service's. Absent means every port. Never empty.
    /// </summary>
    [Input("ports")]
    public List<string>? Ports { get; set; }

    /// <summary>Why the destination is needed; kept in the policy's description. Required with <see cref="World"/>.</summary>
    [Input("reason")]
    public string? Reason { get; set; }
}
