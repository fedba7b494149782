using System.Globalization;
using Hardening.Components;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Says in words whom a flow connects with and when.</summary>
internal static class FlowText
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary><c>data, pods app=postgres, 5432/TCP</c>.</summary>
    public static string Peer(NetworkFlow flow) => $"{Name(flow)}, {Port(flow)}";

    public static string Port(NetworkFlow flow) => flow.Protocol switch
    {
        null => "no port",
        NetworkFlow.Icmp => string.Create(CultureInfo.InvariantCulture, $"ICMP type {flow.Port}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{flow.Port}/{flow.Protocol}"),
    };

    /// <summary>A pod by the labels that tell its workload.</summary>
    public static string Pods(IReadOnlyDictionary<string, string> labels) => string.Join(',', FlowSuggestion.PodsOf(labels).Select(label => $"{label.Key}={label.Value}"));

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>How often and when, as <c>12 times from … to …</c>.</summary>
    public static string Count(FlowGroup group)
    {
        var times = group.Count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{group.Count} times");
        return group.First is not { } first || group.Last is not { } last ? times
            : first == last ? $"{times} at {Time(first)}" : $"{times} from {Time(first)} to {Time(last)}";
    }

    private static string Name(NetworkFlow flow)
    {
        if (flow.PeerNamespace is { } space)
            return Pods(flow.PeerLabels) is { Length: > 0 } pods ? $"{space}, pods {pods}" : space;
        var address = flow.PeerAddress?.FirstAddress().ToString();
        var entity = string.Join('+', flow.PeerEntities.Where(entity => entity is not FlowEntity.World || flow.PeerEntities.Count > 1));
        var name = flow.PeerNames.Count > 0 ? flow.PeerNames[0].TrimEnd('.') : entity;
        return name.Length == 0 ? address ?? "an unknown address" : address is null ? name : $"{name} ({address})";
    }
}
