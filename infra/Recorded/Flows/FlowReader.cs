using System.Globalization;
using System.Text.Json;
using Hardening.Components;
using Hardening.Infra.Recorded.Workloads;
using Hardening.Primitives;

namespace Hardening.Infra.Recorded.Flows;

/// <summary>
/// Takes from Hubble's records the connections that leave pods or arrive at them: replies and records of anything else are passed over. Unknown members are, too.
/// </summary>
internal sealed class FlowReader(FlowAddresses addresses, FlowCounts counts)
{
    private const int MostLabels = 20_000;
    private const string Egress = "EGRESS";
    private const string Ingress = "INGRESS";
    private const string SourceMember = "source";
    private const string DestinationMember = "destination";
    private const int Drop = 1;
    private const int PolicyVerdict = 5;
    private const int Layer7 = 129;

    private static readonly string[] OtherRecords = ["node_status", "agent_event", "debug_event"];
    private static readonly string[] Protocols = [PortProtocol.Tcp, PortProtocol.Udp, PortProtocol.Sctp];

    // The same few sets of labels come again and again.
    private readonly Dictionary<string, FlowLabels> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowLabels> _same = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _entities = new(StringComparer.Ordinal);

    /// <summary>The flow of a record; null where it is none that is judged.</summary>
    /// <exception cref="InvalidOperationException">The record is none of Hubble's.</exception>
    public RecordedFlow? Read(JsonElement record)
    {
        if (record.ValueKind is not JsonValueKind.Object)
            throw new InvalidOperationException();
        if (Facts.Object(record, "lost_events") is { } lost)
        {
            counts.AddLost(LostOf(lost));
            return null;
        }

        if (Array.Exists(OtherRecords, name => record.TryGetProperty(name, out _)))
            return null;
        var flow = Facts.Object(record, "flow") ?? record;
        if (!flow.TryGetProperty("verdict", out _) && !flow.TryGetProperty("IP", out _))
            throw new InvalidOperationException();
        counts.Flows++;
        return ReadFlow(flow, record);
    }

