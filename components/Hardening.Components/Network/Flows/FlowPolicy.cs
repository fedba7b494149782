namespace Hardening.Components;

/// <summary>One policy as flows are compared with it.</summary>
internal sealed class FlowPolicy
{
    private readonly Dictionary<string, string>? _pods;

    private FlowPolicy(string path, Dictionary<string, string>? pods, FlowFacts facts)
    {
        Path = path;
        _pods = pods;
        IsKubernetes = facts.Network.IsKubernetes;
    }

    public string Path { get; }

    public bool IsKubernetes { get; }

    /// <summary>Whether what no rule allows is cut: a policy of carve-outs alone denies those and nothing else.</summary>
    public required bool DeniesByDefault { get; init; }

    public required IReadOnlyList<FlowRule> Rules { get; init; }

    public IReadOnlyList<FlowRule> Denies { get; private init; } = [];

    public static FlowPolicy Of(string path, EgressPolicyArgs args, FlowFacts facts) => new(path, args.PodSelector, facts)
    {
        DeniesByDefault = args.Rules is not null,
        Rules = Read(args.Rules, rule => rule.None, path + ".egress", (place, rule) => EgressFlowRules.Of(place, rule, args, facts)),
        Denies = Read(args.Deny, _ => false, path + ".egressDeny", (place, deny) => EgressFlowRules.Of(place, deny, facts)),
    };

    public static FlowPolicy Of(string path, IngressPolicyArgs args, FlowFacts facts) => new(path, args.PodSelector, facts)
    {
        DeniesByDefault = true,
        Rules = Read(args.Rules, rule => rule.None, path + ".ingress", (place, rule) => IngressFlowRules.Of(place, rule, facts)),
    };

    public bool Selects(NetworkFlow flow) => FlowPeers.Has(flow.Labels, _pods);

    private static List<FlowRule> Read<T>(List<T>? rules, Func<T, bool> isNone, string path, Func<string, T, FlowRule> read) =>
        [.. (rules ?? []).Select((rule, index) => (Rule: rule, Path: EntryLists.Item(path, index))).Where(item => !isNone(item.Rule)).Select(item => read(item.Path, item.Rule))];
}
