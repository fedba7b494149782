namespace Hardening.Primitives;

/// <summary>The suffixes of the quantity grammar and the powers that they stand for.</summary>
internal static class QuantitySuffix
{
    public const int LargestExponent = 999;

    private static readonly string[] Decimal = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
    private static readonly string[] Binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    /// <summary>The suffix of 10^(3 × <paramref name="thousands"/>), for -3 to 6.</summary>
    public static string OfThousands(int thousands) => Decimal[thousands + 3];

    /// <summary>The suffix of 1024^<paramref name="power"/>, for 0 to 6.</summary>
    public static string OfBinary(int power) => Binary[power];

    /// <summary>Reads a suffix; the power is one of ten, or of two for the binary ones.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out string suffix, out QuantityFormat format, out int power)
    {
        var place = text switch
        {
            "" => 3,
            "m" => 2,
            "k" => 4,
            "M" => 5,
            "G" => 6,
            "T" => 7,
            "P" => 8,
            "E" => 9,
            "u" => 1,
            "n" => 0,
            _ => -1,
        };
        if (place >= 0)
        {
            (suffix, format, power) = (Decimal[place], QuantityFormat.DecimalSI, (place - 3) * 3);
            return true;
        }

        place = text switch
        {
            "Ki" => 1,
            "Mi" => 2,
            "Gi" => 3,
            "Ti" => 4,
            "Pi" => 5,
            "Ei" => 6,
            _ => -1,
        };
        if (place > 0)
        {
            (suffix, format, power) = (Binary[place], QuantityFormat.BinarySI, place * 10);
            return true;
        }

        (suffix, format, power) = (string.Empty, QuantityFormat.DecimalExponent, 0);
        if (text.Length < 2 || text[0] is not ('e' or 'E') || !TryReadExponent(text[1..], out power))
        {
            return false;
        }

        suffix = text.ToString();
        return true;
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var negative = text[0] == '-';
        var digits = text[0] is '-' or '+' ? text[1..] : text;
        if (digits.IsEmpty)
        {
            return false;
        }

        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            exponent = Math.Min((exponent * 10) + (c - '0'), LargestExponent + 1);
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }
}
