using System.Globalization;
using System.Text;

namespace Hardening.Primitives;

/// <summary>
/// Prints IPv6 addresses as the API server does: eight groups, the longest run of zeros shortened. .NET's own text ends some of them in IPv4
/// (<c>::1.2.3.4</c> for <c>::102:304</c>), which the API server does not take for canonical.
/// </summary>
internal static class IPv6Text
{
    private const int Groups = 8;

    public static string Of(UInt128 address)
    {
        var (start, length) = LongestZeros(address);
        var text = new StringBuilder();
        for (var i = 0; i < Groups; i++)
        {
            if (i == start)
            {
                text.Append("::");
                i += length - 1;
                continue;
            }

            if (text.Length > 0 && text[^1] != ':')
            {
                text.Append(':');
            }

            text.Append(CultureInfo.InvariantCulture, $"{Group(address, i):x}");
        }

        return text.ToString();
    }

    /// <summary>The first longest run of two zero groups or more; -1 where there is none.</summary>
    private static (int Start, int Length) LongestZeros(UInt128 address)
    {
        var best = (Start: -1, Length: 1);
        var length = 0;
        for (var i = 0; i < Groups; i++)
        {
            length = Group(address, i) == 0 ? length + 1 : 0;
            best = length > best.Length ? (i - length + 1, length) : best;
        }

        return best;
    }

    private static ushort Group(UInt128 address, int index) => (ushort)(address >> (112 - (index * 16)));
}
