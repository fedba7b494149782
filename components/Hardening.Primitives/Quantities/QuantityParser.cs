using System.Globalization;
using System.Numerics;

namespace Hardening.Primitives;

/// <summary>Reads the grammar of <c>resource.Quantity</c>: sign, digits with at most one point, suffix.</summary>
internal static class QuantityParser
{
    private const int LongestText = 256;
    private const int MostFastDigits = 9;
    private const string Suffixes = "n u m k M G T P E, Ki Mi Gi Ti Pi Ei, or an exponent such as e3";

    // Nine digits times 10^27, or times 10^9 and 2^60, stay below 2^127.
    private static readonly Int128[] PowersOfTen = [.. Enumerable.Range(0, 28).Select(power => (Int128)BigInteger.Pow(10, power))];

    public static bool TryParse(string? source, out Quantity value, out ParseError error)
    {
        value = default;
        error = default;
        if (string.IsNullOrEmpty(source))
        {
            error = ParseError.Whole("a quantity cannot be empty");
            return false;
        }

        if (source.Length > LongestText)
        {
            error = new ParseError(LongestText, "a quantity is at most 256 characters long");
            return false;
        }

        var text = source.AsSpan();
        var negative = text[0] == '-';
        var start = text[0] is '-' or '+' ? 1 : 0;
        var point = SkipDigits(text, start);
        var end = point < text.Length && text[point] == '.' ? SkipDigits(text, point + 1) : point;
        var fraction = end > point ? end - point - 1 : 0;
        if (point - start + fraction == 0)
        {
            error = new ParseError(start, "a digit is needed here");
            return false;
        }

        if (!QuantitySuffix.TryRead(text[end..], out var suffix, out var format, out var power))
        {
            error = new ParseError(end, SuffixMessage(text[end..]));
            return false;
        }

        if (Math.Abs(power) > QuantitySuffix.LargestExponent)
        {
            error = new ParseError(end, "an exponent lies between -999 and 999");
            return false;
        }

        value = TryFast(text[start..point], text.Slice(end - fraction, fraction), format, power, out var nanos)
            ? FromNanos(negative ? -nanos : nanos, format, suffix)
            : Slow(text[start..point], text.Slice(end - fraction, fraction), format, power, negative, suffix);
        return true;
    }

    /// <summary>What people write fits in 128 bits: few digits, and nothing finer than a billionth.</summary>
    private static bool TryFast(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, QuantityFormat format, int power, out Int128 nanos)
    {
        nanos = 0;
        var isBinary = format == QuantityFormat.BinarySI;
        var scale = 9 - fraction.Length + (isBinary ? 0 : power);
        if (whole.Length + fraction.Length > MostFastDigits || scale < 0 || scale >= PowersOfTen.Length)
        {
            return false;
        }

        var digits = (Read(whole) * (long)PowersOfTen[fraction.Length]) + Read(fraction);
        nanos = digits * PowersOfTen[scale] * (isBinary ? 1L << power : 1);
        // Near the cap of binary quantities the slow way decides.
        return nanos < (Int128)long.MaxValue * Quantity.NanosPerUnit;
    }

    private static long Read(ReadOnlySpan<char> digits)
    {
        var value = 0L;
        foreach (var c in digits)
        {
            value = (value * 10) + (c - '0');
        }

        return value;
    }

    private static Quantity FromNanos(Int128 nanos, QuantityFormat format, string suffix) =>
        // Below one, the API server goes on with a decimal quantity, so that nothing is rounded away.
        Quantity.FromNanos(nanos, format == QuantityFormat.BinarySI && nanos != 0 && Int128.Abs(nanos) < Quantity.NanosPerUnit ? QuantityFormat.DecimalSI : format, suffix);

    private static Quantity Slow(
        ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, QuantityFormat format, int power, bool negative, string suffix)
    {
        var nanos = BigInteger.Parse(string.Concat("0", whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
        var scale = 9 - fraction.Length + (format == QuantityFormat.BinarySI ? 0 : power);
        if (format == QuantityFormat.BinarySI)
        {
            nanos <<= power;
        }

        nanos = scale >= 0 ? nanos * BigInteger.Pow(10, scale) : Quantity.DivideUp(nanos, BigInteger.Pow(10, -scale));
        if (format == QuantityFormat.BinarySI)
        {
            nanos = BigInteger.Min(nanos, Quantity.LargestBinary);
            // Below one, the API server goes on with a decimal quantity, so that nothing is rounded away.
            format = nanos < Quantity.NanosPerUnit && !nanos.IsZero ? QuantityFormat.DecimalSI : format;
        }

        return Quantity.FromNanos(negative ? -nanos : nanos, format, suffix);
    }

    private static int SkipDigits(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
        {
            from++;
        }

        return from;
    }

    private static string SuffixMessage(ReadOnlySpan<char> suffix) => suffix switch
    {
        "e" => "an exponent needs digits after the e",
        "K" => "the suffix for 1000 is k, for 1024 it is Ki",
        "KB" or "kB" or "MB" or "GB" or "TB" or "KiB" or "MiB" or "GiB" or "TiB" => "a quantity has no unit: leave out the B",
        _ => "a suffix is one of " + Suffixes,
    };
}
