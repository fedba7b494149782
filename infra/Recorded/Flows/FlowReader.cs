using System.Globalization;
using System.Text.Json;
using Hardening.Components;
using Hardening.Infra.Recorded.Workloads;
using Hardening.Primitives;

namespace Hardening.Infra.Recorded.Flows;

/// <summary>
/// Takes from Hubble's records the flows that pods begin: replies, what goes into pods, and records of anything else are passed over. Unknown members are, too.
/// </summary>
internal sealed class FlowReader(FlowAddresses addresses, FlowCounts counts)
{
    private const int MostLabels = 20_000;
    private const int Drop = 1;
    private const int PolicyVerdict = 5;
    private const int Layer7 = 129;

    private static readonly string[] OtherRecords = ["node_status", "agent_event", "debug_event"];
    private static readonly string[] Protocols = [PortProtocol.Tcp, PortProtocol.Udp, PortProtocol.Sctp];

    // The same few sets of labels come again and again.
    private readonly Dictionary<string, FlowLabels> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _entities = new(StringComparer.Ordinal);

    /// <summary>The flow of a record; null where it is none that is judged.</summary>
    /// <exception cref="InvalidOperationException">The record is none of Hubble's.</exception>
    public RecordedFlow? Read(JsonElement record)
    {
        if (record.ValueKind is not JsonValueKind.Object)
            throw new InvalidOperationException();
        if (Facts.Object(record, "lost_events") is { } lost)
        {
            counts.Lost += long.TryParse(Facts.Text(lost, "num_events_lost"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
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

        if (Facts.Text(flow, "traffic_direction") is not "EGRESS")
        {
            counts.IngressDrops += dropped is null ? 0 : 1;
            return null;
        }

        var source = Facts.Object(flow, "source");
        var from = Labels(source);
        if (verdict is "TRACED" or "TRANSLATED" or "ERROR" || (Facts.Text(source, "namespace") ?? from.Namespace) is not { Length: > 0 } space || !Begins(flow, type, dropped))
            return null;
        if (Destination(flow, new EgressFlow { Namespace = space, Labels = from.Pod }) is not { } read)
        {
            counts.Nameless++;
            return null;
        }

        return new RecordedFlow(read, WorkloadOf(source), Facts.Text(source, "pod_name"), TimeOf(flow) ?? TimeOf(record), dropped);
    }

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

    /// <summary>Whether the pod begins the connection. Hubble leaves out what it does not know, so that a missing <c>is_reply</c> says nothing.</summary>
    private bool Begins(JsonElement flow, int type, string? dropped)
    {
        if (Facts.IsTrue(flow, "is_reply") || Facts.IsTrue(flow, "reply"))
            return false;
        if (flow.TryGetProperty("is_reply", out var reply) && reply.ValueKind is JsonValueKind.False)
            return true;
        var flags = Facts.Object(Facts.Object(Facts.Object(flow, "l4"), "TCP"), "flags");
        if (dropped is not null || type is PolicyVerdict or Drop || (Facts.IsTrue(flags, "SYN") && !Facts.IsTrue(flags, "ACK")))
            return true;
        counts.Unclear++;
        return false;
    }

    private EgressFlow? Destination(JsonElement flow, EgressFlow read)
    {
        var peer = Facts.Object(flow, "destination");
        var labels = Labels(peer);
        var address = Cidr.TryParse(Facts.Text(Facts.Object(flow, "IP"), "destination"), out var parsed, out _) ? parsed : null;
        var space = Facts.Text(peer, "namespace") is { Length: > 0 } stated ? stated : labels.Namespace;
        var entities = labels.Entities;
        if (entities.Count == 0 && space is null && FlowLabels.EntityOf(Facts.Number(peer, "identity") ?? 0) is { } entity)
            entities = Only(entity);
        if (entities.Count == 0 && space is null)
        {
            if (address is null || addresses.IsPod(address) || addresses.IsService(address))
                return null;
            entities = Only(addresses.IsNode(address) ? EgressEntity.RemoteNode : EgressEntity.World);
        }

        if (space is null && addresses.IsService(address))
            return null;
        var (protocol, port) = Port(Facts.Object(flow, "l4"));
        return read with
        {
            ToNamespace = space,
            ToLabels = labels.Pod,
            ToEntities = entities,
            ToAddress = address,
            ToNames = space is null ? [.. Facts.Items(flow, "destination_names").Select(name => name.GetString() ?? "").Where(name => name.Length > 0)] : [],
            Protocol = protocol,
            Port = port,
            Query = Facts.Text(Facts.Object(Facts.Object(flow, "l7"), "dns"), "query"),
        };
    }

    /// <summary>Numbers that are zero are left out, as every zero is.</summary>
    private static (string? Protocol, int Port) Port(JsonElement? layer4)
    {
        foreach (var protocol in Protocols)
        {
            if (Facts.Object(layer4, protocol) is { } ports)
                return (protocol, Facts.Number(ports, "destination_port") ?? 0);
        }

        return (Facts.Object(layer4, "ICMPv4") ?? Facts.Object(layer4, "ICMPv6")) is { } message ? (EgressFlow.Icmp, Facts.Number(message, "type") ?? 0) : (null, 0);
    }

    private FlowLabels Labels(JsonElement? side)
    {
        if (side is not { } known || !known.TryGetProperty("labels", out var labels) || labels.ValueKind is JsonValueKind.Null)
            return FlowLabels.None;
        var text = labels.GetRawText();
        if (_labels.TryGetValue(text, out var read))
            return read;
        if (_labels.Count >= MostLabels)
            _labels.Clear();
        return _labels[text] = FlowLabels.Of(labels);
    }

    /// <summary>One list for each entity, so that equal destinations are the same.</summary>
    private IReadOnlyList<string> Only(string entity)
    {
        if (!_entities.TryGetValue(entity, out var list))
            _entities[entity] = list = [entity];
        return list;
    }

    private static string? WorkloadOf(JsonElement? source)
    {
        foreach (var workload in Facts.Items(source, "workloads"))
            return $"{Facts.Text(workload, "kind")}/{Facts.Text(workload, "name")}";
        return null;
    }

    private static DateTimeOffset? TimeOf(JsonElement owner) =>
        owner.TryGetProperty("time", out var time) && time.ValueKind is JsonValueKind.String && time.TryGetDateTimeOffset(out var moment) ? moment : null;
}
