using Hardening.Components;
using Hardening.Infra.Recorded.Flows;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Judges flows as they are read and keeps one group for each connection, so that memory does not grow with the recording's length.</summary>
/// <param name="judge">Decides.</param>
/// <param name="queriesMatter">Whether some rule lets only some names be asked for.</param>
/// <param name="known">The workloads that were recorded.</param>
internal sealed class FlowCollector(EgressJudge judge, bool queriesMatter, KnownWorkloads known)
{
    private const int MostGroups = 100_000;

    private readonly Dictionary<(FlowKey Key, EgressDecision Decision), FlowGroup> _groups = [];
    private readonly Dictionary<(string Namespace, IReadOnlyDictionary<string, string> Labels), string> _workloads = [];

    public IReadOnlyCollection<FlowGroup> Groups => _groups.Values;

    /// <summary>Flows that were added up with others because there were too many connections to tell apart.</summary>
    public long Folded { get; private set; }

    /// <summary>How many flows were taken.</summary>
    public long Count { get; private set; }

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    public void Take(RecordedFlow recorded)
    {
        Count++;
        First = First is null || recorded.Time < First ? recorded.Time : First;
        Last = Last is null || recorded.Time > Last ? recorded.Time : Last;
        var flow = queriesMatter || recorded.Flow.Query is null ? recorded.Flow : recorded.Flow with { Query = null };
        if (recorded.Workload is { } workload)
            _workloads[(flow.Namespace, flow.Labels)] = workload;
        else if (flow.Labels.Count == 0 && recorded.Pod is { } pod)
            _workloads.TryAdd((flow.Namespace, flow.Labels), "Pod/" + pod);

        var decision = judge.Decide(flow);
        var key = (Key: FlowKey.Of(flow, recorded.Dropped), decision);
        if (!_groups.TryGetValue(key, out var group))
        {
            if (_groups.Count >= MostGroups)
            {
                Folded++;
                key.Key = key.Key.Folded();
                flow = flow with { ToAddress = null, Port = 0, Query = null };
            }

            if (!_groups.TryGetValue(key, out group))
                _groups[key] = group = new FlowGroup(flow, decision, recorded.Dropped);
        }

        group.Add(recorded.Time);
    }

    /// <summary>The workload of a group: its controller where a flow stated it or the recorded workloads tell it, else the labels.</summary>
    public string WorkloadOf(EgressFlow flow) =>
        _workloads.TryGetValue((flow.Namespace, flow.Labels), out var workload) ? workload
        : known.Find(flow.Namespace, flow.Labels) is { } recorded ? recorded
        : FlowText.Pods(flow.Labels) is { Length: > 0 } pods ? "pods " + pods : "pods without labels";
}
