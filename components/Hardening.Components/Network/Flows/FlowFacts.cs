using Hardening.Primitives;
using Pulumi;

namespace Hardening.Components;

/// <summary>What comparing flows with rules needs of the cluster.</summary>
/// <param name="cluster">What is stated about it.</param>
/// <param name="groups">CIDR groups by name; null where somebody else manages the group.</param>
internal sealed class FlowFacts(ClusterFactsArgs? cluster, IReadOnlyDictionary<string, IReadOnlyList<string>?> groups)
{
    private readonly bool _matchesNodes = cluster?.PolicyCidrMatchMode?.Contains(CidrMatchMode.Nodes) == true;
    private readonly bool _matchesPods = cluster?.PolicyCidrMatchMode?.Contains(CidrMatchMode.Pods) == true;

    public NetworkFacts Network { get; } = new(cluster);

    /// <summary>The blocks that stand for everything outside the cluster; a NetworkPolicy leaves out what is stated of the cluster itself.</summary>
    public FlowBlocks World => FlowBlocks.Of([Cidr.AnyIPv4, Cidr.AnyIPv6], Outside);

    /// <summary>What blocks do not mean, because a NetworkPolicy leaves it out of them.</summary>
    private IReadOnlyList<Cidr> Outside => Network.IsKubernetes ? Network.Cluster : [];

    public FlowBlocks Blocks(Input<string>? cidr, IEnumerable<Input<string>>? cidrs, IEnumerable<Input<string>>? except) => FlowBlocks.Of(cidr, cidrs, except, Outside);

    public FlowBlocks Group(Input<string> name) =>
        FlowBlocks.Of(InputLeaf.Of(name).Value is { } known && groups.TryGetValue(known, out var blocks) ? blocks : null, Outside);

    /// <summary>Whether a rule by address is about the peer. Cilium compares the addresses of what is outside the cluster, and of what its match modes add.</summary>
    public FlowMatch Match(FlowBlocks blocks, NetworkFlow flow)
    {
        var isCompared = flow.IsPeer(FlowEntity.World) || (_matchesNodes && flow.IsNode) || (_matchesPods && flow.PeerNamespace is not null);
        if (!isCompared && !Network.IsKubernetes)
        {
            return FlowMatch.No;
        }

        var match = blocks.Match(flow.PeerAddress);
        return match == FlowMatch.Yes && !isCompared ? FlowMatch.PluginDecides : match;
    }
}
