using System.Globalization;
using System.Numerics;

namespace Hardening.Primitives;

/// <summary>Reads the grammar of <c>resource.Quantity</c>: sign, digits with at most one point, suffix.</summary>
internal static class QuantityParser
{
    private const int LongestText = 256;
    private const string Suffixes = "n u m k M G T P E, Ki Mi Gi Ti Pi Ei, or an exponent such as e3";

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

        value = TryFast(text[start..point], fraction, format, power, out var units)
            ? Quantity.FromUnits(negative ? -units : units, format, suffix)
            : Slow(text[start..point], text.Slice(end - fraction, fraction), format, power, negative, suffix);
        return true;
    }

    private static bool TryFast(ReadOnlySpan<char> whole, int fraction, QuantityFormat format, int power, out long units)
    {
        units = 0;
        if (fraction > 0 || power < 0 || whole.Length is 0 or > 18)
        {
            return false;
        }

        foreach (var c in whole)
        {
            units = (units * 10) + (c - '0');
        }

        var factor = format == QuantityFormat.BinarySI ? 1L << power : power <= 18 ? PowersOfTen[power] : 0;
        var product = (Int128)units * factor;
        if (product > long.MaxValue || factor == 0)
        {
            return false;
        }

        units = (long)product;
        return true;
    }

    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, 19).Select(power => (long)BigInteger.Pow(10, power))];

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
