using System.Globalization;
using System.Numerics;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>Rounds up to numbers that people write: finer where the number is small.</summary>
internal static class Rounding
{
    private static readonly (Quantity Below, Quantity Step)[] Cpu =
        [(Quantity.Parse("1"), Quantity.Parse("10m")), (Quantity.Parse("10"), Quantity.Parse("100m")), (Quantity.Parse("1E"), Quantity.Parse("1"))];

    private static readonly (Quantity Below, Quantity Step)[] Memory =
        [(Quantity.Parse("1Gi"), Quantity.Parse("16Mi")), (Quantity.Parse("8Gi"), Quantity.Parse("128Mi")), (Quantity.Parse("1Ei"), Quantity.Parse("1Gi"))];

    private static readonly Quantity Millicore = Quantity.Parse("1m");
    private static readonly Quantity Mebibyte = Quantity.Parse("1Mi");

    /// <summary>A recorded quantity as people write it: recommenders speak of bytes.</summary>
    public static Quantity Readable(string resource, Quantity quantity) => Up(quantity, resource is "cpu" ? Millicore : Mebibyte);

    /// <summary>A sum of memory, to a tenth of a gibibyte.</summary>
    public static string Gibibytes(Quantity memory) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round((decimal)(memory.Nanos / Quantity.Parse("1Mi").Nanos) / 1024, 1):0.#}Gi");

    /// <summary>The next number that is not smaller.</summary>
    public static Quantity Up(string resource, Quantity quantity)
    {
        var steps = resource is "cpu" ? Cpu : Memory;
        var step = Array.Find(steps, row => quantity <= row.Below).Step;
        return step.IsZero ? quantity : Up(quantity, step);
    }

    private static Quantity Up(Quantity quantity, Quantity step) => step.Multiply((decimal)BigInteger.Max(1, (quantity.Nanos + step.Nanos - 1) / step.Nanos));
}