    /// <summary>Hubble writes 64-bit numbers as texts; one that is beyond counting counts as one.</summary>
    private static long LostOf(JsonElement lost) =>
        lost.TryGetProperty("num_events_lost", out var number) && long.TryParse(number.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1;

    private RecordedFlow? ReadFlow(JsonElement flow, JsonElement record)
    {
        var verdict = Facts.Text(flow, "verdict");
        var type = Facts.Number(Facts.Object(flow, "event_type"), "type") ?? 0;
        var dropped = verdict is "DROPPED" ? DropReason(flow, type) : null;
        if (verdict is "DROPPED" && dropped is null)
        {
            counts.OtherDrops++;
            return null;
        }

        if (Facts.Text(flow, "traffic_direction") is not (Egress or Ingress) || verdict is "TRACED" or "TRANSLATED" or "ERROR")
            return null;
        var isIngress = Facts.Text(flow, "traffic_direction") is Ingress;
        var (own, peer) = isIngress ? (DestinationMember, SourceMember) : (SourceMember, DestinationMember);
        var pod = Facts.Object(flow, own);
        var labels = Labels(pod);

        if (EntitiesOf(pod, labels).Count > 0 || NamespaceOf(pod, labels) is not { } space || !Begins(flow, type, dropped))
            return null;
        if (Port(Facts.Object(flow, "l4")) is not { } port)
        {
            counts.Portless++;
            return null;
        }

        if (Peer(flow, peer, new NetworkFlow { Namespace = space, Labels = labels.Pod, Protocol = port.Protocol, Port = port.Number }) is not { } read)
        {
            counts.Nameless++;
            return null;
        }

        var other = dropped is null && read.PeerNamespace is not null ? Other(flow, peer, own, read) : null;
        return new RecordedFlow(isIngress, End(pod, isIngress ? read with { PeerNames = [], Query = null } : read), other, TimeOf(flow) ?? TimeOf(record), dropped);
    }

    private static RecordedEnd End(JsonElement? pod, NetworkFlow flow) => new(flow, WorkloadOf(pod), Facts.Text(pod, "pod_name"));

    /// <summary>The same connection from the other end.</summary>
    private static RecordedEnd Other(JsonElement flow, string own, string peer, NetworkFlow read) => End(Facts.Object(flow, own), new NetworkFlow
    {
        Namespace = read.PeerNamespace!,
        Labels = read.PeerLabels,
        PeerNamespace = read.Namespace,
        PeerLabels = read.Labels,
        PeerAddress = AddressOf(flow, peer),
        Protocol = read.Protocol,
        Port = read.Port,
    });

    private static string? DropReason(JsonElement flow, int type)
    {
        var stated = Facts.Text(flow, "drop_reason_desc");
        if (stated is not null)
            return stated is "POLICY_DENIED" or "POLICY_DENY" or "AUTH_REQUIRED" ? stated : null;
        return Facts.Number(flow, "drop_reason") switch
        {
            133 => "POLICY_DENIED",
            181 => "POLICY_DENY",
            189 => "AUTH_REQUIRED",
            null or 0 when type is Layer7 => "refused by the proxy",
            _ => null,
        };
    }

    /// <summary>Whether the record is of whoever begins the connection, not of the answer. Hubble leaves out what it does not know, so that a missing <c>is_reply</c> says nothing.</summary>
    private bool Begins(JsonElement flow, int type, string? dropped)
    {
        if (Facts.IsTrue(flow, "is_reply") || Facts.IsTrue(flow, "reply") || Facts.Text(flow, "trace_reason") is "REPLY" or "RELATED")
            return false;
        if (flow.TryGetProperty("is_reply", out var reply) && reply.ValueKind is JsonValueKind.False)
            return true;
        var flags = Facts.Object(Facts.Object(Facts.Object(flow, "l4"), "TCP"), "flags");
        if (dropped is not null || type is PolicyVerdict or Drop || (Facts.IsTrue(flags, "SYN") && !Facts.IsTrue(flags, "ACK")))
            return true;
        counts.Unclear++;
        return false;
    }

    private NetworkFlow? Peer(JsonElement flow, string member, NetworkFlow read)
    {
        var peer = Facts.Object(flow, member);
        var labels = Labels(peer);
        var address = AddressOf(flow, member);
        var entities = EntitiesOf(peer, labels);
        var space = entities.Count > 0 ? null : NamespaceOf(peer, labels);
        if (entities.Count == 0 && space is null)
        {
            if (address is null || FlowLabels.IsPod(Facts.Number(peer, "identity") ?? 0) || addresses.IsPod(address) || addresses.IsService(address))
                return null;
            entities = Only(addresses.IsNode(address) ? FlowEntity.RemoteNode : FlowEntity.World);
        }

        if (space is null && addresses.IsService(address))
            return null;
        return read with
        {
            PeerNamespace = space,
            PeerLabels = space is null ? FlowLabels.None.Pod : labels.Pod,
            PeerEntities = entities,
            PeerAddress = address,
            PeerNames = space is null ? [.. Facts.Items(flow, "destination_names").Select(name => name.GetString() ?? "").Where(name => name.Length > 0)] : [],
            Query = Facts.Text(Facts.Object(Facts.Object(flow, "l7"), "dns"), "query"),
        };
    }

    /// <summary>
    /// What a side is beside a pod's own. Policies go by the identity: a pod on the network of its node is the node, whatever namespace it belongs to, and one that Cilium does
    /// not manage is unmanaged.
    /// </summary>
    private IReadOnlyList<string> EntitiesOf(JsonElement? side, FlowLabels labels) =>
        labels.Entities.Count > 0 ? labels.Entities : labels.Pod.Count == 0 && FlowLabels.EntityOf(Facts.Number(side, "identity") ?? 0) is { } entity ? Only(entity) : [];

    private static Cidr? AddressOf(JsonElement flow, string member) => Cidr.TryParse(Facts.Text(Facts.Object(flow, "IP"), member), out var parsed, out _) ? parsed : null;

    private static string? NamespaceOf(JsonElement? side, FlowLabels labels) =>
        Facts.Text(side, "namespace") is { Length: > 0 } stated ? stated : labels.Namespace is { Length: > 0 } labelled ? labelled : null;

    /// <summary>Protocol and port, or the type of an ICMP message; null where the flow does not say. Zeros are left out, and no connection goes to port 0.</summary>
    private static (string? Protocol, int Number)? Port(JsonElement? layer4)
    {
        foreach (var protocol in Protocols)
        {
            if (Facts.Object(layer4, protocol) is { } ports)
                return Facts.Number(ports, "destination_port") is > 0 and <= ushort.MaxValue and var port ? (protocol, port) : null;
        }

        return (Facts.Object(layer4, "ICMPv4") ?? Facts.Object(layer4, "ICMPv6")) is { } message ? (NetworkFlow.Icmp, Facts.Number(message, "type") ?? 0)
            : layer4 is null ? null : (null, 0);
    }

    private FlowLabels Labels(JsonElement? side)
    {
        if (side is not { } known || !known.TryGetProperty("labels", out var labels) || labels.ValueKind is JsonValueKind.Null)
            return FlowLabels.None;
        var text = labels.GetRawText();
        if (_labels.TryGetValue(text, out var read))
            return read;
        if (_labels.Count >= MostLabels)
        {
            _labels.Clear();
            _same.Clear();
        }

        // A pod is the same pod in whatever order its labels come.
        read = FlowLabels.Of(labels);
        return _labels[text] = _same.TryAdd(read.ToString(), read) ? read : _same[read.ToString()];
    }

    /// <summary>One list for each entity, so that equal destinations are the same.</summary>
    private IReadOnlyList<string> Only(string entity)
    {
        if (!_entities.TryGetValue(entity, out var list))
            _entities[entity] = list = [entity];
        return list;
    }

    private static string? WorkloadOf(JsonElement? pod)
    {
        foreach (var workload in Facts.Items(pod, "workloads"))
            return $"{Facts.Text(workload, "kind")}/{Facts.Text(workload, "name")}";
        return null;
    }

    private static DateTimeOffset? TimeOf(JsonElement owner) =>
        owner.TryGetProperty("time", out var time) && time.ValueKind is JsonValueKind.String && time.TryGetDateTimeOffset(out var moment) ? moment : null;
}
