using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Primitives.Tests.Quantities;

public sealed class QuantityProperties
{
    private static readonly string[] Suffixes = ["", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "E-6", "e+12", "e0"];

    [Property(MaxTest = 2000)]
    public Property What_is_printed_reads_as_the_same_value_and_prints_the_same() => Prop.ForAll(Texts(), text =>
    {
        var quantity = Quantity.Parse(text);
        var again = Quantity.Parse(quantity.ToString());
        return again == quantity && again.GetHashCode() == quantity.GetHashCode() && again.ToString() == SettledText(quantity);
    });

    [Property(MaxTest = 2000)]
    public Property The_value_is_what_exact_arithmetic_says() => Prop.ForAll(Numbers(), number =>
    {
        var (digits, fraction, suffix) = number;
        var quantity = Quantity.Parse($"{digits}.{fraction:D3}{suffix}");
        var thousandths = (digits * new BigInteger(1000)) + fraction;
        var (numerator, denominator) = Factor(suffix);
        var expected = Quantity.Parse("1n").Nanos * thousandths * numerator * 1_000_000;
        var rounded = BigInteger.DivRem(expected, denominator, out var rest) + (rest.IsZero ? 0 : 1);
        return quantity.Nanos == (suffix.EndsWith('i') ? BigInteger.Min(rounded, (BigInteger)long.MaxValue * 1_000_000_000) : rounded);
    });

    [Property(MaxTest = 1000)]
    public Property Addition_commutes_in_value_and_subtraction_undoes_it() => Prop.ForAll(Texts(), Texts(), (left, right) =>
    {
        var (a, b) = (Quantity.Parse(left), Quantity.Parse(right));
        return a + b == b + a && a + b - b == a && (a + b).Nanos == a.Nanos + b.Nanos;
    });

    [Property(MaxTest = 1000)]
    public Property Multiplying_is_repeated_addition(int factor) => Prop.ForAll(Texts(), text => (Quantity.Parse(text) * factor).Nanos == Quantity.Parse(text).Nanos * factor);

    [Property(MaxTest = 1000)]
    public Property Order_is_that_of_the_values() => Prop.ForAll(Texts(), Texts(), (left, right) =>
    {
        var (a, b) = (Quantity.Parse(left), Quantity.Parse(right));
        return Math.Sign(a.CompareTo(b)) == a.Nanos.CompareTo(b.Nanos) && (a == b) == (a.Nanos == b.Nanos);
    });

    [Property(MaxTest = 3000)]
    public bool No_text_fails_other_than_by_being_refused_with_a_place_in_it(string? text)
    {
        return Quantity.TryParse(text, out var value, out var error)
            ? value == Quantity.Parse(text)
            : error.Message.Length > 0 && error.Position <= (text?.Length ?? 0);
    }

    /// <summary>Bytes that no binary suffix divides print as digits alone, which read as a decimal number and may then take a decimal suffix.</summary>
    private static string SettledText(Quantity quantity)
    {
        var text = quantity.ToString();
        return quantity.Format == QuantityFormat.BinarySI && char.IsAsciiDigit(text[^1]) && quantity.TryToInt64(out var bytes)
            ? Quantity.FromInteger(bytes).ToString()
            : text;
    }

    private static Arbitrary<string> Texts() =>
        (from sign in Gen.Elements("", "-", "+")
         from whole in Gen.Choose(0, int.MaxValue)
         from more in Gen.Elements("", "000", "123456789", "99999999999999999999")
         from fraction in Gen.Elements("", ".", ".5", ".25", ".125", ".000000001", ".0000000001", ".999999999999")
         from suffix in Gen.Elements(Suffixes)
         select $"{sign}{whole}{more}{fraction}{suffix}").ToArbitrary();

    private static Arbitrary<(int Digits, int Fraction, string Suffix)> Numbers() =>
        (from digits in Gen.Choose(0, 2_000_000)
         from fraction in Gen.Choose(0, 999)
         from suffix in Gen.Elements("", "n", "u", "m", "k", "M", "Ki", "Mi", "Gi", "Ei", "e3", "e-3")
         select (digits, fraction, suffix)).ToArbitrary();

    private static (BigInteger Numerator, BigInteger Denominator) Factor(string suffix) => suffix switch
    {
        "n" => (1, 1_000_000_000),
        "u" => (1, 1_000_000),
        "m" or "e-3" => (1, 1000),
        "k" or "e3" => (1000, 1),
        "M" => (1_000_000, 1),
        "Ki" => (1024, 1),
        "Mi" => (BigInteger.Pow(1024, 2), 1),
        "Gi" => (BigInteger.Pow(1024, 3), 1),
        "Ei" => (BigInteger.Pow(1024, 6), 1),
        _ => (1, 1),
    };
}
