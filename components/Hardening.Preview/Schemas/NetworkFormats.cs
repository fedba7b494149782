using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Hardening.Preview.Common;

namespace Hardening.Preview.Schemas;

/// <summary>Addresses, host names and URIs as the API server reads them.</summary>
internal static class NetworkFormats
{
    private const int LongestHostname = 255;
    private const int LongestLabel = 63;

    private static readonly CharacterSet NotInAuthority = new(" \"<>^`{|}\\");

    /// <summary>Four decimal numbers; leading zeros count for nothing. An IPv4 address inside an IPv6 one passes too.</summary>
    public static bool IsIPv4(string text) => text.Contains(':', StringComparison.Ordinal) ? text.Contains('.', StringComparison.Ordinal) && IsIPv6(text) : IsDottedQuad(text);

    public static bool IsIPv6(string text)
    {
        foreach (var c in text)
        {
            // .NET also takes zones, brackets and ports.
            if (!char.IsAsciiHexDigit(c) && c is not (':' or '.'))
            {
                return false;
            }
        }

        return text.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
    }

    /// <summary>6, 8 or 20 bytes: pairs of hexadecimal digits with colons or dashes, or fours with dots.</summary>
    public static bool IsMac(string text)
    {
        var separator = text.Contains('.', StringComparison.Ordinal) ? '.' : text.Contains('-', StringComparison.Ordinal) ? '-' : ':';
        var width = separator == '.' ? 4 : 2;
        var groups = text.Split(separator);
        return groups.Length * width / 2 is 6 or 8 or 20 && Array.TrueForAll(groups, group => group.Length == width && group.All(char.IsAsciiHexDigit));
    }

    /// <summary>
    /// One label with at most one dash, right behind its first character, or labels that end in one of letters. Letters and symbols of any script pass.
    /// </summary>
    public static bool IsHostname(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > LongestHostname)
        {
            return false;
        }

        var labels = text.Split('.');
        if (Array.Exists(labels, static label => Encoding.UTF8.GetByteCount(label) > LongestLabel))
        {
            return false;
        }

        if (labels.Length == 1)
        {
            var rest = text.EnumerateRunes().Skip(1).ToList();
            return text.Length > 0 && IsHostCharacter(text.EnumerateRunes().First()) && rest.Skip(rest.Count > 0 && rest[0].Value == '-' ? 1 : 0).All(IsHostCharacter);
        }

        return labels[^1].EnumerateRunes().All(Rune.IsLetter) && labels[^1].EnumerateRunes().Count() >= 2
            && labels[..^1].All(static label => label.Length > 0
                && IsHostCharacter(label.EnumerateRunes().First())
                && IsHostCharacter(label.EnumerateRunes().Last())
                && label.EnumerateRunes().All(static rune => rune.Value == '-' || IsHostCharacter(rune)));
    }

    /// <summary>An absolute URI or an absolute path, with sound escapes.</summary>
    public static bool IsUri(string text)
    {
        if (text.Length == 0 || text.Any(static c => c is < ' ' or '\u007f'))
        {
            return false;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var hasScheme = colon > 0 && char.IsAsciiLetter(text[0]) && text[..colon].All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
        if (text == "*")
        {
            return true;
        }

        var rest = hasScheme ? text[(colon + 1)..] : text;
        rest = rest.Split('?', 2)[0];
        if (!rest.StartsWith('/'))
        {
            return hasScheme;
        }

        if (!hasScheme || !rest.StartsWith("//", StringComparison.Ordinal))
        {
            return HasSoundEscapes(rest);
        }

        var slash = rest.IndexOf('/', 2);
        var authority = slash < 0 ? rest[2..] : rest[2..slash];
        return IsAuthority(authority) && (slash < 0 || HasSoundEscapes(rest[slash..]));
    }

    private static bool IsAuthority(string authority)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var end = host.LastIndexOf(']');
        var port = host.IndexOf(':', end + 1);
        return (port < 0 || host[(port + 1)..].All(char.IsAsciiDigit))
            && host.StartsWith('[') == (end > 0)
            && !authority.Any(NotInAuthority.Contains)
            && HasSoundEscapes(authority);
    }

    private static bool HasSoundEscapes(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDottedQuad(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && Array.TrueForAll(parts, static part => part.Length > 0 && part.All(char.IsAsciiDigit)
            && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 255);
    }

    private static bool IsHostCharacter(Rune rune) => Rune.IsLetter(rune) || Rune.IsSymbol(rune) || (rune.IsAscii && Rune.IsDigit(rune));
}
