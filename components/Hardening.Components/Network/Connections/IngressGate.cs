using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>One policy of ingress, asked whether it lets a connection in.</summary>
internal sealed class IngressGate(IngressPolicyArgs args)
{
    private static readonly string[] WholeCluster = [IngressEntity.Cluster, IngressEntity.ClusterMesh];

    private readonly List<(IngressRuleArgs Rule, List<PortSpec>? Ports)> _rules =
        [.. args.Rules!.OfType<IngressRuleArgs>().Select(rule => (rule, rule.Ports is null ? null : EgressTarget.Read(rule.Ports)))];

    public bool Enforces { get; } = args.Mode == Rollout.Enforce;

    /// <summary>Whether every pod with the labels is selected, whatever other labels it has.</summary>
    public bool Governs(IReadOnlyDictionary<string, string>? pods) => ConnectionPolicy.Governs(args.PodSelector, pods);

    /// <summary>Whether some pod with the labels may be selected.</summary>
    public bool MaySelect(IReadOnlyDictionary<string, string>? pods) => LabelChecks.MayOverlap(pods, args.PodSelector);

    /// <summary>Whether some rule lets the source in on the port; on some port where it is null.</summary>
    public bool LetsIn(ConnectionSource source, string @namespace, PortSpec? port) =>
        _rules.Exists(rule => Names(rule.Rule, source, @namespace) && (port is null || rule.Ports is null || rule.Ports.Exists(other => ConnectionPolicy.Meet(other, port))));

    private static bool Names(IngressRuleArgs rule, ConnectionSource source, string @namespace)
    {
        if (rule.Entities is { } entities)
        {
            return entities.Exists(entity => WholeCluster.Contains(entity, StringComparer.Ordinal));
        }

        var names = rule.AnyNamespace
            || (rule.SameNamespace && source.Namespace == @namespace)
            || (rule.Namespace is not null && (InputLeaf.Of(rule.Namespace).Value is not { } name || name == source.Namespace));
        return names && LabelChecks.MayOverlap(source.Pods, rule.Pods);
    }
}
