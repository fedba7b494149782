using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Writes the narrowest rule that allows a recorded flow, for a reader to judge: that something connects says not that it should.</summary>
public static class EgressSuggestion
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

    /// <summary>The rule; <see langword="null"/> where no kind of rule reaches the destination.</summary>
    /// <param name="flow">The flow.</param>
    public static EgressRuleArgs? For(EgressFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        if (flow.Protocol == EgressFlow.Icmp)
        {
            return flow.Port == 0 ? null : Icmp(flow);
        }

        List<string>? ports = flow.Protocol is null ? null : [FormattableString.Invariant($"{flow.Port}/{flow.Protocol}")];
        var isDns = flow is { Port: DnsPort, Protocol: PortProtocol.Tcp or PortProtocol.Udp };
        if (flow.ToNamespace is { } space)
        {
            return isDns && space == DnsOptions.DefaultNamespace && FlowPeers.Has(flow.ToLabels, DnsOptions.DefaultPods)
                ? EgressRule.Dns()
                : Pods(flow, space, ports);
        }

        if (flow.IsTo(EgressEntity.KubeApiServer) && flow.Protocol is not null)
        {
            return new EgressRuleArgs { KubeApiServer = true, Ports = flow is { Port: 443 or 6443, Protocol: PortProtocol.Tcp } ? null : ports };
        }

        if (flow.IsTo(EgressEntity.Host) && isDns)
        {
            return EgressRule.NodeLocalDns();
        }

        return flow.IsTo(EgressEntity.Host) || flow.IsTo(EgressEntity.RemoteNode)
            ? ports is null ? null : new EgressRuleArgs { Nodes = true, Ports = ports }
            : flow.IsTo(EgressEntity.World) ? World(flow, ports) : null;
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

    private static EgressRuleArgs Pods(EgressFlow flow, string space, List<string>? ports)
    {
        var pods = new Dictionary<string, string>(PodsOf(flow.ToLabels), StringComparer.Ordinal);
        var narrowed = pods.Count > 0 ? pods : null;
        return space == flow.Namespace
            ? new EgressRuleArgs { SameNamespace = true, Pods = narrowed, Ports = ports }
            : new EgressRuleArgs { Namespace = space, Pods = narrowed, Ports = ports };
    }

    private static EgressRuleArgs? World(EgressFlow flow, List<string>? ports)
    {
        if (flow.ToNames.FirstOrDefault(name => DnsPattern.TryParse(name, out var pattern, out _) && !pattern.IsPattern) is { } known)
        {
            return new EgressRuleArgs { Fqdn = DnsPattern.Parse(known).Text, Ports = ports };
        }

        if (flow.ToAddress is not { } address)
        {
            return null;
        }

        return flow is { Port: NfsPort, Protocol: PortProtocol.Tcp }
            ? new EgressRuleArgs { Nfs = new EgressNfsArgs { Addresses = [address.FirstAddress().ToString()] }, Reason = "say which pods are NFS clients themselves" }
            : new EgressRuleArgs { Cidr = address.ToString(), Ports = ports };
    }

    private static EgressRuleArgs Icmp(EgressFlow flow)
    {
        var family = flow.ToAddress?.IsIPv6 == true ? IcmpFamily.IPv6 : IcmpFamily.IPv4;
        return new EgressRuleArgs
        {
            Icmp = new EgressIcmpArgs
            {
                Types = [flow.Port.ToString(CultureInfo.InvariantCulture)],
                Family = family == IcmpFamily.IPv4 ? null : family,
                Cidrs = flow.IsTo(EgressEntity.World) && flow.ToAddress is { } address ? [address.ToString()] : null,
            },
        };
    }
}
