using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded.Flows;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Says of every connection that was recorded whether it would pass where egress is enforced, and of every rule whether one needed it.</summary>
internal sealed class FlowAudit
{
    private readonly HardeningPlan _plan;
    private readonly PlanPlaces _places;
    private readonly EgressJudge _judge;
    private readonly FlowCollector _collector;

    public FlowAudit(HardeningPlan plan, PlanPlaces places, KnownWorkloads known)
    {
        _plan = plan;
        _places = places;
        var policies = plan.Namespaces.SelectMany(space => space.Egress).ToList();
        var groups = plan.Cluster.CidrGroups.ToDictionary(group => group.Name, group => group.Cidrs, StringComparer.Ordinal);
        _judge = new EgressJudge(policies.ConvertAll(policy => (policy.Path, policy.Args)), groups);
        _collector = new FlowCollector(_judge, policies.Exists(policy => policy.Args.Rules?.Exists(RestrictsNames) == true), known);
    }

    /// <summary>Where flows go while they are read.</summary>
    public void Take(RecordedFlow flow) => _collector.Take(flow);

    public FlowCollector Flows => _collector;

    /// <summary>The connections of which a policy of the plan decides, and those that a policy has dropped.</summary>
    public ControlTally Tally
    {
        get
        {
            var judged = _collector.Groups.Where(group => group.IsRefused || group.Decision.Outcome is EgressOutcome.Allowed).ToList();
            return new ControlTally(NamespaceControl.Egress, ControlTally.Connections, judged.Count, judged.Count(group => group.IsRefused));
        }
    }

    public IReadOnlyList<AuditFinding> Findings() =>
        [.. FlowFolding.Fold(_collector.Groups.Where(group => group.IsRefused), _collector.WorkloadOf).Select(folded => FlowFindings.Of(folded, PlaceOf(folded.Flow)))];

    /// <summary>Connections that hang on values which are not known here, each with the rule.</summary>
    public IEnumerable<string> Unknown() => _collector.Groups
        .Where(group => group.Decision.Outcome is EgressOutcome.NotKnown)
        .Select(group => $"{group.Flow.Namespace} {_collector.WorkloadOf(group.Flow)} to {FlowText.Destination(group.Flow)} hangs on {group.Decision.Rule}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>Namespaces whose pods no policy of the plan selects, with the number of their flows.</summary>
    public IReadOnlyDictionary<string, long> NotGoverned()
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var group in _collector.Groups.Where(group => group.Decision.Outcome is EgressOutcome.NotGoverned && group.Dropped is null))
            counts[group.Flow.Namespace] = counts.GetValueOrDefault(group.Flow.Namespace) + group.Count;
        return counts;
    }

    /// <summary>Rules that no recorded flow needed, of namespaces of which flows were recorded.</summary>
    public IReadOnlyList<string> UnusedRules()
    {
        var used = _collector.Groups.Where(group => group.Decision.Outcome is EgressOutcome.Allowed).Select(group => group.Decision.Rule!).ToHashSet(StringComparer.Ordinal);
        var recorded = Recorded();
        return
        [
            .. _plan.Namespaces.Where(space => recorded.Contains(space.Name))
                .SelectMany(space => space.Egress)
                .SelectMany(RulesOf)
                .Where(rule => !used.Contains(rule))
                .Select(rule => _places.Of(rule) is { } line ? $"{rule} ({line})" : rule),
        ];
    }

    /// <summary>Namespaces with rules of which no flow was recorded.</summary>
    public IReadOnlyList<string> Silent()
    {
        var recorded = Recorded();
        return [.. _plan.Namespaces.Where(space => !recorded.Contains(space.Name) && space.Egress.Any(policy => RulesOf(policy).Any())).Select(space => space.Name)];
    }

    private IEnumerable<string> RulesOf(EgressPlan policy) => _judge.Rules.Where(rule => rule.StartsWith(policy.Path + ".egress[", StringComparison.Ordinal));

    private HashSet<string> Recorded() => _collector.Groups.Select(group => group.Flow.Namespace).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where a rule for a flow would stand: at the workload where the plan has egress of its own for it, else at the namespace.</summary>
    private string? PlaceOf(EgressFlow flow)
    {
        var selecting = _plan.Namespaces.Where(space => space.Name == flow.Namespace)
            .SelectMany(space => space.Egress)
            .Where(policy => policy.Args.PodSelector?.All(label => flow.Labels.TryGetValue(label.Key, out var value) && value == label.Value) != false)
            .OrderByDescending(policy => policy.Workload is not null)
            .FirstOrDefault();
        if (selecting is null)
            return null;
        var path = selecting.Path + ".egress";
        var place = _places.Of(path) is { } line ? $"{path} ({line})" : path;
        return selecting.Args.Rules is [{ None: true }] ? place + ", in place of none: true" : place;
    }

    private static bool RestrictsNames(EgressRuleArgs rule) =>
        rule.Dns is { RestrictNames: true } or { Names: not null } || rule.NodeLocalDns is { RestrictNames: true } or { Names: not null };
}
