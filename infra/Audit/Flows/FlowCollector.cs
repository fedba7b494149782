using Hardening.Components;
using Hardening.Infra.Recorded.Flows;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Judges flows of one direction as they are read and keeps one group for each connection, so that memory does not grow with the recording's length.</summary>
/// <param name="judge">Decides.</param>
/// <param name="queriesMatter">Whether some rule lets only some names be asked for.</param>
/// <param name="known">The workloads that were recorded.</param>
internal sealed class FlowCollector(FlowJudge judge, bool queriesMatter, KnownWorkloads known)
{
    private const int MostGroups = 100_000;

    private readonly Dictionary<(FlowKey Key, FlowDecision Decision), FlowGroup> _own = [];
    private readonly Dictionary<(FlowKey Key, FlowDecision Decision), FlowGroup> _other = [];
    private readonly Dictionary<(string Namespace, IReadOnlyDictionary<string, string> Labels), string> _workloads = [];
    private IReadOnlyList<FlowGroup>? _groups;

    /// <summary>Every connection. One that was recorded at both ends is told by the records of the governed pod.</summary>
    public IReadOnlyList<FlowGroup> Groups => _groups ??= [.. _own.Values, .. OtherEnds()];

    /// <summary>How many connections the governed pods themselves do not tell of.</summary>
    public int FromOtherEnd => Groups.Count - _own.Count;

    /// <summary>Flows that were added up with others because there were too many connections to tell apart.</summary>
    public long Folded { get; private set; }

    /// <summary>How many flows were recorded at the governed pods.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a flow that was recorded at the governed pod.</summary>
    public void Take(RecordedEnd end, DateTimeOffset? time, string? dropped)
    {
        Count++;
        Add(_own, end, time, dropped);
    }

    /// <summary>Takes a flow that was recorded at the other end.</summary>
    public void TakeFromOtherEnd(RecordedEnd end, DateTimeOffset? time) => Add(_other, end, time, null);

    /// <summary>The workload of a group: its controller where a flow stated it or the recorded workloads tell it, else the labels.</summary>
    public string WorkloadOf(NetworkFlow flow) =>
        _workloads.TryGetValue((flow.Namespace, flow.Labels), out var workload) ? workload
        : known.Find(flow.Namespace, flow.Labels) is { } recorded ? recorded
        : FlowText.Pods(flow.Labels) is { Length: > 0 } pods ? "pods " + pods : "pods without labels";

    private IEnumerable<FlowGroup> OtherEnds()
    {
        var told = _own.Keys.Select(key => key.Key.Connection()).ToHashSet();
        return _other.Where(item => !told.Contains(item.Key.Key.Connection())).Select(item => item.Value);
    }

    private void Add(Dictionary<(FlowKey Key, FlowDecision Decision), FlowGroup> groups, RecordedEnd end, DateTimeOffset? time, string? dropped)
    {
        _groups = null;
        var flow = queriesMatter || end.Flow.Query is null ? end.Flow : end.Flow with { Query = null };
        if (end.Workload is { } workload)
            _workloads[(flow.Namespace, flow.Labels)] = workload;
        else if (flow.Labels.Count == 0 && end.Pod is { } pod)
            _workloads.TryAdd((flow.Namespace, flow.Labels), "Pod/" + pod);

        var decision = judge.Decide(flow);
        var key = (Key: FlowKey.Of(flow, dropped), decision);
        if (!groups.TryGetValue(key, out var group))
        {
            if (groups.Count >= MostGroups)
            {
                Folded++;
                key.Key = key.Key.Folded();
                flow = flow with { PeerAddress = null, Port = 0, Query = null };
            }

            if (!groups.TryGetValue(key, out group))
                groups[key] = group = new FlowGroup(flow, decision, dropped);
        }

        group.Add(time);
    }
}
