using Pulumi;

namespace Hardening.Components;

/// <summary>One rule as flows are compared with it. It is read from the rule itself, not from the manifest that the rule becomes.</summary>
/// <param name="path">Where the rule stands.</param>
/// <param name="match">Compares.</param>
internal sealed class FlowRule(string path, Func<NetworkFlow, FlowMatch> match)
{
    public string Path { get; } = path;

    public FlowMatch Match(NetworkFlow flow) => match(flow);

    public static Func<NetworkFlow, FlowMatch> SameNamespace(IReadOnlyDictionary<string, string>? pods, FlowPorts ports) =>
        flow => FlowPeers.IsPod(flow, flow.Namespace, pods) ? ports.Match(flow) : FlowMatch.No;

    public static Func<NetworkFlow, FlowMatch> Namespace(Input<string> name, IReadOnlyDictionary<string, string>? pods, FlowPorts ports)
    {
        var space = InputLeaf.Of(name).Value;
        return flow => !FlowPeers.IsPod(flow, space, pods) ? FlowMatch.No : ports.Match(flow) is FlowMatch.Yes && space is null ? FlowMatch.NotKnown : ports.Match(flow);
    }

    public static Func<NetworkFlow, FlowMatch> AnyNamespace(IReadOnlyDictionary<string, string>? pods, FlowPorts ports) =>
        flow => FlowPeers.IsPod(flow, null, pods) ? ports.Match(flow) : FlowMatch.No;

    public static Func<NetworkFlow, FlowMatch> ApiServer(FlowPorts ports, FlowFacts facts) => facts.Network.IsKubernetes
        ? Blocks(FlowBlocks.Of(facts.Network.KubeApiServerCidrs, []), ports, facts)
        : flow => flow.IsPeer(FlowEntity.KubeApiServer) ? ports.Match(flow) : FlowMatch.No;

    public static Func<NetworkFlow, FlowMatch> Nodes(FlowPorts ports, FlowFacts facts) => facts.Network.IsKubernetes
        ? Blocks(FlowBlocks.Of(facts.Network.NodeCidrs, []), ports, facts)
        : flow => flow.IsNode ? ports.Match(flow) : FlowMatch.No;

    public static Func<NetworkFlow, FlowMatch> World(FlowPorts ports, FlowFacts facts) => facts.Network.IsKubernetes
        ? Blocks(facts.World, ports, facts)
        : flow => flow.IsPeer(FlowEntity.World) ? ports.Match(flow) : FlowMatch.No;

    public static Func<NetworkFlow, FlowMatch> Blocks(FlowBlocks blocks, FlowPorts ports, FlowFacts facts) => flow =>
    {
        var port = ports.Match(flow);
        var address = port == FlowMatch.No ? FlowMatch.No : facts.Match(blocks, flow);
        return port == FlowMatch.NotKnown && address != FlowMatch.No ? FlowMatch.NotKnown : address;
    };

    public static Func<NetworkFlow, FlowMatch> Icmp(IcmpArgs icmp, FlowFacts facts)
    {
        var family = icmp.Family ?? IcmpFamily.IPv4;
        var types = (icmp.Types ?? [IcmpChecks.DefaultType]).ConvertAll(type => IcmpTypes.NumberOf(family, type));
        var blocks = icmp.Cidrs is null ? null : facts.Blocks(null, icmp.Cidrs, null);
        return flow => flow.Protocol != NetworkFlow.Icmp || !types.Contains(flow.Port) || (flow.PeerAddress is { } address && address.IsIPv6 != (family == IcmpFamily.IPv6))
            ? FlowMatch.No
            : blocks is null ? FlowMatch.Yes : facts.Match(blocks, flow);
    }
}
