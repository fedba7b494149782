using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Hardening.Primitives;

/// <summary>Reads single addresses, strictly.</summary>
internal static class IPAddressParser
{
    public static ParseError? Read(ReadOnlySpan<char> text, bool isIPv6, out UInt128 number)
    {
        number = 0;
        return isIPv6 ? ReadIPv6(text, out number) : ReadIPv4(text, out number);
    }

    private static ParseError? ReadIPv4(ReadOnlySpan<char> text, out UInt128 number)
    {
        number = 0;
        var parts = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '.')
            {
                if (!char.IsAsciiDigit(text[i]))
                {
                    return new ParseError(i, "an IPv4 address has only digits and dots");
                }

                continue;
            }

            var part = text[start..i];
            if (part.IsEmpty || part.Length > 3 || int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture) > 255)
            {
                return new ParseError(start, "each part of an IPv4 address is a number from 0 to 255");
            }

            if (part.Length > 1 && part[0] == '0')
            {
                return new ParseError(start, "a part of an IPv4 address has no leading zero");
            }

            number = (number << 8) | (uint)int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
            parts++;
            start = i + 1;
        }

        return parts == 4 ? null : ParseError.Whole("an IPv4 address has four parts");
    }

    private static ParseError? ReadIPv6(ReadOnlySpan<char> text, out UInt128 number)
    {
        number = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                return new ParseError(i, "an address in a policy has no zone");
            }

            if (!char.IsAsciiHexDigit(text[i]) && text[i] is not (':' or '.'))
            {
                return new ParseError(i, "an IPv6 address has only hexadecimal digits and colons");
            }
        }

        if (!IPAddress.TryParse(text, out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return ParseError.Whole("an IPv6 address has eight groups of up to four hexadecimal digits, of which :: shortens zeros once");
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return ParseError.Whole($"this is IPv4 in IPv6 notation: write {address.MapToIPv4()}");
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        number = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return null;
    }
}
