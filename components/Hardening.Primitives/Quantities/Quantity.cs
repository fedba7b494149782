using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Hardening.Primitives;

/// <summary>
/// An amount of a resource as Kubernetes writes it: <c>250m</c>, <c>1.5Gi</c>, <c>2e3</c>. Exact to the billionth, without floating point;
/// it reads and prints as <c>resource.Quantity</c> of <c>k8s.io/apimachinery</c> does. Two quantities are equal when their
/// values are, however they were written.
/// </summary>
/// <remarks>
/// What is finer than a billionth is rounded away from zero; binary quantities end at 2^63-1. Refused beyond what the API server
/// refuses: numbers without a digit (<c>.</c>, <c>+</c>, <c>k</c>), which it reads as 0, texts longer than 256 characters and
/// exponents beyond ±999.
/// </remarks>
public readonly partial struct Quantity : IEquatable<Quantity>, IComparable<Quantity>, IComparable
{
    internal const int NanosPerUnit = 1_000_000_000;
    internal static readonly BigInteger LargestBinary = (BigInteger)long.MaxValue * NanosPerUnit;

    // The value is _units + _nanos / 10^9 with 0 <= _nanos < 10^9; values that do not fit are in _large, in billionths.
    private readonly long _units;
    private readonly int _nanos;
    private readonly BigInteger? _large;
    private readonly string? _suffix;

    private Quantity(long units, int nanos, BigInteger? large, QuantityFormat format, string suffix)
    {
        _units = units;
        _nanos = nanos;
        _large = large;
        _suffix = suffix;
        Format = format;
    }

    /// <summary>Nothing at all, printed as <c>0</c>.</summary>
    public static Quantity Zero => default;

    /// <summary>The family of suffixes that the quantity prints with.</summary>
    public QuantityFormat Format { get; }

    /// <summary>The suffix as written: <c>m</c>, <c>Mi</c>, <c>e3</c>; empty without one and after arithmetic. It tells <c>400m</c> of memory, 0.4 byte, from a slip.</summary>
    public string Suffix => _suffix ?? string.Empty;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _large?.Sign ?? (_units != 0 ? Math.Sign(_units) : Math.Sign(_nanos));

    /// <summary>Whether the value is 0.</summary>
    public bool IsZero => Sign == 0;

    /// <summary>Whether the value has no fraction.</summary>
    public bool IsInteger => _large is { } large ? (large % NanosPerUnit).IsZero : _nanos == 0;

    /// <summary>The value in billionths.</summary>
    public BigInteger Nanos => _large ?? (((BigInteger)_units * NanosPerUnit) + _nanos);

    /// <summary>A quantity of whole units, printed with decimal suffixes.</summary>
    /// <param name="units">The value.</param>
    public static Quantity FromInteger(long units) => FromUnits(units, QuantityFormat.DecimalSI, string.Empty);

    /// <summary>A quantity of bytes, printed with binary suffixes.</summary>
    /// <param name="bytes">The value.</param>
    public static Quantity FromBytes(long bytes) => FromUnits(bytes, QuantityFormat.BinarySI, string.Empty);

    /// <summary>Reads a quantity.</summary>
    /// <param name="text">The text, for example <c>1.5Gi</c>.</param>
    /// <param name="value">The quantity, when it could be read.</param>
    /// <param name="error">Where and why it could not.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quantity value, out ParseError error) =>
        QuantityParser.TryParse(text, out value, out error);

    /// <summary>Reads a quantity.</summary>
    /// <param name="text">The text, for example <c>1.5Gi</c>.</param>
    /// <exception cref="FormatException">The text is none; the message says where and why.</exception>
    public static Quantity Parse(string text) => TryParse(text, out var value, out var error) ? value : throw error.ToException();

    /// <summary>The larger of two quantities.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Quantity Max(Quantity left, Quantity right) => left >= right ? left : right;

    /// <summary>The smaller of two quantities.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Quantity Min(Quantity left, Quantity right) => left <= right ? left : right;

    /// <summary>The sum, printed as this quantity is; as the other one when this is 0.</summary>
    /// <param name="other">What to add.</param>
    public Quantity Add(Quantity other)
    {
        var format = IsZero ? other.Format : Format;
        if (_large is null && other._large is null)
        {
            var nanos = _nanos + other._nanos;
            var carry = nanos >= NanosPerUnit ? 1 : 0;
            var units = (Int128)_units + other._units + carry;
            if (units >= long.MinValue && units <= long.MaxValue)
            {
                return new Quantity((long)units, nanos - (carry * NanosPerUnit), null, format, string.Empty);
            }
        }

        return FromNanos(Nanos + other.Nanos, format, string.Empty);
    }

    /// <summary>The difference, printed as this quantity is; as the other one when this is 0.</summary>
    /// <param name="other">What to subtract.</param>
    public Quantity Subtract(Quantity other) => Add(other.Negate());

    /// <summary>The product with a whole number, printed as this quantity is.</summary>
    /// <param name="factor">How many times.</param>
    public Quantity Multiply(int factor)
    {
        if (_large is null && _nanos == 0)
        {
            var units = (Int128)_units * factor;
            if (units >= long.MinValue && units <= long.MaxValue)
            {
                return FromUnits((long)units, Format, string.Empty);
            }
        }

        return FromNanos(Nanos * factor, Format, string.Empty);
    }

    /// <summary>The product with a factor such as an overcommit of 1.5, exact, then rounded away from zero to the billionth.</summary>
    /// <param name="factor">How many times.</param>
    public Quantity Multiply(decimal factor)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(factor, bits);
        var unscaled = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var product = Nanos * (bits[3] < 0 ? -unscaled : unscaled);
        return FromNanos(DivideUp(product, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF)), Format, string.Empty);
    }

    /// <summary>The value with the other sign.</summary>
    public Quantity Negate() => _large is null && _nanos == 0 && _units != long.MinValue
        ? FromUnits(-_units, Format, string.Empty)
        : FromNanos(-Nanos, Format, string.Empty);

    /// <summary>The value in whole units, a fraction rounded away from zero, as the API server's <c>Value()</c> does with what is above zero; false when it does not fit, where that one wraps around.</summary>
    /// <param name="units">The value.</param>
    public bool TryToInt64(out long units)
    {
        var rounded = _large is null && _nanos == 0 ? _units : DivideUp(Nanos, NanosPerUnit);
        var fits = rounded >= long.MinValue && rounded <= long.MaxValue;
        units = fits ? (long)rounded : 0;
        return fits;
    }

    /// <inheritdoc/>
    public int CompareTo(Quantity other)
    {
        if (_large is not null || other._large is not null)
        {
            return Nanos.CompareTo(other.Nanos);
        }

        return _units == other._units ? _nanos.CompareTo(other._nanos) : _units.CompareTo(other._units);
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Quantity other => CompareTo(other),
        _ => throw new ArgumentException("only a Quantity can be compared with a Quantity", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(Quantity other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _large is { } large ? large.GetHashCode() : HashCode.Combine(_units, _nanos);

    /// <summary>The canonical text, the one that the API server answers with: <c>0.5</c> becomes <c>500m</c>, <c>1024Mi</c> becomes <c>1Gi</c>.</summary>
    /// <remarks>
    /// The API server leaves alone a few texts that differ from it only in a sign, zeros or the letter E, such as <c>+1</c>, <c>1.500</c> and <c>1E3</c>.
    /// Bytes that 1024 does not divide print as digits alone, and those read as a decimal number: <c>62.5Ki</c> prints as <c>64000</c>, which prints as <c>64k</c>.
    /// </remarks>
    public override string ToString() => QuantityPrinter.Print(this);

    internal bool TryGetUnits(out long units)
    {
        units = _units;
        return _large is null && _nanos == 0;
    }

    internal static Quantity FromUnits(long units, QuantityFormat format, string suffix) => new(units, 0, null, format, suffix);

    internal static Quantity FromNanos(BigInteger nanos, QuantityFormat format, string suffix)
    {
        var units = BigInteger.DivRem(nanos, NanosPerUnit, out var rest);
        if (rest.Sign < 0)
        {
            units -= 1;
            rest += NanosPerUnit;
        }

        return units >= long.MinValue && units <= long.MaxValue
            ? new Quantity((long)units, (int)rest, null, format, suffix)
            : new Quantity(0, 0, nanos, format, suffix);
    }

    /// <summary>Billionths whose whole units fit in 64 bits.</summary>
    internal static Quantity FromNanos(Int128 nanos, QuantityFormat format, string suffix)
    {
        var (units, rest) = nanos >= long.MinValue && nanos <= long.MaxValue ? Split((long)nanos) : Split(nanos);
        return rest < 0 ? new Quantity(units - 1, rest + NanosPerUnit, null, format, suffix) : new Quantity(units, rest, null, format, suffix);
    }

    internal bool TryGetNanos(out long nanos)
    {
        // Ten thousand million units are 10^19 billionths, just too many.
        var fits = _large is null && _units is > -9_000_000_000 and < 9_000_000_000;
        nanos = fits ? (_units * NanosPerUnit) + _nanos : 0;
        return fits;
    }

    private static (long Units, int Nanos) Split(long nanos) => (nanos / NanosPerUnit, (int)(nanos % NanosPerUnit));

    private static (long Units, int Nanos) Split(Int128 nanos) => ((long)(nanos / NanosPerUnit), (int)(nanos % NanosPerUnit));

    internal static BigInteger DivideUp(BigInteger value, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(value, divisor, out var rest);
        return rest.IsZero ? quotient : quotient + value.Sign;
    }
}
