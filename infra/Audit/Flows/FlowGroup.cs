using Hardening.Components;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Flows that are one connection to a reader: the same workload, destination, port and fate.</summary>
internal sealed class FlowGroup(NetworkFlow flow, FlowDecision decision, string? dropped)
{
    public NetworkFlow Flow { get; } = flow;

    public FlowDecision Decision { get; } = decision;

    /// <summary>Why a policy dropped them; null where none did.</summary>
    public string? Dropped { get; } = dropped;

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    public bool IsRefused => Dropped is not null || Decision.Outcome is FlowOutcome.NoRule or FlowOutcome.CarvedOut or FlowOutcome.NameRefused;

    public void Add(DateTimeOffset? time)
    {
        Count++;
        First = First is null || time < First ? time : First;
        Last = Last is null || time > Last ? time : Last;
    }

    /// <summary>Takes over the flows of another group.</summary>
    public void Add(FlowGroup other)
    {
        Count += other.Count;
        First = First is null || other.First < First ? other.First : First;
        Last = Last is null || other.Last > Last ? other.Last : Last;
    }
}
