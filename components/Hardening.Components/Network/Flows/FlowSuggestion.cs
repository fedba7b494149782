using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// Writes the narrowest rule that allows a recorded flow with the engine of the cluster facts, for a reader to judge: that something connects says not that it should.
/// </summary>
public static class FlowSuggestion
{
    private const int DnsPort = 53;
    private const int NfsPort = 2049;

    // What names a workload, the most telling first; all others are asked for where none of these is there.
    private static readonly string[][] Naming =
    [
        ["app.kubernetes.io/name", "app.kubernetes.io/component"],
        ["k8s-app"],
        ["app"],
        ["name"],
    ];

    /// <summary>The rule that lets the connection out of its pod; <see langword="null"/> where no kind of rule reaches the peer.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="cluster">What is stated about the cluster.</param>
    public static EgressRuleArgs? Egress(NetworkFlow flow, ClusterFactsArgs? cluster = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var facts = new NetworkFacts(cluster);
        if (flow.Protocol == NetworkFlow.Icmp)
        {
            return facts.IsKubernetes || flow.Port == 0 ? null : new EgressRuleArgs { Icmp = Icmp(flow) };
        }

        var ports = Ports(flow);
        var isDns = flow is { Port: DnsPort, Protocol: PortProtocol.Tcp or PortProtocol.Udp };
        if (flow.PeerNamespace is { } space)
        {
            return isDns && space == DnsOptions.DefaultNamespace && FlowPeers.Has(flow.PeerLabels, DnsOptions.DefaultPods)
                ? EgressRule.Dns()
                : space == flow.Namespace
                    ? new EgressRuleArgs { SameNamespace = true, Pods = Pods(flow), Ports = ports }
                    : new EgressRuleArgs { Namespace = space, Pods = Pods(flow), Ports = ports };
        }

        if (IsApiServer(flow, facts) && flow.Protocol is not null)
        {
            return new EgressRuleArgs { KubeApiServer = true, Ports = flow is { Port: 443 or 6443, Protocol: PortProtocol.Tcp } ? null : ports };
        }

        if (flow.IsPeer(FlowEntity.Host) && isDns && !facts.IsKubernetes)
        {
            return EgressRule.NodeLocalDns();
        }

        return IsNode(flow, facts) ? ports is null ? null : new EgressRuleArgs { Nodes = true, Ports = ports } : Outside(flow, ports, facts);
    }

    /// <summary>The rule that lets the connection into its pod; <see langword="null"/> where no kind of rule reaches the peer.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="cluster">What is stated about the cluster.</param>
    public static IngressRuleArgs? Ingress(NetworkFlow flow, ClusterFactsArgs? cluster = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var facts = new NetworkFacts(cluster);
        if (flow.Protocol == NetworkFlow.Icmp)
        {
            return facts.IsKubernetes || flow.Port == 0 ? null : new IngressRuleArgs { Icmp = Icmp(flow) };
        }

        var ports = Ports(flow);
        if (flow.PeerNamespace is { } space)
        {
            return space == flow.Namespace
                ? new IngressRuleArgs { SameNamespace = true, Pods = Pods(flow), Ports = ports, AllPorts = ports is null }
                : new IngressRuleArgs { Namespace = space, Pods = Pods(flow), Ports = ports, AllPorts = ports is null };
        }

        if (IsApiServer(flow, facts))
        {
            return ports is null ? null : new IngressRuleArgs { KubeApiServer = true, Ports = ports };
        }

        if (IsNode(flow, facts))
        {
            return ports is null ? null : new IngressRuleArgs { Nodes = true, Ports = ports };
        }

        if (!facts.IsKubernetes && IngressEntity.All.FirstOrDefault(flow.IsPeer) is { } entity)
        {
            return new IngressRuleArgs { Entities = [entity], Ports = ports, AllPorts = ports is null, Reason = $"say why {entity} is let in" };
        }

        return HasAddress(flow, facts) ? new IngressRuleArgs { Cidr = flow.PeerAddress!.ToString(), Ports = ports, AllPorts = ports is null } : null;
    }

