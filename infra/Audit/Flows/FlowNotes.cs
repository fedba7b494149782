using System.Globalization;
using Hardening.Infra.Recorded.Flows;

namespace Hardening.Infra.Audit.Flows;

/// <summary>What a reader of the judgements about flows should know besides.</summary>
internal static class FlowNotes
{
    public static IEnumerable<string> Of(FlowAudit audit, FlowCounts counts)
    {
        var notes = new List<string?>
        {
            List("flows of pods for which the plan has no egress rules", audit.NotGoverned().Select(space => Invariant($"{space.Key} {space.Value}"))),
            List("namespaces with egress rules of which no flow was recorded", audit.Silent()),
            Count("events that Hubble lost, of which nobody knows what they were", counts.Lost),
            Count("flows that do not say whether they are replies, and were not judged; record without a field mask", counts.Unclear),
            Count("flows to addresses of pods or Services of which nothing else is known, and not judged", counts.Nameless),
            Count("flows that were dropped for other reasons than a policy", counts.OtherDrops),
            Count("flows that a policy dropped on their way into a pod, which egress has nothing to do with", counts.IngressDrops),
            Count("flows beyond 100000 connections, told together", audit.Flows.Folded),
            List("last lines that are cut short, and were passed over", counts.Torn),
        };
        notes.AddRange(audit.Unknown().Select(unknown => $"{unknown}, whose values are not known here"));
        var unused = audit.UnusedRules();
        if (unused.Count > 0)
            notes.Add("rules that no recorded flow needed are below: candidates to remove, though a short recording lies, since what runs once a week connects once a week");
        notes.AddRange(unused.Select(rule => "no flow needed " + rule));
        return notes.OfType<string>();
    }

    private static string? List(string what, IEnumerable<string> items)
    {
        var list = items.ToList();
        return list.Count == 0 ? null : $"{what}: {string.Join(", ", list)}";
    }

    private static string? Count(string what, long count) => count == 0 ? null : Invariant($"{what}: {count}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
