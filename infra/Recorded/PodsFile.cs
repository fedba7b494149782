using System.Text.Json;
using Hardening.Components;
using Hardening.Infra.Commands;

namespace Hardening.Infra.Recorded;

/// <summary>Pods and nodes as <c>kubectl get pods,nodes -A -o json</c> prints them.</summary>
internal static class PodsFile
{
    /// <summary>The command that records what is read here.</summary>
    public const string RecordedBy = "kubectl get pods,nodes -A -o json";

    private const string ZoneLabel = "topology.kubernetes.io/zone";

    /// <summary>Reads a file, or standard input.</summary>
    /// <exception cref="EnvironmentException">There is no such file.</exception>
    /// <exception cref="BadInputException">It holds something else.</exception>
    public static SpreadFacts Read(string shown, Terminal terminal)
    {
        var recorded = RecordedList.Read(shown, RecordedBy, terminal, Read);
        if (recorded.Nodes.Count == 0)
            throw RecordedList.Refused(shown, "holds no Node, and every cluster has some", RecordedBy);
        return recorded;
    }

    private static SpreadFacts Read(IEnumerable<JsonElement> items)
    {
        var pods = new List<SpreadPod>();
        var nodes = new List<SpreadNode>();
        foreach (var item in items)
        {
            var metadata = item.GetProperty("metadata");
            switch (item.GetProperty("kind").GetString())
            {
                case "Pod" when IsAlive(item, metadata):
                    pods.Add(Pod(item.GetProperty("spec"), metadata));
                    break;
                case "Node":
                    nodes.Add(new SpreadNode(metadata.GetProperty("name").GetString()!, Labels(metadata).GetValueOrDefault(ZoneLabel), TakesPods(item.GetProperty("spec"))));
                    break;
            }
        }

        return new SpreadFacts(pods, nodes);
    }

    private static bool IsAlive(JsonElement pod, JsonElement metadata) =>
        !metadata.TryGetProperty("deletionTimestamp", out _) && !(pod.TryGetProperty("status", out var status) && RecordedList.Text(status, "phase") is "Succeeded" or "Failed");

    private static SpreadPod Pod(JsonElement spec, JsonElement metadata) => new(
        metadata.GetProperty("namespace").GetString()!,
        metadata.GetProperty("name").GetString()!,
        Labels(metadata),
        RecordedList.Text(spec, "nodeName"),
        RecordedList.Items(spec, "topologySpreadConstraints").Any());

    private static bool TakesPods(JsonElement spec) =>
        !(spec.TryGetProperty("unschedulable", out var cordoned) && cordoned.GetBoolean())
        && !RecordedList.Items(spec, "taints").Any(taint => taint.GetProperty("effect").GetString() is "NoSchedule" or "NoExecute");

    private static Dictionary<string, string> Labels(JsonElement metadata) =>
        metadata.TryGetProperty("labels", out var labels) && labels.ValueKind is not JsonValueKind.Null
            ? labels.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString() ?? "", StringComparer.Ordinal)
            : [];
}
