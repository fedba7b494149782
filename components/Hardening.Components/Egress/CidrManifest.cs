using Hardening.Primitives;
using Pulumi;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders address blocks: <c>toCIDR</c> where nothing is left out, else <c>toCIDRSet</c> with each exception at its own block.</summary>
internal sealed record CidrManifest(InputList<string>? ToCIDR, InputList<CiliumNetworkPolicySpecEgressToCIDRSetArgs>? ToCIDRSet)
{
    public static CidrManifest Of(
        Input<string>? cidr, List<Input<string>>? cidrs, List<Input<string>>? except, string owner, string place, LeafCheck check)
    {
        var blocks = cidr is null ? Values(cidrs ?? [], owner, $"{place}.cidrs", check) : [RenderedValue.Of(cidr, owner, $"{place}.cidr", check)];
        if (except is null)
        {
            return new CidrManifest(ManifestList.Of(blocks.Select(block => block.Input)), null);
        }

        var holes = Values(except, owner, $"{place}.except", CidrChecks.Check);
        if (blocks.TrueForAll(block => block.Text is not null))
        {
            var known = blocks.ConvertAll(block => Cidr.Parse(block.Text!));
            for (var index = 0; index < holes.Count; index++)
            {
                if (holes[index].Text is { } hole)
                {
                    RefuseOutside(Cidr.Parse(hole), known, owner, EgressLists.Item($"{place}.except", index));
                }
            }
        }

        return new CidrManifest(null, ManifestList.Of(blocks.Select(block => Entry(block, holes, owner, place))));
    }

    public static List<RenderedValue> Values(List<Input<string>> inputs, string owner, string member, LeafCheck check) =>
        [.. inputs.Select((input, index) => RenderedValue.Of(input, owner, EgressLists.Item(member, index), check))];

    private static CiliumNetworkPolicySpecEgressToCIDRSetArgs Entry(RenderedValue block, List<RenderedValue> holes, string owner, string place)
    {
        var own = new List<Input<string>>();
        for (var index = 0; index < holes.Count; index++)
        {
            var path = EgressLists.Item($"{place}.except", index);
            var hole = holes[index];
            if (block.Text is { } wide && hole.Text is { } narrow)
            {
                if (Cidr.Parse(wide).Contains(Cidr.Parse(narrow)))
                {
                    own.Add(hole.Input);
                }
            }
            else
            {
                own.Add(Output.Tuple(block.Input, hole.Input).Apply(pair => Checked(pair.Item1, pair.Item2, owner, path)));
            }
        }

        var entry = new CiliumNetworkPolicySpecEgressToCIDRSetArgs { Cidr = block.Input };
        if (own.Count > 0)
        {
            entry.Except = ManifestList.Of(own);
        }

        return entry;
    }

    private static string Checked(string block, string hole, string owner, string path)
    {
        RefuseOutside(Cidr.Parse(hole), [Cidr.Parse(block)], owner, path);
        return hole;
    }

    private static void RefuseOutside(Cidr hole, IReadOnlyList<Cidr> blocks, string owner, string path)
    {
        if (EgressBlocks.Refusal(hole, blocks) is var (message, fix))
        {
            throw new ComponentArgumentException(nameof(EgressPolicy), owner, [new Problem(path, null, message, fix)]);
        }
    }
}
