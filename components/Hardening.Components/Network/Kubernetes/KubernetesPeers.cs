using Hardening.Primitives;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Hardening.Components;

/// <summary>
/// Renders the peers of NetworkPolicies. Blocks mean addresses outside the cluster, as they do in Cilium: what the facts state about pods, Services and nodes is left
/// out of a block that holds it, because most network plugins would match them by their addresses.
/// </summary>
internal static class KubernetesPeers
{
    private const string NamespaceLabel = "kubernetes.io/metadata.name";

    /// <summary>Pods of the policy's own namespace.</summary>
    public static NetworkPolicyPeerArgs OwnNamespace(IReadOnlyDictionary<string, string>? pods) => new() { PodSelector = Labels(pods) };

    public static NetworkPolicyPeerArgs Namespace(RenderedValue name, IReadOnlyDictionary<string, string>? pods) =>
        Narrowed(new() { NamespaceSelector = new LabelSelectorArgs { MatchLabels = new InputMap<string> { [NamespaceLabel] = name.Input } } }, pods);

    public static NetworkPolicyPeerArgs AnyNamespace(IReadOnlyDictionary<string, string>? pods) =>
        Narrowed(new() { NamespaceSelector = new LabelSelectorArgs() }, pods);

    public static IEnumerable<NetworkPolicyPeerArgs> Blocks(IEnumerable<RenderedBlock> blocks, NetworkFacts facts) => blocks.Select(block => Block(block, facts));

    /// <summary>Addresses as the facts state them.</summary>
    public static IEnumerable<NetworkPolicyPeerArgs> Addresses(IEnumerable<Cidr> blocks) =>
        blocks.Select(block => new NetworkPolicyPeerArgs { IpBlock = new IPBlockArgs { Cidr = block.ToString() } });

    /// <summary>The blocks of a group, stated in place.</summary>
    public static IEnumerable<NetworkPolicyPeerArgs> Group(Input<string> name, NetworkFacts facts) =>
        Blocks(facts.BlocksOf(InputLeaf.Of(name).Value!).Select(block => new RenderedBlock(RenderedValue.Of(block.ToString()), [])), facts);

    public static IEnumerable<NetworkPolicyPeerArgs> World(NetworkFacts facts) =>
        Blocks([new RenderedBlock(RenderedValue.Of(Cidr.AnyIPv4.ToString()), []), new RenderedBlock(RenderedValue.Of(Cidr.AnyIPv6.ToString()), [])], facts);

    /// <summary>The selector of pods; <c>{}</c> selects every pod. Cilium's source prefixes are Cilium's alone.</summary>
    public static LabelSelectorArgs Labels(IReadOnlyDictionary<string, string>? labels)
    {
        var selector = new LabelSelectorArgs();
        if (labels is not null)
        {
            selector.MatchLabels = ManifestList.Map(labels.ToDictionary(label => LabelChecks.WithoutSource(label.Key), label => label.Value, StringComparer.Ordinal));
        }

        return selector;
    }

    private static NetworkPolicyPeerArgs Narrowed(NetworkPolicyPeerArgs peer, IReadOnlyDictionary<string, string>? pods)
    {
        if (pods is not null)
        {
            peer.PodSelector = Labels(pods);
        }

        return peer;
    }

    private static NetworkPolicyPeerArgs Block(RenderedBlock block, NetworkFacts facts)
    {
        var ipBlock = new IPBlockArgs { Cidr = block.Block.Input };
        if (block.Block.Text is { } text)
        {
            var except = block.Except.Concat(OfCluster(Cidr.Parse(text), facts).Select(inside => (Input<string>)inside)).ToList();
            if (except.Count > 0)
            {
                ipBlock.Except = ManifestList.Of(except);
            }
        }
        else if (facts.Cluster.Count > 0)
        {
            // Which of them lie inside is known when the block is.
            ipBlock.Except = Output.Tuple(block.Block.Input.ToOutput(), Output.All(block.Except)).Apply(pair => pair.Item2.Concat(OfCluster(Cidr.Parse(pair.Item1), facts)).ToList());
        }
        else if (block.Except.Count > 0)
        {
            ipBlock.Except = ManifestList.Of(block.Except);
        }

        return new NetworkPolicyPeerArgs { IpBlock = ipBlock };
    }

    /// <summary>The cluster's own addresses strictly inside a block. A block that lies among them itself was written on purpose.</summary>
    private static IEnumerable<string> OfCluster(Cidr block, NetworkFacts facts) =>
        facts.Cluster.Where(inside => block.Contains(inside) && !inside.Contains(block)).Select(inside => inside.ToString()).Distinct(StringComparer.Ordinal);
}
