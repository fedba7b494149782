namespace Hardening.Components;

/// <summary>
/// Says what becomes of recorded flows where policies are enforced, whatever their mode. It judges by the rules as the plan states them, independently of the
/// manifests: policies that select a pod are one union, anything that no rule allows is cut, and a carve-out beats every rule.
/// </summary>
public sealed class EgressJudge
{
    private static readonly EgressDecision NotGoverned = new(EgressOutcome.NotGoverned, null);

    private readonly Dictionary<string, List<Policy>> _policies = new(StringComparer.Ordinal);

    /// <summary>Reads the policies.</summary>
    /// <param name="policies">Each valid policy and its path, which is put before the paths of its rules. One whose namespace is not known yet is left out.</param>
    /// <param name="cidrGroups">The blocks of the CIDR groups that rules name; <see langword="null"/> where somebody else manages the group.</param>
    public EgressJudge(IReadOnlyList<(string Path, EgressPolicyArgs Args)> policies, IReadOnlyDictionary<string, IReadOnlyList<string>?>? cidrGroups = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var groups = cidrGroups ?? new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal);
        foreach (var (path, args) in policies)
        {
            if (args.Namespace is not null && InputLeaf.Of(args.Namespace).Value is { } space)
            {
                if (!_policies.TryGetValue(space, out var list))
                {
                    _policies[space] = list = [];
                }

                list.Add(new Policy(path, args, new FlowFacts(args.Cluster, groups)));
            }
        }
    }

    /// <summary>The paths of all rules that allow anything.</summary>
    public IReadOnlyList<string> Rules =>
        [.. _policies.Values.SelectMany(list => list).SelectMany(policy => policy.Rules).Select(rule => rule.Path)];

    /// <summary>Decides about one flow.</summary>
    /// <param name="flow">The flow; replies to it are part of it.</param>
    public EgressDecision Decide(EgressFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        if (!_policies.TryGetValue(flow.Namespace, out var all) || all.FindAll(policy => policy.Selects(flow)) is not { Count: > 0 } selecting)
        {
            return NotGoverned;
        }

        if (Find(selecting.SelectMany(policy => policy.Denies), flow, FlowMatch.Yes) is { } denied)
        {
            return new EgressDecision(EgressOutcome.CarvedOut, denied.Path);
        }

        if (!selecting.Exists(policy => policy.DeniesByDefault))
        {
            return NotGoverned;
        }

        return DecideByRules(selecting, flow);
    }

    private static EgressDecision DecideByRules(List<Policy> selecting, EgressFlow flow)
    {
        FlowRule? refusing = null;
        FlowRule? unknown = null;
        foreach (var rule in selecting.SelectMany(policy => policy.Rules))
        {
            switch (rule.Match(flow))
            {
                case FlowMatch.Yes:
                    return Find(selecting.SelectMany(policy => policy.Denies), flow, FlowMatch.NotKnown) is { } maybe
                        ? new EgressDecision(EgressOutcome.NotKnown, maybe.Path)
                        : new EgressDecision(EgressOutcome.Allowed, rule.Path);
                case FlowMatch.NameRefused:
                    refusing ??= rule;
                    break;
                case FlowMatch.NotKnown:
                    unknown ??= rule;
                    break;
            }
        }

        return unknown is not null ? new EgressDecision(EgressOutcome.NotKnown, unknown.Path)
            : refusing is not null ? new EgressDecision(EgressOutcome.NameRefused, refusing.Path)
            : new EgressDecision(EgressOutcome.NoRule, null);
    }

    private static FlowRule? Find(IEnumerable<FlowRule> rules, EgressFlow flow, FlowMatch match) => rules.FirstOrDefault(rule => rule.Match(flow) == match);

    private sealed class Policy(string path, EgressPolicyArgs args, FlowFacts facts)
    {
        public bool DeniesByDefault { get; } = args.Rules is not null;

        public IReadOnlyList<FlowRule> Rules { get; } =
            [.. (args.Rules ?? []).Select((rule, index) => (Rule: rule, Path: $"{path}.{EntryLists.Item("egress", index)}")).Where(item => !item.Rule.None).Select(item => FlowRule.Of(item.Path, item.Rule, args, facts))];

        public IReadOnlyList<FlowRule> Denies { get; } =
            [.. (args.Deny ?? []).Select((deny, index) => FlowRule.Of($"{path}.{EntryLists.Item("egressDeny", index)}", deny, facts))];

        public bool Selects(EgressFlow flow) => FlowPeers.Has(flow.Labels, args.PodSelector);
    }
}
