using Pulumi;

namespace Hardening.Components;

/// <summary>
/// One allowed source. Exactly one of <see cref="SameNamespace"/>, <see cref="Namespace"/>, <see cref="AnyNamespace"/>, <see cref="KubeApiServer"/>, <see cref="Nodes"/>,
/// <see cref="Cidr"/> or <see cref="Cidrs"/>, <see cref="CidrGroup"/>, <see cref="Entities"/>, <see cref="Icmp"/>, <see cref="World"/> and <see cref="None"/> is set;
/// <see cref="IngressRule"/> makes each of them. Every rule but <see cref="Icmp"/> and <see cref="None"/> states <see cref="Ports"/> or <see cref="AllPorts"/>. A list that is set is never empty.
/// </summary>
/// <remarks>
/// Probes of the kubelet need no rule: they come from the pod's own node, which Cilium lets in by default (<c>allow-localhost: auto</c>, where no host firewall says otherwise)
/// and which Kubernetes excepts from every NetworkPolicy. Not every network plugin keeps to that; try one namespace before the rest.
/// </remarks>
public sealed class IngressRuleArgs : ResourceArgs
{
    /// <summary>Pods of the policy's own namespace; <see cref="Pods"/> narrows them.</summary>
    [Input("sameNamespace")]
    public bool SameNamespace { get; set; }

    /// <summary>Pods of another namespace, such as an ingress controller's, a gateway's or Prometheus'; <see cref="Pods"/> narrows them.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    /// <summary>Pods of every namespace, for what the whole cluster uses; <see cref="Pods"/> narrows them.</summary>
    [Input("anyNamespace")]
    public bool AnyNamespace { get; set; }

    /// <summary>Labels that narrow <see cref="SameNamespace"/>, <see cref="Namespace"/> or <see cref="AnyNamespace"/>; no source by itself.</summary>
    [Input("pods")]
    public Dictionary<string, string>? Pods { get; set; }

    /// <summary>
    /// The Kubernetes API server, which calls admission webhooks, conversion webhooks and aggregated APIs. On AKS and GKE its connections come through nodes and
    /// lose their origin: there allow <see cref="Entities"/> <c>cluster</c> instead. A NetworkPolicy needs <see cref="ClusterFactsArgs.KubeApiServerCidrs"/>.
    /// </summary>
    [Input("kubeApiServer")]
    public bool KubeApiServer { get; set; }

    /// <summary>
    /// The cluster's nodes and everything on their host network. Kubelet probes need no rule; clients on the host network do, and connections that a node has
    /// translated (NodePorts and load balancers with <c>externalTrafficPolicy: Cluster</c>). A NetworkPolicy needs <see cref="ClusterFactsArgs.NodeCidrs"/>.
    /// </summary>
    [Input("nodes")]
    public bool Nodes { get; set; }

    /// <summary>
    /// One address block outside the cluster, v4 or v6; a bare address is its /32 or /128. It never means pods or nodes. Everybody is <see cref="World"/>, not <c>0.0.0.0/0</c>.
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

    /// <summary>The name of a CiliumCIDRGroup, a cluster-scoped list of blocks. A NetworkPolicy states the blocks of <see cref="ClusterFactsArgs.CidrGroups"/>.</summary>
    [Input("cidrGroup")]
    public Input<string>? CidrGroup { get; set; }

    /// <summary>
    /// Cilium's identities that have no intent of their own, of <see cref="IngressEntity"/>: <c>ingress</c> is Cilium's own ingress and gateway, <c>cluster</c> every pod and node.
    /// Needs a <see cref="Reason"/>. A NetworkPolicy knows none of them.
    /// </summary>
    [Input("entities")]
    public List<string>? Entities { get; set; }

    /// <summary>
    /// ICMP messages. Every rule with ports blocks ICMP, so whoever pings these pods needs one of its own; takes neither <see cref="Ports"/> nor <see cref="AllPorts"/>.
    /// A NetworkPolicy cannot say it.
    /// </summary>
    [Input("icmp")]
    public IcmpArgs? Icmp { get; set; }

    /// <summary>Everything outside the cluster, v4 and v6. Needs a <see cref="Reason"/>.</summary>
    [Input("world")]
    public bool World { get; set; }

    /// <summary>Nobody at all. The only rule of its policy.</summary>
    [Input("none")]
    public bool None { get; set; }

    /// <summary>
    /// Ports, at most 40 with Cilium: <c>8080/TCP</c>, <c>53/UDP</c>, <c>8000-8010/TCP</c>, <c>8080</c> (TCP, UDP and SCTP), or the name of a port of the governed containers,
    /// <c>metrics</c>. Judged after service translation: the container's port, not the Service's. Never empty.
    /// </summary>
    [Input("ports")]
    public List<string>? Ports { get; set; }

    /// <summary>States that every port is meant, in place of <see cref="Ports"/>.</summary>
    [Input("allPorts")]
    public bool AllPorts { get; set; }

    /// <summary>Why the source is let in; kept with the policy. Required with <see cref="World"/> and <see cref="Entities"/>.</summary>
    [Input("reason")]
    public string? Reason { get; set; }
}
