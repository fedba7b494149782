using System.Globalization;
using System.Numerics;

namespace Hardening.Primitives;

/// <summary>Prints quantities canonically: no fraction, the largest suffix that loses nothing.</summary>
internal static class QuantityPrinter
{
    private const int LargestThousands = 6;

    public static string Print(Quantity quantity)
    {
        if (quantity.IsZero)
        {
            return "0";
        }

        var format = quantity.Format;
        var binary = format == QuantityFormat.BinarySI && quantity.IsInteger
            && (quantity <= Quantity.FromInteger(-1024) || quantity >= Quantity.FromInteger(1024));
        var decimalFormat = format == QuantityFormat.DecimalExponent ? format : QuantityFormat.DecimalSI;
        if (quantity.TryGetUnits(out var units))
        {
            return binary ? Shorten(units, 1024, 0, QuantityFormat.BinarySI) : Shorten(units, 1000, 0, decimalFormat);
        }

        if (!binary && quantity.TryGetNanos(out var nanos))
        {
            return Shorten(nanos, 1000, -3, decimalFormat);
        }

        return binary
            ? Shorten(quantity.Nanos / Quantity.NanosPerUnit, 1024, 0, LargestThousands, QuantityFormat.BinarySI)
            : Shorten(quantity.Nanos, 1000, -3, int.MaxValue, decimalFormat);
    }

    private static string Shorten(long value, long step, int power, QuantityFormat format)
    {
        while (power < LargestThousands && value % step == 0)
        {
            value /= step;
            power++;
        }

        return value.ToString(CultureInfo.InvariantCulture) + Suffix(power, format);
    }

    private static string Shorten(BigInteger value, int step, int power, int largest, QuantityFormat format)
    {
        while (power < largest)
        {
            var quotient = BigInteger.DivRem(value, step, out var rest);
            if (!rest.IsZero)
            {
                break;
            }

            value = quotient;
            power++;
        }

        return value.ToString(CultureInfo.InvariantCulture) + Suffix(power, format);
    }

    private static string Suffix(int thousands, QuantityFormat format)
    {
        if (format == QuantityFormat.BinarySI)
        {
            return QuantitySuffix.OfBinary(thousands);
        }

        // Beyond E there is no letter: the API server goes on with an exponent.
        if (format != QuantityFormat.DecimalExponent && thousands <= LargestThousands)
        {
            return QuantitySuffix.OfThousands(thousands);
        }

        return thousands == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"e{thousands * 3}");
    }
}
