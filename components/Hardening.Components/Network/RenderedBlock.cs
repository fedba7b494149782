using Hardening.Primitives;
using Pulumi;

namespace Hardening.Components;

/// <summary>One address block on its way into a manifest, and what is left out of it: each exception stands at the block that holds it.</summary>
internal sealed record RenderedBlock(RenderedValue Block, IReadOnlyList<Input<string>> Except)
{
    /// <summary>The blocks of the members <c>cidr</c>, <c>cidrs</c> and <c>except</c>.</summary>
    public static List<RenderedBlock> Of(
        Input<string>? cidr, List<Input<string>>? cidrs, List<Input<string>>? except, ComponentName owner, string place, LeafCheck check)
    {
        var blocks = cidr is null ? Values(cidrs ?? [], owner, $"{place}.cidrs", check) : [RenderedValue.Of(cidr, owner, $"{place}.cidr", check)];
        if (except is null)
        {
            return blocks.ConvertAll(block => new RenderedBlock(block, []));
        }

        var holes = Values(except, owner, $"{place}.except", CidrChecks.Check);
        if (blocks.TrueForAll(block => block.Text is not null))
        {
            var known = blocks.ConvertAll(block => Cidr.Parse(block.Text!));
            for (var index = 0; index < holes.Count; index++)
            {
                if (holes[index].Text is { } hole)
                {
                    RefuseOutside(Cidr.Parse(hole), known, owner, EntryLists.Item($"{place}.except", index));
                }
            }
        }

        return blocks.ConvertAll(block => Entry(block, holes, owner, place));
    }

    public static List<RenderedValue> Values(List<Input<string>> inputs, ComponentName owner, string member, LeafCheck check) =>
        [.. inputs.Select((input, index) => RenderedValue.Of(input, owner, EntryLists.Item(member, index), check))];

    private static RenderedBlock Entry(RenderedValue block, List<RenderedValue> holes, ComponentName owner, string place)
    {
        var own = new List<Input<string>>();
        for (var index = 0; index < holes.Count; index++)
        {
            var path = EntryLists.Item($"{place}.except", index);
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

        return new RenderedBlock(block, own);
    }

    private static string Checked(string block, string hole, ComponentName owner, string path)
    {
        RefuseOutside(Cidr.Parse(hole), [Cidr.Parse(block)], owner, path);
        return hole;
    }

    private static void RefuseOutside(Cidr hole, IReadOnlyList<Cidr> blocks, ComponentName owner, string path)
    {
        if (AddressBlocks.Refusal(hole, blocks) is var (message, fix))
        {
            throw new ComponentArgumentException(owner.Component, owner.Name, [new Problem(path, null, message, fix)]);
        }
    }
}
