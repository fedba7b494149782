using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Recorded.Flows;

namespace Hardening.Infra.Audit.Flows;

/// <summary>What a reader of the judgements about flows should know besides.</summary>
internal static class FlowNotes
{
    public static IEnumerable<string> Of(FlowAudit audit, FlowCounts counts)
    {
        var unused = audit.Sides.Where(IsRecorded).SelectMany(side => side.UnusedRules()).ToList();
        var notes = new List<string?>(audit.Sides.SelectMany(OfSide))
        {
            Count("connections from the pod's own node, such as the kubelet's probes, which pass whatever ingress says", audit.Ingress.Of(FlowOutcome.OwnNode)),
            Count("connections without ports, such as ICMP, of which Kubernetes leaves to the network plugin what a NetworkPolicy does to them, and not judged", audit.Sides.Sum(side => side.Of(FlowOutcome.PluginDecides, byRule: false))),
            Count(
                "connections with nodes, the API server or pods that a NetworkPolicy allows by address alone, which Cilium does where cluster.policyCidrMatchMode says so and most other network plugins always, and not judged",
                audit.Sides.Sum(side => side.Of(FlowOutcome.PluginDecides, byRule: true))),
            Count("events that Hubble lost, of which nobody knows what they were", counts.Lost),
            Count("flows that do not say whether they are replies, and were not judged; record without a field mask", counts.Unclear),
            Count("flows that do not say their port, and were not judged; record without a field mask", counts.Portless),
            Count("flows with addresses of pods or Services of which nothing else is known, and not judged", counts.Nameless),
            Count("flows that were dropped for other reasons than a policy", counts.OtherDrops),
            Count("flows beyond 100000 connections, told together", audit.Sides.Sum(side => side.Flows.Folded)),
            List("last lines that are cut short, and were passed over", counts.Torn),
        };
        notes.AddRange(audit.Sides.SelectMany(side => side.Unknown()).Select(unknown => $"{unknown}, whose values are not known here"));
        if (unused.Count > 0)
            notes.Add("rules that no recorded flow needed are below: candidates to remove, though a short recording lies, since what runs once a week connects once a week");
        notes.AddRange(unused.Select(rule => "no flow needed " + rule));
        return notes.OfType<string>();
    }

    private static IEnumerable<string?> OfSide(DirectionAudit audit)
    {
        var side = audit.Side;
        var free = audit.NotGoverned();
        yield return audit.IsPlanned || free.Count == 0
            ? List($"flows {side.Way} pods for which the plan has no {side.Control} rules", free.Select(space => Invariant($"{space.Key} {space.Value}")))
            : Count($"flows {side.Way} pods, of which the plan says nothing: it has no {side.Control} rules at all", free.Values.Sum());
        if (IsRecorded(audit))
        {
            yield return List($"namespaces with {side.Control} rules of which no flow was recorded", audit.Silent());
            yield return Count($"connections {side.Way} pods that were recorded only {side.Elsewhere}, and judged all the same", audit.Flows.FromOtherEnd);
        }
        else if (audit.IsPlanned)
        {
            yield return $"no flow was recorded {side.Recorded}, so that connections {side.Way} pods are known only from {side.Elsewhere}, and none {side.Strangers}; record both directions";
        }
    }

    /// <summary>Whether the recording shows the direction where it is judged: else nothing follows from what it lacks.</summary>
    private static bool IsRecorded(DirectionAudit audit) => audit.Flows.Count > 0;

    private static string? List(string what, IEnumerable<string> items)
    {
        var list = items.ToList();
        return list.Count == 0 ? null : $"{what}: {string.Join(", ", list)}";
    }

    private static string? Count(string what, long count) => count == 0 ? null : Invariant($"{what}: {count}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
