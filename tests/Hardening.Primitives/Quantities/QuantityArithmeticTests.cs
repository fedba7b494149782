using System.Numerics;

namespace Hardening.Primitives.Tests.Quantities;

public sealed class QuantityArithmeticTests
{
    [Theory]
    [InlineData("100m", "900m", "1")]
    [InlineData("1Gi", "512Mi", "1536Mi")]
    [InlineData("1Gi", "1G", "2073741824")]
    [InlineData("0", "1Gi", "1Gi")]
    [InlineData("1", "1Ki", "1025")]
    [InlineData("1n", "1E", "1000000000000000000000000001n")]
    [InlineData("-1500m", "1", "-500m")]
    [InlineData("9223372036854775807", "1", "9223372036854775808")]
    public void A_sum_is_exact_and_prints_as_the_first_addend(string left, string right, string sum)
    {
        Assert.Equal(sum, (Quantity.Parse(left) + Quantity.Parse(right)).ToString());
    }

    [Theory]
    [InlineData("1", "100m", "900m")]
    [InlineData("1Gi", "1Gi", "0")]
    [InlineData("100m", "1", "-900m")]
    [InlineData("0", "9223372036854775807", "-9223372036854775807")]
    public void A_difference_is_exact(string left, string right, string difference)
    {
        Assert.Equal(difference, (Quantity.Parse(left) - Quantity.Parse(right)).ToString());
    }

    [Theory]
    [InlineData("250m", 4, "1")]
    [InlineData("512Mi", 3, "1536Mi")]
    [InlineData("1Ei", 1000, "1000Ei")]
    [InlineData("7Ei", int.MaxValue, "15032385529Ei")]
    [InlineData("-1n", int.MinValue, "2147483648n")]
    [InlineData("5", 0, "0")]
    public void A_multiple_is_exact_beyond_what_a_quantity_can_be_read_as(string quantity, int factor, string product)
    {
        Assert.Equal(product, (Quantity.Parse(quantity) * factor).ToString());
    }

    [Theory]
    [InlineData("56Gi", "1.5", "84Gi")]
    [InlineData("100m", "0.333", "33300u")]
    [InlineData("1n", "0.1", "1n")]
    [InlineData("-1n", "0.1", "-1n")]
    [InlineData("1", "-2.5", "-2500m")]
    public void A_factor_such_as_an_overcommit_is_exact_to_the_billionth(string quantity, string factor, string product)
    {
        Assert.Equal(product, Quantity.Parse(quantity).Multiply(decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture)).ToString());
    }

    [Theory]
    [InlineData("1", "1000m", 0)]
    [InlineData("1Gi", "1G", 1)]
    [InlineData("1Ki", "1k", 1)]
    [InlineData("-1", "1n", -1)]
    [InlineData("-1500m", "-1", -1)]
    [InlineData("1e30", "1E", 1)]
    [InlineData("0.1", "100m", 0)]
    public void Quantities_compare_by_value(string left, string right, int expected)
    {
        var (a, b) = (Quantity.Parse(left), Quantity.Parse(right));

        Assert.Equal(expected, Math.Sign(a.CompareTo(b)));
        Assert.Equal(-expected, Math.Sign(b.CompareTo(a)));
        Assert.Equal(expected == 0, a == b);
        Assert.Equal(expected < 0, a < b);
        Assert.Equal(expected <= 0, a <= b);
        Assert.Equal(expected > 0, a > b);
        Assert.Equal(expected >= 0, a >= b);
        Assert.Equal(expected >= 0 ? a : b, Quantity.Max(a, b));
        Assert.Equal(expected <= 0 ? a : b, Quantity.Min(a, b));
    }

    [Fact]
    public void Sums_that_floating_point_gets_wrong_are_right()
    {
        var sum = Enumerable.Range(0, 10).Aggregate(Quantity.Zero, (total, _) => total + Quantity.Parse("0.1"));

        Assert.Equal(Quantity.Parse("1"), sum);
    }

    [Theory]
    [InlineData("1500m", true, 2)]
    [InlineData("-1500m", true, -2)]
    [InlineData("1Gi", true, 1073741824)]
    [InlineData("1n", true, 1)]
    [InlineData("1e30", false, 0)]
    public void Whole_units_round_away_from_zero_as_the_API_server_does(string text, bool fits, long expected)
    {
        Assert.Equal(fits, Quantity.Parse(text).TryToInt64(out var units));
        Assert.Equal(expected, units);
    }

    [Fact]
    public void Default_is_zero()
    {
        Assert.Equal("0", default(Quantity).ToString());
        Assert.True(Quantity.Zero.IsZero);
        Assert.Equal(string.Empty, Quantity.Zero.Suffix);
        Assert.Equal(Quantity.Parse("0Ki"), default);
    }

    [Fact]
    public void Whole_numbers_and_bytes_can_be_stated_without_text()
    {
        Assert.Equal("2k", Quantity.FromInteger(2000).ToString());
        Assert.Equal("2Gi", Quantity.FromBytes(2L << 30).ToString());
        Assert.Equal("-9223372036854775808", Quantity.FromInteger(long.MinValue).ToString());
        Assert.Equal("9223372036854775808", (-Quantity.FromInteger(long.MinValue)).ToString());
        Assert.Equal(new BigInteger(-1_500_000_000), Quantity.Parse("-1.5").Nanos);
    }

    [Fact]
    public void Comparing_with_something_else_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => Quantity.Zero.CompareTo("0"));
        Assert.Equal(1, Quantity.Zero.CompareTo(null));
    }
}
