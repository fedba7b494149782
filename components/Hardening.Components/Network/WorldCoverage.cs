using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Tells whether address blocks together are the whole IPv4 or IPv6 world, written as one block or in pieces.</summary>
internal static class WorldCoverage
{
    /// <summary><c>IPv4</c>, <c>IPv6</c>, <c>IPv4 and IPv6</c>, or null when the blocks leave something out of both.</summary>
    public static string? Of(IEnumerable<Cidr> blocks)
    {
        var ranges = blocks.Select(Range).OrderBy(range => range.First).ToList();
        return (Covers(ranges, six: false), Covers(ranges, six: true)) switch
        {
            (true, true) => "IPv4 and IPv6",
            (true, false) => "IPv4",
            (false, true) => "IPv6",
            _ => null,
        };
    }

    private static bool Covers(List<(UInt128 First, UInt128 Last, bool Six)> ranges, bool six)
    {
        var end = six ? UInt128.MaxValue : uint.MaxValue;
        UInt128 next = 0;
        foreach (var (first, last, _) in ranges.Where(range => range.Six == six))
        {
            if (first > next)
            {
                return false;
            }

            if (last >= end)
            {
                return true;
            }

            next = UInt128.Max(next, last + 1);
        }

        return false;
    }

    private static (UInt128 First, UInt128 Last, bool Six) Range(Cidr block)
    {
        var bits = block.IsIPv6 ? 128 : 32;
        var hosts = bits - block.PrefixLength == 128 ? UInt128.MaxValue : (UInt128.One << (bits - block.PrefixLength)) - 1;
        return (block.Network, block.Network + hosts, block.IsIPv6);
    }
}
