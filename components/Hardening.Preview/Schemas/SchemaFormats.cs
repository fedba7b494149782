using System.Buffers.Text;
using System.Net.Mail;
using Hardening.Primitives;

namespace Hardening.Preview.Schemas;

/// <summary>
/// The formats that the API server enforces (apiextensions-apiserver's supported formats, as kube-openapi's strfmt decides them); any other says
/// nothing. Dashes in a format's name say nothing either. <c>int32</c> the API server leaves to the controller, whose decoding fails beyond it.
/// </summary>
internal static class SchemaFormats
{
    private const double TwoTo31 = 2147483648d;
    private const double TwoTo63 = 9223372036854775808d;

    /// <summary>What the text should have been, or null where it is fine.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">The format.</param>
    /// <param name="isStrict">Whether the schema is that of a definition; core kinds decode their texts themselves, a little more freely.</param>
    public static string? Violation(string text, string format, bool isStrict) => Normal(format) switch
    {
        "byte" when !(isStrict ? IsBase64(text) : Base64.IsValid(text)) => "base64",
        "datetime" when !TimeFormats.IsDateTime(text) => "a date and time such as 2026-01-31T12:00:00Z",
        "date" when !TimeFormats.IsDate(text) => "a date such as 2026-01-31",
        "duration" when !TimeFormats.IsDuration(text) => "a duration such as 1h30m",
        "cidr" when !Cidr.TryParse(text, out var cidr, out _) || cidr.IsBareAddress => "an address range such as 10.0.0.0/8",
        "ipv4" when !NetworkFormats.IsIPv4(text) => "an IPv4 address",
        "ipv6" when !NetworkFormats.IsIPv6(text) => "an IPv6 address",
        "hostname" when !NetworkFormats.IsHostname(text) => "a host name such as www.example.com",
        "uri" when !NetworkFormats.IsUri(text) => "a URI such as https://example.com/path",
        "mac" when !NetworkFormats.IsMac(text) => "a MAC address such as 00:00:5e:00:53:01",
        "email" when !MailAddress.TryCreate(text, out _) => "an email address",
        "uuid" when !IsUuid(text, null) => "a UUID",
        "uuid3" when !IsUuid(text, '3') => "a UUID of version 3",
        "uuid4" when !IsUuid(text, '4') => "a UUID of version 4",
        "uuid5" when !IsUuid(text, '5') => "a UUID of version 5",
        "hexcolor" when !IsHexColor(text) => "a colour such as #00ff7f",
        "rgbcolor" when !NumberFormats.IsRgbColor(text) => "a colour such as rgb(0, 255, 127)",
        "isbn" when !NumberFormats.IsIsbn(text) => "an ISBN",
        "isbn10" when !NumberFormats.IsIsbn10(text) => "an ISBN of 10 digits",
        "isbn13" when !NumberFormats.IsIsbn13(text) => "an ISBN of 13 digits",
        "creditcard" when !NumberFormats.IsCreditCard(text) => "a credit card's number",
        "ssn" when !NumberFormats.IsSsn(text) => "a social security number such as 123-45-6789",
        "bsonobjectid" when text.Length != 24 || !IsHex(text) => "24 hexadecimal digits",
        "k8sshortname" when KubernetesName.CheckLabel(text) is { } violation => $"a Kubernetes name without dots: {violation}",
        "k8slongname" when KubernetesName.CheckSubdomain(text) is { } violation => $"a Kubernetes name: {violation}",
        "quantity" when !isStrict && !Quantity.TryParse(text, out _, out _) => "a quantity such as 500m or 64Mi",
        _ => null,
    };

    /// <summary>What the number should have been, or null where it is fine.</summary>
    public static string? Violation(double number, SchemaKeywords keywords) => keywords.Format switch
    {
        "int32" when number < -TwoTo31 || number >= TwoTo31 => "a 32-bit integer",
        _ when (keywords.Type == "integer" || keywords.IsIntOrString || keywords.Format == "int64") && (number < -TwoTo63 || number >= TwoTo63) => "a 64-bit integer",
        _ => null,
    };

    private static string Normal(string format) => format.Contains('-', StringComparison.Ordinal) ? format.Replace("-", "", StringComparison.Ordinal) : format;

    /// <summary>Standard alphabet, padded, and not empty.</summary>
    private static bool IsBase64(string text) => text.Length > 0 && text.Length % 4 == 0 && !text.AsSpan().ContainsAny(" \t\r\n") && Base64.IsValid(text);

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHexColor(string text)
    {
        var digits = text.StartsWith('#') ? text.AsSpan(1) : text;
        return digits.Length is 3 or 6 && IsHex(digits);
    }

    /// <summary>32 hexadecimal digits; between the groups a dash may stand.</summary>
    private static bool IsUuid(string text, char? version)
    {
        Span<char> digits = stackalloc char[32];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '-' && count is 8 or 12 or 16 or 20 && text[i - 1] != '-')
            {
                continue;
            }

            if (count == digits.Length || !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }

            digits[count++] = text[i];
        }

        return count == digits.Length
            && (version is null || digits[12] == version)
            && (version is not ('4' or '5') || digits[16] is '8' or '9' or 'a' or 'b' or 'A' or 'B');
    }
}
