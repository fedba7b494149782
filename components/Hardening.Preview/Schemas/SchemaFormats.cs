using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hardening.Primitives;

namespace Hardening.Preview.Schemas;

/// <summary>The formats that the API server enforces and that occur in schemas; any other says nothing.</summary>
internal static class SchemaFormats
{
    private const double TwoTo31 = 2147483648d;
    private const double TwoTo63 = 9223372036854775808d;

    /// <summary>What the text should have been, or null where it is fine.</summary>
    public static string? Violation(string text, string format) => format switch
    {
        "byte" when !Base64.IsValid(text) => "base64",
        "date-time" when !IsDateTime(text) => "a date and time such as 2026-01-31T12:00:00Z",
        "date" when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "a date such as 2026-01-31",
        "cidr" when !Cidr.TryParse(text, out var cidr, out _) || cidr.IsBareAddress => "an address range such as 10.0.0.0/8",
        "ipv4" when !IsAddress(text, AddressFamily.InterNetwork) => "an IPv4 address",
        "ipv6" when !IsAddress(text, AddressFamily.InterNetworkV6) => "an IPv6 address",
        "uuid" when !Guid.TryParseExact(text, "D", out _) => "a UUID",
        _ => null,
    };

    /// <summary>What the number should have been, or null where it is fine.</summary>
    public static string? Violation(double number, SchemaKeywords keywords) => keywords.Format switch
    {
        "int32" when number < -TwoTo31 || number >= TwoTo31 => "a 32-bit integer",
        "int64" when number < -TwoTo63 || number >= TwoTo63 => "a 64-bit integer",
        null when keywords.Type == "integer" && (number < -TwoTo63 || number >= TwoTo63) => "a 64-bit integer",
        _ => null,
    };

    private static bool IsAddress(string text, AddressFamily family) => IPAddress.TryParse(text, out var address) && address.AddressFamily == family && !text.Contains('%', StringComparison.Ordinal);

    private static bool IsDateTime(string text) => text.Length >= 20 && text[10] is 'T' or 't'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
