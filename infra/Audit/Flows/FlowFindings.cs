using Hardening.Components;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Says what is wrong with a connection and what to do about it.</summary>
/// <param name="side">The direction.</param>
/// <param name="cluster">What is stated about the cluster, whose engine says what rules are possible.</param>
internal sealed class FlowFindings(FlowSide side, ClusterFactsArgs cluster)
{
    private const string Names = "record again once the DNS rule is deployed, which Audit does: names are recorded from then on";
    private const string NoPeer = "no kind of rule reaches it: find out what it is";

    private bool IsIngress => side == FlowSide.Ingress;

    private bool KnowsNames => cluster.NetworkPolicyEngine != NetworkPolicyEngine.KubernetesNetworkPolicy;

    /// <param name="folded">The connection.</param>
    /// <param name="place">Where a rule would stand; null where the plan says nothing of these pods.</param>
    public AuditFinding Of(FoldedFlow folded, string? place)
    {
        var (outcome, rule) = folded.Group.Decision;
        var flow = folded.Flow;
        var query = flow.Query is null ? "" : $" for {flow.Query.TrimEnd('.')}";
        var dropped = folded.Group.Dropped is { } reason ? $" was dropped by a policy ({reason}), and" : "";
        var (text, missing) = outcome is FlowOutcome.NoRule && place is not null ? IsIngress ? Into(folded, place) : OutOf(folded, place) : ("", null);
        var (fate, fix) = outcome switch
        {
            FlowOutcome.NoRule => ("no rule allows it", text),
            FlowOutcome.CarvedOut => ($"{rule} denies it", $"narrow {rule}, or leave it denied"),
            FlowOutcome.NameRefused => ($"{rule} lets other names be asked for", $"add the name to the rule's names, or leave it refused"),
            FlowOutcome.Allowed => ($"{rule} allows it", $"deploy the plan, then look for another policy that selects these pods: kubectl get cnp,ccnp,netpol -n {flow.Namespace}"),
            FlowOutcome.OwnNode => ("what comes from the pod's own node needs no rule", $"look for a policy that denies it: kubectl get cnp,ccnp,netpol -n {flow.Namespace}"),
            FlowOutcome.NotKnown => ($"whether the plan allows it hangs on {rule}", $"look for the policy: kubectl get cnp,ccnp,netpol -n {flow.Namespace}"),
            FlowOutcome.PluginDecides => ("network plugins differ about it", "allow it by pods where they are pods; the network plugin's documentation says what it does of ICMP and of nodes' addresses"),
            _ => ("the plan says nothing of these pods", $"look for the policy: kubectl get cnp,ccnp,netpol -n {flow.Namespace}"),
        };
        var message = $"{side.Word} {folded.Peer}{query}, {FlowText.Count(folded.Group)}:{dropped} {fate}";
        return new AuditFinding(side.Control, flow.Namespace, folded.Workload, message, fix) { Rule = missing, Flows = folded.Group.Count };
    }

    private (string Fix, string? Rule) OutOf(FoldedFlow folded, string place)
    {
        if (folded.IsSeveral)
            return (KnowsNames ? Names : $"find out what they are, and allow their blocks in {place}", null);
        if (FlowSuggestion.Egress(folded.Flow, cluster) is not { } rule)
            return (NoPeer, null);
        var isNameless = KnowsNames && rule.Cidr is not null && folded.Flow.PeerNames.Count == 0;
        return ($"if these pods need it, add to {place}" + (isNameless ? " (or by name: " + Names + ")" : ""), RuleText.Of(rule));
    }

    private (string Fix, string? Rule) Into(FoldedFlow folded, string place)
    {
        if (folded.IsSeveral && FlowSuggestion.IngressFromAnywhere(folded.Flow) is { } open)
            return ($"if everybody outside the cluster may connect, add to {place}; if some may, list their blocks in cidrs instead", RuleText.Of(open));
        return FlowSuggestion.Ingress(folded.Flow, cluster) is { } rule ? ($"if it may connect to these pods, add to {place}", RuleText.Of(rule)) : (NoPeer, null);
    }
}
