using System.Globalization;
using Hardening.Primitives;
using Pulumi;

namespace Hardening.Components.Tests.Network.Flows;

/// <summary>Makes a flow that a rule is there for.</summary>
internal static class FlowOfRule
{
    /// <summary>The flow; null where the rule's only port is a name.</summary>
    public static NetworkFlow? Of(EgressRuleArgs rule, int seed)
    {
        if (rule.Icmp is { } icmp)
        {
            return Flow.ToWorld("203.0.113.1", int.Parse(icmp.Types![seed % icmp.Types.Count], CultureInfo.InvariantCulture), NetworkFlow.Icmp);
        }

        if (rule.Dns is not null || rule.NodeLocalDns is not null)
        {
            return rule.Dns is null ? Flow.ToEntity(FlowEntity.Host, 53) : Flow.ToDns();
        }

        var (port, protocol) = Port(rule, seed);
        if (port == 0)
        {
            return null;
        }

        var space = rule.SameNamespace ? "shop" : rule.AnyNamespace ? $"any{seed}" : Value(rule.Namespace);
        return space is not null
            ? Flow.ToPod(space, ("other", "label"), port, protocol) with { PeerLabels = (rule.Pods ?? []).ToDictionary(label => label.Key.Replace("k8s:", "", StringComparison.Ordinal), label => label.Value, StringComparer.Ordinal) }
            : rule.KubeApiServer ? Flow.ToEntity(FlowEntity.KubeApiServer, port, protocol)
            : rule.Nodes ? Flow.ToEntity(seed % 2 == 0 ? FlowEntity.Host : FlowEntity.RemoteNode, port, protocol)
            : rule.Fqdns is { } names ? Flow.ToWorld("203.0.113.1", port, protocol, Value(names[seed % names.Count])!.Replace("*", $"x-{seed}", StringComparison.Ordinal))
            : Flow.ToWorld(Address(rule, seed), port, protocol);
    }

    private static string Address(EgressRuleArgs rule, int seed)
    {
        var blocks = rule.Nfs?.Addresses ?? rule.Cidrs;
        return rule.CidrGroup is not null ? "198.51.100.7"
            : rule.Cidr is not null ? "172.20.0.9"
            : blocks is null ? "8.8.8.8"
            : (seed % 2 == 0 ? Cidr.Parse(Value(blocks[seed % blocks.Count])!).FirstAddress() : Cidr.Parse(Value(blocks[seed % blocks.Count])!).LastAddress()).ToString();
    }

    private static (int Port, string Protocol) Port(EgressRuleArgs rule, int seed)
    {
        if (rule.Nfs is not null)
        {
            return (2049, PortProtocol.Tcp);
        }

        var ports = rule.Ports ?? (rule.KubeApiServer ? ["6443/TCP"] : [FormattableString.Invariant($"{1 + seed}/UDP")]);
        var spec = PortSpec.Parse(ports[seed % ports.Count]);
        return (seed % 2 == 0 ? spec.First : spec.Last, spec.Protocol == PortProtocol.Any ? PortProtocol.Sctp : spec.Protocol);
    }

    private static string? Value(Input<string>? input) => Known.TryGet(input, out var value) ? value : null;
}
