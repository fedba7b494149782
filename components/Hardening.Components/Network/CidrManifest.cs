using Pulumi;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders address blocks for Cilium: a list of blocks where nothing is left out (<c>toCIDR</c>, <c>fromCIDR</c>), else a set.</summary>
internal sealed record CidrManifest(InputList<string>? Blocks, InputList<CiliumNetworkPolicySpecEgressToCIDRSetArgs>? Set)
{
    public static CidrManifest Of(
        Input<string>? cidr, List<Input<string>>? cidrs, List<Input<string>>? except, ComponentName owner, string place, LeafCheck check)
    {
        var blocks = RenderedBlock.Of(cidr, cidrs, except, owner, place, check);
        return except is null
            ? new CidrManifest(ManifestList.Of(blocks.Select(block => block.Block.Input)), null)
            : new CidrManifest(null, ManifestList.Of(blocks.Select(Entry)));
    }

    /// <summary>A CiliumCIDRGroup, which stands in a set.</summary>
    public static InputList<CiliumNetworkPolicySpecEgressToCIDRSetArgs> Group(Input<string> group, ComponentName owner, string place) =>
        ManifestList.Of([new CiliumNetworkPolicySpecEgressToCIDRSetArgs { CidrGroupRef = RenderedValue.Of(group, owner, $"{place}.cidrGroup", NameChecks.Subdomain).Input }]);

    private static CiliumNetworkPolicySpecEgressToCIDRSetArgs Entry(RenderedBlock block)
    {
        var entry = new CiliumNetworkPolicySpecEgressToCIDRSetArgs { Cidr = block.Block.Input };
        if (block.Except.Count > 0)
        {
            entry.Except = ManifestList.Of(block.Except);
        }

        return entry;
    }
}
