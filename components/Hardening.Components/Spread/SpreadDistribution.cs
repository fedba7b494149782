using System.Globalization;

namespace Hardening.Components;

/// <summary>How the pods of one workload are spread.</summary>
/// <param name="Namespace">The workload's namespace.</param>
/// <param name="Workload">Its name.</param>
/// <param name="Nodes">How many of its pods each node has; nodes without any are left out.</param>
/// <param name="Waiting">How many of its pods have no node.</param>
/// <param name="WithConstraints">How many of its pods have constraints: those that were created before the policy have none.</param>
/// <param name="Findings">What is wrong, in words.</param>
public sealed record SpreadDistribution(string Namespace, string Workload, IReadOnlyDictionary<string, int> Nodes, int Waiting, int WithConstraints, IReadOnlyList<string> Findings)
{
    /// <summary>How many pods have a node.</summary>
    public int Running => Nodes.Values.Sum();

    internal static SpreadDistribution Of(SpreadWorkloadArgs workload, SpreadFacts recorded)
    {
        var pods = recorded.Pods.Where(pod => pod.Namespace == workload.Namespace && workload.PodSelector!.All(label => pod.Labels.TryGetValue(label.Key, out var value) && value == label.Value)).ToList();
        var nodes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in pods.Select(pod => pod.Node).OfType<string>())
        {
            nodes[node] = nodes.GetValueOrDefault(node) + 1;
        }

        var waiting = pods.Count(pod => pod.Node is null);
        return new SpreadDistribution(workload.Namespace!, workload.Workload!, nodes, waiting, pods.Count(pod => pod.HasConstraints), [.. Find(workload, nodes, waiting, recorded.Nodes)]);
    }

    private static IEnumerable<string> Find(SpreadWorkloadArgs workload, SortedDictionary<string, int> nodes, int waiting, IReadOnlyList<SpreadNode> all)
    {
        var name = $"{workload.Namespace}/{workload.Workload}";
        var invariant = CultureInfo.InvariantCulture;
        var running = nodes.Values.Sum();
        if (running + waiting == 0)
        {
            yield return $"{name}: no pod has its labels: correct podSelector, or start it";
            yield break;
        }

        if (waiting > 0)
        {
            yield return string.Create(invariant, $"{name}: {waiting} of {running + waiting} pods wait for a node");
        }

        // Those that have its pods, and those that could have.
        var usable = all.Where(node => node.TakesPods || nodes.ContainsKey(node.Name)).ToList();
        if (running > 1 && nodes.Count == 1 && usable.Count > 1)
        {
            yield return string.Create(invariant, $"{name}: all {running} pods are on {nodes.Keys.First()}, and {usable.Count} nodes take pods: restart it, so that the scheduler places them anew");
            yield break;
        }

        if (running == 1 && workload.Replicas > 1 && usable.Count > 1)
        {
            yield return string.Create(invariant, $"{name}: one pod runs, and the plan states {workload.Replicas}: the node that has it takes all of them");
            yield break;
        }

        var zones = usable.Select(node => node.Zone).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var used = usable.Where(node => nodes.ContainsKey(node.Name)).Select(node => node.Zone).Distinct(StringComparer.Ordinal).ToList();
        if (running > 1 && zones > 1 && used is [{ } zone])
        {
            yield return string.Create(invariant, $"{name}: all {running} pods are in zone {zone}, and nodes of {zones} zones take pods: restart it, so that the scheduler places them anew");
        }
    }
}
