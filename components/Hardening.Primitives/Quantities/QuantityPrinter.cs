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

        var binary = quantity.Format == QuantityFormat.BinarySI && quantity.IsInteger
            && (quantity <= Quantity.FromInteger(-1024) || quantity >= Quantity.FromInteger(1024));
        if (quantity.TryGetUnits(out var units))
        {
            return binary ? Shorten(units, 1024, QuantitySuffix.OfBinary) : PrintDecimal(units, quantity.Format);
        }

        return binary
            ? Shorten(quantity.Nanos / Quantity.NanosPerUnit, 1024, 0, LargestThousands, QuantitySuffix.OfBinary)
            : Shorten(quantity.Nanos, 1000, -3, int.MaxValue, power => DecimalSuffix(power, quantity.Format));
    }

    private static string PrintDecimal(long units, QuantityFormat format) => Shorten(units, 1000, power => DecimalSuffix(power, format));

    private static string Shorten(long value, long step, Func<int, string> suffix)
    {
        var power = 0;
        while (power < LargestThousands && value % step == 0)
        {
            value /= step;
            power++;
        }

        return value.ToString(CultureInfo.InvariantCulture) + suffix(power);
    }

    private static string Shorten(BigInteger value, int step, int power, int largest, Func<int, string> suffix)
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

        return value.ToString(CultureInfo.InvariantCulture) + suffix(power);
    }

    private static string DecimalSuffix(int thousands, QuantityFormat format)
    {
        // Beyond E there is no letter: the API server goes on with an exponent.
        if (format != QuantityFormat.DecimalExponent && thousands <= LargestThousands)
        {
            return QuantitySuffix.OfThousands(thousands);
        }

        return thousands == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"e{thousands * 3}");
    }
}
