namespace Hardening.Preview.Tests.Schemas;

/// <summary>The formats that the API server enforces, as it decides them.</summary>
public class FormatTests
{
    [Theory]
    [InlineData("date-time", "2026-01-31T12:00:00Z|2026-01-31t12:00:00.123z|2026-01-31T12:00:00+02:00|2026-01-31T23:59:59.1-11:30", "|tomorrow|2026-01-31|2026-01-31 12:00:00Z|2026-01-31T12:00:00|2026-02-30T12:00:00Z|2026-01-31T24:00:00Z|2026-01-31T12:00:60Z|2026-01-31T12:00:00.Z|2026-01-31T12:00:00+2:00", "a date and time such as 2026-01-31T12:00:00Z")]
    [InlineData("datetime", "2026-01-31T12:00:00Z", "x", "a date and time such as 2026-01-31T12:00:00Z")]
    [InlineData("date", "2026-01-31|2024-02-29", "|2026-02-29|2026-1-1|31.01.2026", "a date such as 2026-01-31")]
    [InlineData("duration", "1h30m|0|5s|1.5h|100ms|2 days|3 weeks|1 sec|7µs|2w|+5m", "|5|h|1x|5 apples|99999999999999999999s", "a duration such as 1h30m")]
    [InlineData("byte", "YQ==|YWI=|YWJj", "|YQ|YQ=|a b=|YQ==\n|****", "base64")]
    [InlineData("uuid", "123e4567-e89b-12d3-a456-426614174000|123E4567E89B12D3A456426614174000", "|123e4567-e89b-12d3-a456-42661417400|123e4567--e89b-12d3-a456-426614174000|123e-4567e89b12d3a456426614174000|g23e4567-e89b-12d3-a456-426614174000", "a UUID")]
    [InlineData("uuid4", "123e4567-e89b-42d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000|123e4567-e89b-42d3-c456-426614174000", "a UUID of version 4")]
    [InlineData("ipv4", "10.0.0.1|010.0.0.1|::ffff:10.0.0.1", "|10.1|1|10.0.0.256|10.0.0.1.2|0x0a.0.0.1|::1|10.0.0.1/8", "an IPv4 address")]
    [InlineData("ipv6", "::1|fe80::1|::ffff:10.0.0.1", "|10.0.0.1|fe80::1%eth0|[::1]|:::|::1/64", "an IPv6 address")]
    [InlineData("cidr", "10.0.0.0/8|10.0.0.1/8|::/0", "|10.0.0.0|10.0.0.0/33|a/8", "an address range such as 10.0.0.0/8")]
    [InlineData("hostname", "localhost|a-b|www.example.com|a-b-c.example.org|xn--a.example.com|bücher.example", "|-a.example.com|a-.example.com|a_b|a-b-c|example.c|example.com.|a..example.com", "a host name such as www.example.com")]
    [InlineData("uri", "https://example.com|https://a:b@example.com:80/x?y=z#f|/path|mailto:a@example.com|urn:x:y|*|http://[::1]:80/", "|example.com|a b|http://exa mple.com|http://example.com:x/|/%zz|http://a/%2|://x", "a URI such as https://example.com/path")]
    [InlineData("email", "a@example.com|Ann <ann@example.com>", "|a|a@|@b", "an email address")]
    [InlineData("mac", "00:00:5e:00:53:01|00-00-5e-00-53-01|0000.5e00.5301|02:00:5e:10:00:00:00:01", "|00:00:5e:00:53|00:00:5e:00:53:0g|00:00-5e:00:53:01|0:0:5e:0:53:1", "a MAC address such as 00:00:5e:00:53:01")]
    [InlineData("hexcolor", "#00ff7f|fff", "|#ffff|#ggg", "a colour such as #00ff7f")]
    [InlineData("rgbcolor", "rgb(0,128,255)|rgb( 9 , 10,\t249 )|rgb(199,1,25)", "|rgb(256,0,0)|rgb(01,0,0)|rgba(0,0,0)|rgb(0,0)|rgb(0,0,0) ", "a colour such as rgb(0, 255, 127)")]
    [InlineData("isbn", "0-306-40615-2|978-0-306-40615-7|080442957X", "|978|0-306-40615-3|978-0-306-40615-8", "an ISBN")]
    [InlineData("isbn10", "0306406152|0 8044 2957 X", "|030640615X|X306406152|9780306406157", "an ISBN of 10 digits")]
    [InlineData("isbn13", "9780306406157", "|0306406152|978030640615X", "an ISBN of 13 digits")]
    [InlineData("creditcard", "4111 1111 1111 1111|4111-1111-1111-1111|378282246310005", "|4111111111111112|1111111111111117|no", "a credit card's number")]
    [InlineData("ssn", "123-45-6789|123 45 6789", "|123456789|123-45-678|123-456-789", "a social security number such as 123-45-6789")]
    [InlineData("bsonobjectid", "507f1f77bcf86cd799439011", "|507f1f77bcf86cd79943901|507f1f77bcf86cd79943901x", "24 hexadecimal digits")]
    public void A_text_has_the_format_or_is_refused(string format, string valid, string invalid, string expected)
    {
        var schema = $$"""{"type":"string","format":"{{format}}"}""";

        Assert.All(valid.Split('|'), text => Assert.Equal("", Validated.Member(schema, Json(text))));
        Assert.All(invalid.Split('|'), text => Assert.Equal($"a: must be {expected} (got \"{text.ReplaceLineEndings("\\n")}\")", Validated.Member(schema, Json(text))));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("int-or-string")]
    [InlineData("my-own")]
    [InlineData("quantity")]
    public void A_format_that_the_api_server_ignores_refuses_nothing(string format) => Assert.Equal("", Validated.Member($$"""{"format":"{{format}}"}""", "\"x\""));

    [Fact]
    public void A_short_or_long_name_of_Kubernetes_is_checked()
    {
        Assert.Equal("", Validated.Member("""{"type":"string","format":"k8s-short-name"}""", "\"a-b\""));
        Assert.StartsWith("a: must be a Kubernetes name without dots: ", Validated.Member("""{"type":"string","format":"k8s-short-name"}""", "\"a.b\""), StringComparison.Ordinal);
        Assert.Equal("", Validated.Member("""{"type":"string","format":"k8s-long-name"}""", "\"a.b\""));
        Assert.StartsWith("a: must be a Kubernetes name: ", Validated.Member("""{"type":"string","format":"k8s-long-name"}""", "\"A\""), StringComparison.Ordinal);
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
