using Hardening.Components;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Says what is wrong with a connection and what to do about it.</summary>
internal static class FlowFindings
{
    private const string Names = "record again once the DNS rule is deployed, which Audit does: names are recorded from then on";

    /// <param name="folded">The connection.</param>
    /// <param name="place">Where a rule would stand; null where the plan has no egress for these pods.</param>
    public static AuditFinding Of(FoldedFlow folded, string? place)
    {
        var (outcome, rule) = folded.Group.Decision;
        var flow = folded.Flow;
        var suggestion = place is null || folded.IsSeveral || outcome is not EgressOutcome.NoRule ? null : EgressSuggestion.For(flow);
        var query = flow.Query is null ? "" : $" for {flow.Query.TrimEnd('.')}";
        var dropped = folded.Group.Dropped is { } reason ? $" was dropped by a policy ({reason}), and" : "";
        var (fate, fix) = outcome switch
        {
            EgressOutcome.NoRule => ("no rule allows it", FixOfNoRule(folded, place!, suggestion)),
            EgressOutcome.CarvedOut => ($"{rule} denies it", $"narrow {rule}, or leave it denied"),
            EgressOutcome.NameRefused => ($"{rule} lets other names be asked for", $"add the name to the rule's names, or leave it refused"),
            EgressOutcome.Allowed => ($"{rule} allows it", $"deploy the plan, then look for another policy that selects these pods: kubectl get cnp,ccnp,netpol -n {flow.Namespace}"),
            _ => ("the plan says nothing of these pods", $"look for the policy: kubectl get cnp,ccnp,netpol -n {flow.Namespace}"),
        };
        var message = $"to {folded.Destination}{query}, {FlowText.Count(folded.Group)}:{dropped} {fate}";
        return new AuditFinding(NamespaceControl.Egress, flow.Namespace, folded.Workload, message, fix)
        {
            Rule = suggestion is null ? null : RuleText.Of(suggestion),
            Flows = folded.Group.Count,
        };
    }

    private static string FixOfNoRule(FoldedFlow folded, string place, EgressRuleArgs? suggestion)
    {
        if (folded.IsSeveral)
            return Names;
        if (suggestion is null)
            return "no kind of rule reaches it: find out what it is";
        var isNameless = suggestion.Cidr is not null && folded.Flow.ToNames.Count == 0;
        return $"if these pods need it, add to {place}" + (isNameless ? " (or by name: " + Names + ")" : "");
    }
}
