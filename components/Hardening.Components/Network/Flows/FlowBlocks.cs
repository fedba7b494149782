using Hardening.Primitives;
using Pulumi;

namespace Hardening.Components;

/// <summary>Address blocks of a rule as flows are compared with them; each exception belongs to the blocks that hold it.</summary>
internal sealed class FlowBlocks
{
    private readonly List<(Cidr Block, List<Cidr> Except)> _entries = [];
    private readonly bool _isPartlyUnknown;

    private FlowBlocks(IEnumerable<string?> blocks, IEnumerable<string?> except, IReadOnlyList<Cidr> outside)
    {
        var holes = Parse(except, ref _isPartlyUnknown);
        foreach (var block in Parse(blocks, ref _isPartlyUnknown))
        {
            // A block that lies among the cluster's own addresses itself was written on purpose.
            _entries.Add((block, [.. holes.Where(block.Contains), .. outside.Where(inside => block.Contains(inside) && !inside.Contains(block))]));
        }
    }

    /// <param name="cidr">One block.</param>
    /// <param name="cidrs">Several blocks, in place of it.</param>
    /// <param name="except">What is left out of them.</param>
    /// <param name="outside">What is left out of every block that is wider.</param>
    public static FlowBlocks Of(Input<string>? cidr, IEnumerable<Input<string>>? cidrs, IEnumerable<Input<string>>? except, IReadOnlyList<Cidr> outside) =>
        new(Values(cidr is null ? cidrs : [cidr]), Values(except), outside);

    /// <summary>The blocks of a group; null where somebody else manages it.</summary>
    public static FlowBlocks Of(IReadOnlyList<string>? group, IReadOnlyList<Cidr> outside) => new(group ?? (IEnumerable<string?>)[null], [], outside);

    public static FlowBlocks Of(IEnumerable<Cidr> blocks, IReadOnlyList<Cidr> outside) => new(blocks.Select(block => block.ToString()), [], outside);

    public FlowMatch Match(Cidr? address)
    {
        if (address is not null && _entries.Exists(entry => entry.Block.Contains(address) && !entry.Except.Exists(hole => hole.Contains(address))))
        {
            return FlowMatch.Yes;
        }

        return _isPartlyUnknown ? FlowMatch.NotKnown : FlowMatch.No;
    }

    private static IEnumerable<string?> Values(IEnumerable<Input<string>>? inputs) => inputs?.Select(input => InputLeaf.Of(input).Value) ?? [];

    private static List<Cidr> Parse(IEnumerable<string?> texts, ref bool isPartlyUnknown)
    {
        var blocks = new List<Cidr>();
        foreach (var text in texts)
        {
            if (Cidr.TryParse(text, out var block, out _))
            {
                blocks.Add(block);
            }
            else
            {
                isPartlyUnknown = true;
            }
        }

        return blocks;
    }
}
