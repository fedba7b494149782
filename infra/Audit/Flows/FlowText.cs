using System.Globalization;
using Hardening.Components;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Says in words where a flow goes and when.</summary>
internal static class FlowText
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary><c>data, pods app=postgres, 5432/TCP</c>.</summary>
    public static string Destination(EgressFlow flow) => $"{Peer(flow)}, {Port(flow)}";

    public static string Port(EgressFlow flow) => flow.Protocol switch
    {
        null => "no port",
        EgressFlow.Icmp => string.Create(CultureInfo.InvariantCulture, $"ICMP type {flow.Port}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{flow.Port}/{flow.Protocol}"),
    };

    /// <summary>A pod by the labels that tell its workload.</summary>
    public static string Pods(IReadOnlyDictionary<string, string> labels) => string.Join(',', EgressSuggestion.PodsOf(labels).Select(label => $"{label.Key}={label.Value}"));

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>How often and when, as <c>12 times from … to …</c>.</summary>
    public static string Count(FlowGroup group)
    {
        var times = group.Count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{group.Count} times");
        return group.First is not { } first || group.Last is not { } last ? times
            : first == last ? $"{times} at {Time(first)}" : $"{times} from {Time(first)} to {Time(last)}";
    }

    private static string Peer(EgressFlow flow)
    {
        if (flow.ToNamespace is { } space)
            return Pods(flow.ToLabels) is { Length: > 0 } pods ? $"{space}, pods {pods}" : space;
        var address = flow.ToAddress?.FirstAddress().ToString();
        var entity = string.Join('+', flow.ToEntities.Where(entity => entity is not EgressEntity.World || flow.ToEntities.Count > 1));
        var name = flow.ToNames.Count > 0 ? flow.ToNames[0].TrimEnd('.') : entity;
        return name.Length == 0 ? address ?? "an unknown address" : address is null ? name : $"{name} ({address})";
    }
}