    /// <summary>The rule that lets everybody outside the cluster in as the flow's peer came; <see langword="null"/> where no kind of rule does.</summary>
    /// <param name="flow">A flow from outside the cluster.</param>
    public static IngressRuleArgs? IngressFromAnywhere(NetworkFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var ports = Ports(flow);
        return flow.Protocol == NetworkFlow.Icmp
            ? flow.Port == 0 ? null : new IngressRuleArgs { Icmp = new IcmpArgs { Types = Icmp(flow).Types, Family = Icmp(flow).Family } }
            : new IngressRuleArgs { World = true, Ports = ports, AllPorts = ports is null, Reason = "say why everybody may connect" };
    }

    /// <summary>The labels by which a rule best names pods: stable ones that tell their workload; all of them where none of the usual is there.</summary>
    /// <param name="labels">The labels of one pod.</param>
    public static IReadOnlyDictionary<string, string> PodsOf(IReadOnlyDictionary<string, string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var naming = Array.Find(Naming, keys => labels.ContainsKey(keys[0]));
        return labels.Where(label => naming is null ? !PassingLabels.Includes(label.Key) : naming.Contains(label.Key, StringComparer.Ordinal))
            .OrderBy(label => label.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
    }

    private static List<string>? Ports(NetworkFlow flow) => flow.Protocol is null ? null : [FormattableString.Invariant($"{flow.Port}/{flow.Protocol}")];

    private static Dictionary<string, string>? Pods(NetworkFlow flow) =>
        PodsOf(flow.PeerLabels) is { Count: > 0 } pods ? new Dictionary<string, string>(pods, StringComparer.Ordinal) : null;

    /// <summary>A NetworkPolicy knows the API server by the addresses of the facts alone; where they lack this one, the address itself is what a rule can name.</summary>
    private static bool IsApiServer(NetworkFlow flow, NetworkFacts facts) => flow.IsPeer(FlowEntity.KubeApiServer) && IsStated(flow, facts, facts.KubeApiServerCidrs);

    private static bool IsNode(NetworkFlow flow, NetworkFacts facts) => flow.IsNode && IsStated(flow, facts, facts.NodeCidrs);

    private static bool IsStated(NetworkFlow flow, NetworkFacts facts, IReadOnlyList<Cidr> blocks) =>
        !facts.IsKubernetes || (flow.PeerAddress is { } address && blocks.Any(block => block.Contains(address)));

    private static bool HasAddress(NetworkFlow flow, NetworkFacts facts) => flow.PeerAddress is not null
        && (flow.IsPeer(FlowEntity.World) || (facts.IsKubernetes && (flow.IsNode || flow.IsPeer(FlowEntity.KubeApiServer))));

    private static EgressRuleArgs? Outside(NetworkFlow flow, List<string>? ports, NetworkFacts facts)
    {
        if (!facts.IsKubernetes && flow.IsPeer(FlowEntity.World)
            && flow.PeerNames.FirstOrDefault(name => DnsPattern.TryParse(name, out var pattern, out _) && !pattern.IsPattern) is { } known)
        {
            return new EgressRuleArgs { Fqdn = DnsPattern.Parse(known).Text, Ports = ports };
        }

        return !HasAddress(flow, facts) ? null
            : flow is { Port: NfsPort, Protocol: PortProtocol.Tcp } && flow.IsPeer(FlowEntity.World)
                ? new EgressRuleArgs { Nfs = new EgressNfsArgs { Addresses = [flow.PeerAddress!.FirstAddress().ToString()] }, Reason = "say which pods are NFS clients themselves" }
                : new EgressRuleArgs { Cidr = flow.PeerAddress!.ToString(), Ports = ports };
    }

    private static IcmpArgs Icmp(NetworkFlow flow) => new()
    {
        Types = [flow.Port.ToString(CultureInfo.InvariantCulture)],
        Family = flow.PeerAddress?.IsIPv6 == true ? IcmpFamily.IPv6 : null,
        Cidrs = flow.IsPeer(FlowEntity.World) && flow.PeerAddress is { } address ? [address.ToString()] : null,
    };
}
