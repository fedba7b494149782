using System.Text.Json;
using System.Text.Json.Nodes;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Decides which constraints a pod is given when it is created, exactly as the policies of <see cref="TopologySpread"/> do in the cluster.</summary>
/// <param name="args">Valid arguments.</param>
public sealed class TopologySpreadRules(TopologySpreadArgs args)
{
    internal const string Path = "/spec/topologySpreadConstraints";
    private const string Field = "object.spec.topologySpreadConstraints";
    private const string Member = "topologySpreadConstraints";

    private readonly List<(SpreadWorkloadArgs Workload, IReadOnlyList<SpreadConstraint> Constraints)> _workloads =
        [.. args.Workloads!.Select(workload => (workload, SpreadConstraints.Of(workload, args.Cluster)))];

    /// <summary>The pod as it is after the policy: with constraints where it belongs to one of the workloads and brought none, else as it was.</summary>
    /// <param name="pod">The pod that is being created.</param>
    public JsonNode Apply(JsonElement pod)
    {
        var result = JsonSerializer.SerializeToNode(pod)!;
        if (Constraints(pod) is { } constraints)
        {
            result["spec"]![Member] = constraints;
        }

        return result;
    }

    /// <summary>The constraints that the pod is given; null where the policy leaves it alone.</summary>
    /// <param name="pod">The pod that is being created.</param>
    public JsonArray? Constraints(JsonElement pod)
    {
        if (pod.GetProperty("spec").TryGetProperty(Member, out var own) && own.GetArrayLength() > 0)
        {
            return null;
        }

        var workload = _workloads.Find(entry => IsOf(pod.GetProperty("metadata"), entry.Workload));
        return workload.Constraints is { } constraints ? new JsonArray([.. constraints.Select(constraint => constraint.ToJson())]) : null;
    }

    /// <summary>What has to hold of a pod that the policy changes.</summary>
    internal IReadOnlyList<(string Name, string Expression)> Conditions =>
    [
        ("without-constraints", $"!has({Field}) || size({Field}) == 0"),
        ("of-a-spread-workload", string.Join("\n|| ", _workloads.Select(entry => $"({Condition(entry.Workload)})"))),
    ];

    /// <summary>The variable that holds the constraints of the pod's workload.</summary>
    internal (string Name, string Expression) Variable => (
        "constraints",
        CelText.Lines([.. _workloads.Select(entry => $"{Condition(entry.Workload)} ? {CelValue.Of(entry.Constraints.Select(constraint => constraint.Members))} :"), "[]"]));

    /// <summary>The change of the pod. A list that is there is empty, by the conditions, and is replaced: both are what <c>add</c> does.</summary>
    internal static string Patch => $"[JSONPatch{{op: \"add\", path: \"{Path}\", value: variables.constraints}}]";

    private static string Condition(SpreadWorkloadArgs workload)
    {
        var selector = LabelSelector.Parse(string.Join(',', workload.PodSelector!.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}")));
        return string.Join(
            " && ",
            [$"has(object.metadata.namespace) && object.metadata.namespace == {CelText.Literal(workload.Namespace!)}", .. PodLabelsCel.Conditions(selector, "object")]);
    }

    private static bool IsOf(JsonElement metadata, SpreadWorkloadArgs workload) =>
        metadata.TryGetProperty("namespace", out var space) && space.ValueEquals(workload.Namespace)
        && workload.PodSelector!.All(label => metadata.TryGetProperty("labels", out var labels) && labels.TryGetProperty(label.Key, out var value) && value.ValueEquals(label.Value));
}
