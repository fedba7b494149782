using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Audit.Flows;

/// <summary>What becomes of the recorded connections of one direction, and which rules of the plan they needed.</summary>
internal sealed class DirectionAudit
{
    private readonly ClusterFactsArgs _cluster;
    private readonly PlanPlaces _places;
    private readonly FlowJudge _judge;
    private readonly IReadOnlyList<PlannedPolicy> _policies;
    private readonly IReadOnlyList<string> _rules;

    private DirectionAudit(FlowSide side, HardeningPlan plan, PlanPlaces places, IReadOnlyList<PlannedPolicy> policies, FlowJudge judge, FlowCollector flows)
    {
        Side = side;
        _cluster = plan.Cluster.Facts;
        _places = places;
        _policies = policies;
        _judge = judge;
        _rules = judge.Rules;
        Flows = flows;
    }

    public FlowSide Side { get; }

    public FlowCollector Flows { get; }

    /// <summary>Whether the plan says anything of this direction.</summary>
    public bool IsPlanned => _policies.Count > 0;

    /// <summary>The connections of which a policy of the plan decides, and those that a policy has dropped.</summary>
    public ControlTally Tally
    {
        get
        {
            var judged = Flows.Groups.Where(group => group.IsRefused || group.Decision.Outcome is FlowOutcome.Allowed).ToList();
            return new ControlTally(Side.Control, ControlTally.Connections, judged.Count, judged.Count(group => group.IsRefused));
        }
    }

    public static DirectionAudit OfEgress(HardeningPlan plan, PlanPlaces places, KnownWorkloads known)
    {
        var policies = plan.Namespaces.SelectMany(space => space.Egress.Select(policy => (Space: space.Name, Plan: policy))).ToList();
        var judge = FlowJudge.OfEgress(policies.ConvertAll(policy => (policy.Plan.Path, policy.Plan.Args)), Groups(plan));
        var queriesMatter = policies.Exists(policy => policy.Plan.Args.Rules?.Exists(RestrictsNames) == true);
        return new DirectionAudit(
            FlowSide.Egress,
            plan,
            places,
            policies.ConvertAll(policy => new PlannedPolicy(policy.Space, policy.Plan.Workload, policy.Plan.Path, policy.Plan.Path + ".egress", policy.Plan.Args.Rules is [{ None: true }])),
            judge,
            new FlowCollector(judge, queriesMatter, known));
    }

    public static DirectionAudit OfIngress(HardeningPlan plan, PlanPlaces places, KnownWorkloads known)
    {
        var policies = plan.Namespaces.SelectMany(space => space.Ingress.Select(policy => (Space: space.Name, Plan: policy))).ToList();
        var judge = FlowJudge.OfIngress(policies.ConvertAll(policy => (policy.Plan.Path, policy.Plan.Args)), Groups(plan));
        return new DirectionAudit(
            FlowSide.Ingress,
            plan,
            places,
            policies.ConvertAll(policy => new PlannedPolicy(policy.Space, policy.Plan.Workload, policy.Plan.Path, policy.Plan.Path + ".ingress", policy.Plan.Args.Rules is [{ None: true }])),
            judge,
            new FlowCollector(judge, queriesMatter: false, known));
    }

    public IReadOnlyList<AuditFinding> Findings()
    {
        var findings = new FlowFindings(Side, _cluster);
        return [.. FlowFolding.Fold(Flows.Groups.Where(group => group.IsRefused), Flows.WorkloadOf).Select(folded => findings.Of(folded, PlaceOf(folded.Flow)))];
    }

    /// <summary>Connections that hang on values which are not known here, each with the rule.</summary>
    public IEnumerable<string> Unknown() => Flows.Groups
        .Where(group => group.Decision.Outcome is FlowOutcome.NotKnown)
        .Select(group => $"{group.Flow.Namespace} {Flows.WorkloadOf(group.Flow)} {Side.Word} {FlowText.Peer(group.Flow)} hangs on {group.Decision.Rule}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>How many connections came of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="byRule">Whether of those that a rule decides; null for all.</param>
    public int Of(FlowOutcome outcome, bool? byRule = null) =>
        Flows.Groups.Count(group => group.Decision.Outcome == outcome && group.Dropped is null && (byRule is null || byRule == group.Decision.Rule is not null));

    /// <summary>Namespaces whose pods no policy of the plan selects, with the number of their flows.</summary>
    public IReadOnlyDictionary<string, long> NotGoverned()
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var group in Flows.Groups.Where(group => group.Decision.Outcome is FlowOutcome.NotGoverned && group.Dropped is null))
            counts[group.Flow.Namespace] = counts.GetValueOrDefault(group.Flow.Namespace) + group.Count;
        return counts;
    }

    /// <summary>Rules that no recorded flow needed, of namespaces of which flows were recorded.</summary>
    public IReadOnlyList<string> UnusedRules()
    {
        var used = Flows.Groups.Where(group => group.Decision.Outcome is FlowOutcome.Allowed or FlowOutcome.PluginDecides).Select(group => group.Decision.Rule).ToHashSet(StringComparer.Ordinal);
        var recorded = Recorded();
        return
        [
            .. _policies.Where(policy => recorded.Contains(policy.Namespace))
                .SelectMany(RulesOf)
                .Where(rule => !used.Contains(rule))
                .Select(rule => _places.Of(rule) is { } line ? $"{rule} ({line})" : rule),
        ];
    }

    /// <summary>Namespaces with rules of which no flow was recorded.</summary>
    public IReadOnlyList<string> Silent()
    {
        var recorded = Recorded();
        return [.. _policies.Where(policy => !recorded.Contains(policy.Namespace) && RulesOf(policy).Any()).Select(policy => policy.Namespace).Distinct(StringComparer.Ordinal)];
    }

    private static Dictionary<string, IReadOnlyList<string>?> Groups(HardeningPlan plan) =>
        plan.Cluster.CidrGroups.ToDictionary(group => group.Name, group => group.Cidrs, StringComparer.Ordinal);

    private static bool RestrictsNames(EgressRuleArgs rule) =>
        rule.Dns is { RestrictNames: true } or { Names: not null } || rule.NodeLocalDns is { RestrictNames: true } or { Names: not null };

    private IEnumerable<string> RulesOf(PlannedPolicy policy) => _rules.Where(rule => rule.StartsWith(policy.Rules + "[", StringComparison.Ordinal));

    private HashSet<string> Recorded() => Flows.Groups.Select(group => group.Flow.Namespace).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where a rule for a flow would stand: at the workload where the plan has rules of its own for it, else at the namespace.</summary>
    private string? PlaceOf(NetworkFlow flow)
    {
        var paths = _judge.PoliciesOf(flow);
        var selecting = _policies.Where(policy => paths.Contains(policy.Path, StringComparer.Ordinal)).OrderByDescending(policy => policy.Workload is not null).FirstOrDefault();
        if (selecting is null)
            return null;
        var place = _places.Of(selecting.Rules) is { } line ? $"{selecting.Rules} ({line})" : selecting.Rules;
        return selecting.IsNone ? place + ", in place of none: true" : place;
    }
}
