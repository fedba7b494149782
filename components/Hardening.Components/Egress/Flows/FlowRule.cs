using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>One rule as flows are compared with it. It is read from the rule itself, not from the manifest that the rule becomes.</summary>
internal sealed class FlowRule
{
    private static readonly string[] ApiServerPorts = ["443/TCP", "6443/TCP"];

    private readonly Func<EgressFlow, FlowMatch> _match;

    private FlowRule(string path, Func<EgressFlow, FlowMatch> match)
    {
        Path = path;
        _match = match;
    }

    public string Path { get; }

    public FlowMatch Match(EgressFlow flow) => _match(flow);

    public static FlowRule Of(string path, EgressRuleArgs rule, EgressPolicyArgs policy, FlowFacts facts)
    {
        var ports = FlowPorts.Of(rule.Ports);
        return new FlowRule(path, EgressKinds.Set(rule)[0].Kind switch
        {
            EgressKind.Dns => Dns(rule.Dns!, policy, facts),
            EgressKind.NodeLocalDns => NodeLocalDns(rule.NodeLocalDns!, policy, facts),
            EgressKind.SameNamespace => flow => FlowPeers.IsPod(flow, flow.Namespace, rule.Pods) ? ports.Match(flow) : FlowMatch.No,
            EgressKind.Namespace => Namespace(InputLeaf.Of(rule.Namespace!).Value, rule.Pods, ports),
            EgressKind.AnyNamespace => flow => FlowPeers.IsPod(flow, null, rule.Pods) ? ports.Match(flow) : FlowMatch.No,
            EgressKind.KubeApiServer => ApiServer(FlowPorts.Of(rule.Ports ?? [.. ApiServerPorts])),
            EgressKind.Nodes => Nodes(ports),
            EgressKind.Nfs => Blocks(FlowBlocks.Of(null, rule.Nfs!.Addresses, null), FlowPorts.Of(NfsPorts(rule.Nfs!)), facts),
            EgressKind.Fqdn => Names(new FlowNames(rule.Fqdn is null ? rule.Fqdns! : [rule.Fqdn], facts.Network.Cilium), ports),
            EgressKind.Cidr => Blocks(FlowBlocks.Of(rule.Cidr, rule.Cidrs, rule.Except), ports, facts),
            EgressKind.CidrGroup => Blocks(facts.Group(rule.CidrGroup!), ports, facts),
            EgressKind.Icmp => Icmp(rule.Icmp!, facts),
            EgressKind.World => flow => If(flow.IsTo(EgressEntity.World) && ports.Include(flow)),
            _ => _ => FlowMatch.No,
        });
    }

    public static FlowRule Of(string path, EgressDenyArgs deny, FlowFacts facts)
    {
        var ports = FlowPorts.Of(deny.Ports);
        return new FlowRule(path, EgressKinds.Set(deny)[0].Kind switch
        {
            EgressKind.Cidr => Blocks(FlowBlocks.Of(deny.Cidr, deny.Cidrs, deny.Except), ports, facts),
            EgressKind.CidrGroup => Blocks(facts.Group(deny.CidrGroup!), ports, facts),
            EgressKind.Namespace => Namespace(InputLeaf.Of(deny.Namespace!).Value, deny.Pods, ports),
            _ => Nodes(ports),
        });
    }

    private static Func<EgressFlow, FlowMatch> Dns(EgressDnsArgs dns, EgressPolicyArgs policy, FlowFacts facts)
    {
        var options = DnsOptions.Of(dns);
        var queries = new FlowQueries(options, policy, facts.Network);
        var space = dns.Namespace is null ? DnsOptions.DefaultNamespace : InputLeaf.Of(dns.Namespace).Value;
        var pods = dns.Pods ?? DnsOptions.DefaultPods;
        return flow => !IsDns(flow, options.Port) || !FlowPeers.IsPod(flow, space, pods)
            ? FlowMatch.No
            : space is null ? FlowMatch.NotKnown : queries.Match(flow.Query);
    }

    private static Func<EgressFlow, FlowMatch> NodeLocalDns(EgressNodeLocalDnsArgs dns, EgressPolicyArgs policy, FlowFacts facts)
    {
        var options = DnsOptions.Of(dns);
        var queries = new FlowQueries(options, policy, facts.Network);
        return flow => IsDns(flow, options.Port) && flow.IsTo(EgressEntity.Host) ? queries.Match(flow.Query) : FlowMatch.No;
    }

    private static Func<EgressFlow, FlowMatch> Namespace(string? space, IReadOnlyDictionary<string, string>? pods, FlowPorts ports) =>
        flow => !FlowPeers.IsPod(flow, space, pods) ? FlowMatch.No : ports.Match(flow) is FlowMatch.Yes && space is null ? FlowMatch.NotKnown : ports.Match(flow);

    private static Func<EgressFlow, FlowMatch> ApiServer(FlowPorts ports) => flow => If(flow.IsTo(EgressEntity.KubeApiServer) && ports.Include(flow));

    private static Func<EgressFlow, FlowMatch> Nodes(FlowPorts ports) =>
        flow => If((flow.IsTo(EgressEntity.Host) || flow.IsTo(EgressEntity.RemoteNode)) && ports.Include(flow));

    private static Func<EgressFlow, FlowMatch> Names(FlowNames names, FlowPorts ports) =>
        flow => flow.IsTo(EgressEntity.World) && ports.Include(flow) ? names.MatchAny(flow.ToNames) : FlowMatch.No;

    private static Func<EgressFlow, FlowMatch> Blocks(FlowBlocks blocks, FlowPorts ports, FlowFacts facts) =>
        flow => facts.HasAddress(flow) && ports.Include(flow) ? blocks.Match(flow.ToAddress) : FlowMatch.No;

    private static Func<EgressFlow, FlowMatch> Icmp(EgressIcmpArgs icmp, FlowFacts facts)
    {
        var family = icmp.Family ?? IcmpFamily.IPv4;
        var types = (icmp.Types ?? [IcmpChecks.DefaultType]).ConvertAll(type => IcmpTypes.NumberOf(family, type));
        var blocks = icmp.Cidrs is null ? null : FlowBlocks.Of(null, icmp.Cidrs, null);
        return flow => flow.Protocol != EgressFlow.Icmp || !types.Contains(flow.Port) || (flow.ToAddress is { } address && address.IsIPv6 != (family == IcmpFamily.IPv6))
            ? FlowMatch.No
            : blocks is null ? FlowMatch.Yes : facts.HasAddress(flow) ? blocks.Match(flow.ToAddress) : FlowMatch.No;
    }

    private static List<string> NfsPorts(EgressNfsArgs nfs) => nfs.Version == NfsVersion.V3
        ? [.. new[] { "2049", "111", (nfs.MountdPort ?? 20048).ToString(CultureInfo.InvariantCulture) }.SelectMany(port => new[] { port + "/TCP", port + "/UDP" })]
        : ["2049/TCP"];

    private static bool IsDns(EgressFlow flow, int port) => flow.Port == port && flow.Protocol is PortProtocol.Tcp or PortProtocol.Udp;

    private static FlowMatch If(bool matches) => matches ? FlowMatch.Yes : FlowMatch.No;
}
