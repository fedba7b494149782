using Pulumi;

namespace Hardening.Components;

/// <summary>
/// Says what becomes of recorded flows where policies are enforced, whatever their mode. It judges by the rules as the plan states them and by the engine of the cluster
/// facts, independently of the manifests: policies that select a pod are one union, anything that no rule allows is cut, and a carve-out beats every rule.
/// </summary>
/// <remarks>
/// Connections from a pod's own node pass into it whatever its ingress says: Kubernetes excepts them from every NetworkPolicy, and Cilium lets them in by default
/// (<c>allow-localhost: auto</c>). Out of pods there is no such exception.
/// </remarks>
public sealed class FlowJudge
{
    private static readonly FlowDecision NotGoverned = new(FlowOutcome.NotGoverned, null);

    private readonly Dictionary<string, List<FlowPolicy>> _policies = new(StringComparer.Ordinal);
    private readonly bool _isIngress;

    private FlowJudge(bool isIngress) => _isIngress = isIngress;

    /// <summary>The paths of all rules that allow anything.</summary>
    public IReadOnlyList<string> Rules =>
        [.. _policies.Values.SelectMany(list => list).SelectMany(policy => policy.Rules).Select(rule => rule.Path)];

    /// <summary>Judges connections out of pods.</summary>
    /// <param name="policies">Each valid policy and its path, which is put before the paths of its rules. One whose namespace is not known yet is left out.</param>
    /// <param name="cidrGroups">The blocks of the CIDR groups that rules name; <see langword="null"/> where somebody else manages the group.</param>
    public static FlowJudge OfEgress(IReadOnlyList<(string Path, EgressPolicyArgs Args)> policies, IReadOnlyDictionary<string, IReadOnlyList<string>?>? cidrGroups = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var judge = new FlowJudge(isIngress: false);
        foreach (var (path, args) in policies)
        {
            judge.Add(args.Namespace, () => FlowPolicy.Of(path, args, Facts(args.Cluster, cidrGroups)));
        }

        return judge;
    }

    /// <summary>Judges connections into pods.</summary>
    /// <param name="policies">Each valid policy and its path, which is put before the paths of its rules. One whose namespace is not known yet is left out.</param>
    /// <param name="cidrGroups">The blocks of the CIDR groups that rules name; <see langword="null"/> where somebody else manages the group.</param>
    public static FlowJudge OfIngress(IReadOnlyList<(string Path, IngressPolicyArgs Args)> policies, IReadOnlyDictionary<string, IReadOnlyList<string>?>? cidrGroups = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var judge = new FlowJudge(isIngress: true);
        foreach (var (path, args) in policies)
        {
            judge.Add(args.Namespace, () => FlowPolicy.Of(path, args, Facts(args.Cluster, cidrGroups)));
        }

        return judge;
    }

    /// <summary>The paths of the policies that select the pod of a flow.</summary>
    /// <param name="flow">The flow.</param>
    public IReadOnlyList<string> PoliciesOf(NetworkFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return [.. Selecting(flow).Select(policy => policy.Path)];
    }

    /// <summary>Decides about one flow.</summary>
    /// <param name="flow">The flow; replies to it are part of it.</param>
    public FlowDecision Decide(NetworkFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var selecting = Selecting(flow);
        if (selecting.Count == 0)
        {
            return NotGoverned;
        }

        if (Find(selecting.SelectMany(policy => policy.Denies), flow, FlowMatch.Yes) is { } denied)
        {
            return new FlowDecision(FlowOutcome.CarvedOut, denied.Path);
        }

        if (!selecting.Exists(policy => policy.DeniesByDefault))
        {
            return NotGoverned;
        }

        var decision = !flow.HasPorts && selecting[0].IsKubernetes ? new FlowDecision(FlowOutcome.PluginDecides, null) : DecideByRules(selecting, flow);
        return _isIngress && flow.IsPeer(FlowEntity.Host) && decision.Outcome is not FlowOutcome.Allowed ? new FlowDecision(FlowOutcome.OwnNode, null) : decision;
    }

    private static FlowDecision DecideByRules(List<FlowPolicy> selecting, NetworkFlow flow)
    {
        FlowRule? refusing = null;
        FlowRule? unknown = null;
        FlowRule? plugin = null;
        foreach (var rule in selecting.SelectMany(policy => policy.Rules))
        {
            switch (rule.Match(flow))
            {
                case FlowMatch.Yes:
                    return Find(selecting.SelectMany(policy => policy.Denies), flow, FlowMatch.NotKnown) is { } maybe
                        ? new FlowDecision(FlowOutcome.NotKnown, maybe.Path)
                        : new FlowDecision(FlowOutcome.Allowed, rule.Path);
                case FlowMatch.NameRefused:
                    refusing ??= rule;
                    break;
                case FlowMatch.NotKnown:
                    unknown ??= rule;
                    break;
                case FlowMatch.PluginDecides:
                    plugin ??= rule;
                    break;
            }
        }

        return unknown is not null ? new FlowDecision(FlowOutcome.NotKnown, unknown.Path)
            : plugin is not null ? new FlowDecision(FlowOutcome.PluginDecides, plugin.Path)
            : refusing is not null ? new FlowDecision(FlowOutcome.NameRefused, refusing.Path)
            : new FlowDecision(FlowOutcome.NoRule, null);
    }

    private static FlowRule? Find(IEnumerable<FlowRule> rules, NetworkFlow flow, FlowMatch match) => rules.FirstOrDefault(rule => rule.Match(flow) == match);

    private static FlowFacts Facts(ClusterFactsArgs? cluster, IReadOnlyDictionary<string, IReadOnlyList<string>?>? groups) =>
        new(cluster, groups ?? new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal));

    private List<FlowPolicy> Selecting(NetworkFlow flow) => _policies.TryGetValue(flow.Namespace, out var all) ? all.FindAll(policy => policy.Selects(flow)) : [];

    private void Add(Input<string>? @namespace, Func<FlowPolicy> read)
    {
        if (@namespace is null || InputLeaf.Of(@namespace).Value is not { } space)
        {
            return;
        }

        if (!_policies.TryGetValue(space, out var list))
        {
            _policies[space] = list = [];
        }

        list.Add(read());
    }
}
