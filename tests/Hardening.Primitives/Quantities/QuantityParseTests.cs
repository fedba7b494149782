namespace Hardening.Primitives.Tests.Quantities;

public sealed class QuantityParseTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+0", "0")]
    [InlineData("0Ki", "0")]
    [InlineData("1", "1")]
    [InlineData("+1", "1")]
    [InlineData("-1", "-1")]
    [InlineData("007", "7")]
    [InlineData("1.", "1")]
    [InlineData(".5", "500m")]
    [InlineData("0.5", "500m")]
    [InlineData("1.5", "1500m")]
    [InlineData("1.0", "1")]
    [InlineData("100m", "100m")]
    [InlineData("1000m", "1")]
    [InlineData("0.1m", "100u")]
    [InlineData("1000u", "1m")]
    [InlineData("1n", "1n")]
    [InlineData("0.5n", "1n")]
    [InlineData("-0.5n", "-1n")]
    [InlineData("1.0000000001", "1000000001n")]
    [InlineData("1k", "1k")]
    [InlineData("1000", "1k")]
    [InlineData("1500", "1500")]
    [InlineData("1000000", "1M")]
    [InlineData("1G", "1G")]
    [InlineData("1T", "1T")]
    [InlineData("1P", "1P")]
    [InlineData("1E", "1E")]
    [InlineData("1000E", "1e21")]
    [InlineData("1500E", "1500E")]
    [InlineData("1E3", "1e3")]
    [InlineData("1e3", "1e3")]
    [InlineData("12e4", "120e3")]
    [InlineData("1e-3", "1e-3")]
    [InlineData("1e+3", "1e3")]
    [InlineData("1e0", "1")]
    [InlineData("1e30", "1e30")]
    [InlineData("1e-30", "1e-9")]
    [InlineData("1.5e1", "15")]
    [InlineData("1Ki", "1Ki")]
    [InlineData("1.5Gi", "1536Mi")]
    [InlineData("1024Mi", "1Gi")]
    [InlineData("1023Ki", "1023Ki")]
    [InlineData("0.5Ki", "512")]
    [InlineData("62.5Ki", "64000")]
    [InlineData("1023", "1023")]
    [InlineData("0.1Ki", "102400m")]
    [InlineData("1.001Ki", "1025024m")]
    [InlineData("-2Ki", "-2Ki")]
    [InlineData("7Ei", "7Ei")]
    [InlineData("8Ei", "9223372036854775807")]
    [InlineData("-8Ei", "-9223372036854775807")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("0.000000001", "1n")]
    [InlineData("0.0000000001", "1n")]
    [InlineData("00000000000000000000000000000001Mi", "1Mi")]
    public void A_quantity_prints_as_the_API_server_prints_it(string text, string canonical)
    {
        Assert.Equal(canonical, Quantity.Parse(text).ToString());
    }

    [Theory]
    [InlineData("", "a quantity cannot be empty")]
    [InlineData(null, "a quantity cannot be empty")]
    [InlineData(".", "character 1: a digit is needed here")]
    [InlineData("+", "character 2: a digit is needed here")]
    [InlineData("-", "character 2: a digit is needed here")]
    [InlineData("-.", "character 2: a digit is needed here")]
    [InlineData("k", "character 1: a digit is needed here")]
    [InlineData(".Ki", "character 1: a digit is needed here")]
    [InlineData("+-1", "character 2: a digit is needed here")]
    [InlineData(" 1", "character 1: a digit is needed here")]
    [InlineData("1e", "character 2: an exponent needs digits after the e")]
    [InlineData("1K", "character 2: the suffix for 1000 is k, for 1024 it is Ki")]
    [InlineData("1GB", "character 2: a quantity has no unit: leave out the B")]
    [InlineData("1GiB", "character 2: a quantity has no unit: leave out the B")]
    [InlineData("1e1000", "character 2: an exponent lies between -999 and 999")]
    [InlineData("1e-99999999999999999999", "character 2: an exponent lies between -999 and 999")]
    public void What_is_no_quantity_is_refused_with_place_and_reason(string? text, string expected)
    {
        Assert.False(Quantity.TryParse(text, out _, out var error));
        Assert.Equal(expected, error.ToString());
    }

    [Theory]
    [InlineData("1ki")]
    [InlineData("1i")]
    [InlineData(".5i")]
    [InlineData("1.1.M")]
    [InlineData("1.1.1")]
    [InlineData("-3.01e-")]
    [InlineData("1e+")]
    [InlineData("1e1.5")]
    [InlineData("1e3k")]
    [InlineData("1Ee3")]
    [InlineData("1 k")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("1_000")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1mi")]
    [InlineData("1MI")]
    [InlineData("1Mi ")]
    [InlineData("1KiKi")]
    [InlineData("１")]
    [InlineData("1\u0000")]
    [InlineData("٣")]
    public void Near_misses_are_refused(string text)
    {
        Assert.False(Quantity.TryParse(text, out _, out _));
        Assert.Throws<FormatException>(() => Quantity.Parse(text));
    }

    [Fact]
    public void The_exception_has_the_text_of_the_error()
    {
        Assert.Equal("character 2: an exponent needs digits after the e", Assert.Throws<FormatException>(() => Quantity.Parse("1e")).Message);
    }

    [Fact]
    public void A_text_of_a_million_digits_is_refused_at_once()
    {
        Assert.False(Quantity.TryParse(new string('9', 1_000_000), out _, out var error));
        Assert.Equal("character 257: a quantity is at most 256 characters long", error.ToString());
    }

    [Theory]
    [InlineData("400m", "m")]
    [InlineData("1Gi", "Gi")]
    [InlineData("5", "")]
    [InlineData("1e3", "e3")]
    [InlineData("1E3", "E3")]
    public void The_suffix_as_written_is_kept_for_linting(string text, string suffix)
    {
        Assert.Equal(suffix, Quantity.Parse(text).Suffix);
    }
}
