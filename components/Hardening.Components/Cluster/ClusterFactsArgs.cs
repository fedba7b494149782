using Pulumi;

namespace Hardening.Components;

/// <summary>
/// What the plan states about the cluster: versions, sizes and the feature flags that decide which objects are correct there.
/// </summary>
/// <remarks>
/// Nothing here is read from a cluster, so that a preview needs none. A version that is not stated counts as "not installed or not known":
/// a feature that needs a minimum is then refused or left out, never assumed. <see cref="ClusterFacts.Validate"/> checks the values.
/// </remarks>
public sealed class ClusterFactsArgs : ResourceArgs
{
    /// <summary>Version of the API server, such as <c>1.34</c> or <c>v1.34.2</c>. Pins the Pod Security version labels.</summary>
    [Input("kubernetesVersion")]
    public string? KubernetesVersion { get; set; }

    /// <summary>Version of Kyverno (the application, not the chart), such as <c>1.19.0</c>.</summary>
    [Input("kyvernoVersion")]
    public string? KyvernoVersion { get; set; }

    /// <summary>Version of the Cilium agents, such as <c>1.19.4</c>.</summary>
    [Input("ciliumVersion")]
    public string? CiliumVersion { get; set; }

    /// <summary>
    /// One of <see cref="Components.NetworkPolicyEngine"/>: the kind of policy that egress and ingress become. <c>CiliumNetworkPolicy</c> by default.
    /// </summary>
    [Input("networkPolicyEngine")]
    public string? NetworkPolicyEngine { get; set; }

    /// <summary>Version of cert-manager, such as <c>1.21.1</c>. Decides which metrics exist.</summary>
    [Input("certManagerVersion")]
    public string? CertManagerVersion { get; set; }

    /// <summary>Version of Reloader (stakater/Reloader), such as <c>1.4.21</c>. Needed by <see cref="RotationMethod.Reloader"/>, whose annotations nobody reads without it.</summary>
    [Input("reloaderVersion")]
    public string? ReloaderVersion { get; set; }

    /// <summary>Number of schedulable nodes.</summary>
    [Input("nodes")]
    public int? Nodes { get; set; }

    /// <summary>Memory of all workers together, as a quantity: <c>56Gi</c>.</summary>
    [Input("workerMemory")]
    public string? WorkerMemory { get; set; }

    /// <summary>CPU of all workers together, as a quantity: <c>24</c>.</summary>
    [Input("workerCpu")]
    public string? WorkerCpu { get; set; }

    /// <summary>Memory of the largest node, as a quantity: no container can have more.</summary>
    [Input("nodeMemory")]
    public string? NodeMemory { get; set; }

    /// <summary>CPU of the largest node, as a quantity: no container can have more.</summary>
    [Input("nodeCpu")]
    public string? NodeCpu { get; set; }

    /// <summary>Values of <c>topology.kubernetes.io/zone</c> that the nodes carry; empty where nodes have no such label.</summary>
    [Input("zones")]
    public List<string>? Zones { get; set; }

    /// <summary>CIDRs that pods get their addresses from. Cilium's CIDR rules do not match them.</summary>
    [Input("podCidrs")]
    public List<string>? PodCidrs { get; set; }

    /// <summary>CIDRs of ClusterIP services. A policy never sees them: ports and addresses are judged after service translation.</summary>
    [Input("serviceCidrs")]
    public List<string>? ServiceCidrs { get; set; }

    /// <summary>CIDRs of the nodes. Cilium's CIDR rules match them only with <see cref="PolicyCidrMatchMode"/> <c>nodes</c>.</summary>
    [Input("nodeCidrs")]
    public List<string>? NodeCidrs { get; set; }

    /// <summary>
    /// Addresses of the API server, as <c>kubectl get endpointslices -n default kubernetes</c> lists them; its Service's address too where the network plugin
    /// judges connections before service translation. A NetworkPolicy knows the API server by nothing else; Cilium knows it by itself.
    /// </summary>
    [Input("kubeApiServerCidrs")]
    public List<string>? KubeApiServerCidrs { get; set; }

    /// <summary>The blocks of CiliumCIDRGroups, by name. A NetworkPolicy states them in place; Cilium's policies refer to the group.</summary>
    [Input("cidrGroups")]
    public Dictionary<string, List<string>>? CidrGroups { get; set; }

    /// <summary>
    /// Cilium's <c>enable-non-default-deny-policies</c>; true by default. When it is off the agent ignores <c>enableDefaultDeny</c> and every policy denies
    /// by default, so an audit policy would cut traffic.
    /// </summary>
    [Input("nonDefaultDenyPolicies")]
    public bool? NonDefaultDenyPolicies { get; set; }

    /// <summary>Cilium's <c>enable-node-selector-labels</c>; false by default. <c>toNodes</c> is an error without it.</summary>
    [Input("nodeSelectorLabels")]
    public bool? NodeSelectorLabels { get; set; }

    /// <summary>Cilium's <c>enable-icmp-rules</c>; true by default. <c>icmps</c> rules need it.</summary>
    [Input("icmpRules")]
    public bool? IcmpRules { get; set; }

    /// <summary>Cilium's <c>enable-extended-ip-protocols</c>; false by default. VRRP, IGMP, GRE, IPIP, ESP and AH need it.</summary>
    [Input("extendedIpProtocols")]
    public bool? ExtendedIpProtocols { get; set; }

    /// <summary>Cilium's <c>policy-cidr-match-mode</c>: a list of <see cref="CidrMatchMode.All"/>, of which <c>nodes</c> needs Cilium 1.15 and <c>pods</c> 1.20; empty by default.</summary>
    [Input("policyCidrMatchMode")]
    public List<string>? PolicyCidrMatchMode { get; set; }

    /// <summary>True where pods resolve names through NodeLocal DNS; false by default.</summary>
    [Input("nodeLocalDns")]
    public bool? NodeLocalDns { get; set; }

    /// <summary>Kyverno's flag <c>enablePolicyException</c>; false by default, as in Kyverno. Policy exceptions have no effect without it.</summary>
    [Input("kyvernoPolicyExceptions")]
    public bool? KyvernoPolicyExceptions { get; set; }

    /// <summary>Kyverno's flag <c>exceptionNamespace</c>: the one namespace whose exceptions count. Required when <see cref="KyvernoPolicyExceptions"/> is true.</summary>
    [Input("kyvernoExceptionNamespace")]
    public string? KyvernoExceptionNamespace { get; set; }

    /// <summary>The same facts with the blocks of groups.</summary>
    internal ClusterFactsArgs With(Dictionary<string, List<string>> groups)
    {
        var copy = (ClusterFactsArgs)MemberwiseClone();
        copy.CidrGroups = groups;
        return copy;
    }
}
