using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Reads rules and carve-outs of egress for comparing flows with them.</summary>
internal static class EgressFlowRules
{
    public static FlowRule Of(string path, EgressRuleArgs rule, EgressPolicyArgs policy, FlowFacts facts)
    {
        var ports = FlowPorts.Of(rule.Ports);
        return new FlowRule(path, EgressKinds.Set(rule)[0].Kind switch
        {
            EgressKind.Dns => Dns(rule.Dns!, policy, facts),
            EgressKind.NodeLocalDns => NodeLocalDns(rule.NodeLocalDns!, policy, facts),
            EgressKind.SameNamespace => FlowRule.SameNamespace(rule.Pods, ports),
            EgressKind.Namespace => FlowRule.Namespace(rule.Namespace!, rule.Pods, ports),
            EgressKind.AnyNamespace => FlowRule.AnyNamespace(rule.Pods, ports),
            EgressKind.KubeApiServer => FlowRule.ApiServer(FlowPorts.Of(rule.Ports ?? [.. EgressRuleManifest.ApiServerPorts]), facts),
            EgressKind.Nodes => FlowRule.Nodes(ports, facts),
            EgressKind.Nfs => FlowRule.Blocks(facts.Blocks(null, rule.Nfs!.Addresses, null), FlowPorts.Of(PortManifest.OfNfs(rule.Nfs!)), facts),
            EgressKind.Fqdn => Names(new FlowNames(rule.Fqdn is null ? rule.Fqdns! : [rule.Fqdn], facts.Network.Cilium), ports),
            EgressKind.Cidr => FlowRule.Blocks(facts.Blocks(rule.Cidr, rule.Cidrs, rule.Except), ports, facts),
            EgressKind.CidrGroup => FlowRule.Blocks(facts.Group(rule.CidrGroup!), ports, facts),
            EgressKind.Icmp => FlowRule.Icmp(rule.Icmp!, facts),
            EgressKind.World => FlowRule.World(ports, facts),
            _ => _ => FlowMatch.No,
        });
    }

    public static FlowRule Of(string path, EgressDenyArgs deny, FlowFacts facts)
    {
        var ports = FlowPorts.Of(deny.Ports);
        return new FlowRule(path, EgressKinds.Set(deny)[0].Kind switch
        {
            EgressKind.Cidr => FlowRule.Blocks(facts.Blocks(deny.Cidr, deny.Cidrs, deny.Except), ports, facts),
            EgressKind.CidrGroup => FlowRule.Blocks(facts.Group(deny.CidrGroup!), ports, facts),
            EgressKind.Namespace => FlowRule.Namespace(deny.Namespace!, deny.Pods, ports),
            _ => FlowRule.Nodes(ports, facts),
        });
    }

    private static Func<NetworkFlow, FlowMatch> Dns(EgressDnsArgs dns, EgressPolicyArgs policy, FlowFacts facts)
    {
        var options = DnsOptions.Of(dns);
        var queries = new FlowQueries(options, policy, facts.Network);
        var space = dns.Namespace is null ? DnsOptions.DefaultNamespace : InputLeaf.Of(dns.Namespace).Value;
        var pods = dns.Pods ?? DnsOptions.DefaultPods;
        return flow => !IsDns(flow, options.Port) || !FlowPeers.IsPod(flow, space, pods)
            ? FlowMatch.No
            : space is null ? FlowMatch.NotKnown : queries.Match(flow.Query);
    }

    private static Func<NetworkFlow, FlowMatch> NodeLocalDns(EgressNodeLocalDnsArgs dns, EgressPolicyArgs policy, FlowFacts facts)
    {
        var options = DnsOptions.Of(dns);
        var queries = new FlowQueries(options, policy, facts.Network);
        return flow => IsDns(flow, options.Port) && flow.IsPeer(FlowEntity.Host) ? queries.Match(flow.Query) : FlowMatch.No;
    }

    private static Func<NetworkFlow, FlowMatch> Names(FlowNames names, FlowPorts ports) =>
        flow => flow.IsPeer(FlowEntity.World) && ports.Match(flow) == FlowMatch.Yes ? names.MatchAny(flow.PeerNames) : FlowMatch.No;

    private static bool IsDns(NetworkFlow flow, int port) => flow.Port == port && flow.Protocol is PortProtocol.Tcp or PortProtocol.Udp;
}
