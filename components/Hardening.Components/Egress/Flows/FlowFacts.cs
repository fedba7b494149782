using Pulumi;

namespace Hardening.Components;

/// <summary>What comparing flows with rules needs of the cluster.</summary>
/// <param name="cluster">What is stated about it.</param>
/// <param name="groups">CIDR groups by name; null where somebody else manages the group.</param>
internal sealed class FlowFacts(ClusterFactsArgs? cluster, IReadOnlyDictionary<string, IReadOnlyList<string>?> groups)
{
    private readonly bool _matchesNodes = cluster?.PolicyCidrMatchMode?.Contains("nodes") == true;
    private readonly bool _matchesPods = cluster?.PolicyCidrMatchMode?.Contains("pods") == true;

    public NetworkFacts Network { get; } = new(cluster);

    /// <summary>Whether rules by address see the destination: what is outside the cluster, and what Cilium's match modes add.</summary>
    public bool HasAddress(EgressFlow flow) =>
        flow.IsTo(EgressEntity.World)
        || (_matchesNodes && (flow.IsTo(EgressEntity.Host) || flow.IsTo(EgressEntity.RemoteNode)))
        || (_matchesPods && flow.ToNamespace is not null);

    public FlowBlocks Group(Input<string> name) =>
        FlowBlocks.Of(InputLeaf.Of(name).Value is { } known && groups.TryGetValue(known, out var blocks) ? blocks : null);
}
