using Hardening.Infra.Plans;
using Hardening.Infra.Recorded.Flows;

namespace Hardening.Infra.Audit.Flows;

/// <summary>
/// Says of every connection that was recorded whether it would pass where egress and ingress are enforced. A connection between two pods is judged at both, wherever it was
/// recorded.
/// </summary>
internal sealed class FlowAudit(HardeningPlan plan, PlanPlaces places, KnownWorkloads known)
{
    public DirectionAudit Egress { get; } = DirectionAudit.OfEgress(plan, places, known);

    public DirectionAudit Ingress { get; } = DirectionAudit.OfIngress(plan, places, known);

    public IReadOnlyList<DirectionAudit> Sides => [Egress, Ingress];

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    /// <summary>Where flows go while they are read.</summary>
    public void Take(RecordedFlow flow)
    {
        First = First is null || flow.Time < First ? flow.Time : First;
        Last = Last is null || flow.Time > Last ? flow.Time : Last;
        var (own, other) = flow.IsIngress ? (Ingress, Egress) : (Egress, Ingress);
        own.Flows.Take(flow.Own, flow.Time, flow.Dropped);
        if (flow.Other is { } end)
            other.Flows.TakeFromOtherEnd(end, flow.Time);
    }
}
