namespace Hardening.Primitives;

/// <summary>The grammar of a registry's host: DNS components or an IPv6 address in brackets, then optionally a port.</summary>
internal static class ImageHostRules
{
    public static ParseError? Check(ReadOnlySpan<char> host)
    {
        var end = host.IsEmpty || host[0] != '[' ? host.IndexOf(':') : host.IndexOf(']') + 1;
        end = end < 0 ? host.Length : end;
        var problem = host[0] == '[' ? CheckAddress(host[..end]) : CheckComponents(host[..end]);
        if (problem is not null || end == host.Length)
        {
            return problem;
        }

        if (host[end] != ':')
        {
            return new ParseError(end, "only a port can follow the address");
        }

        var port = host[(end + 1)..];
        var bad = port.IndexOfAnyExceptInRange('0', '9');
        return port.IsEmpty || bad >= 0 ? new ParseError(end + 1 + Math.Max(bad, 0), "a port is a number") : null;
    }

    private static ParseError? CheckAddress(ReadOnlySpan<char> address)
    {
        if (address.Length < 3)
        {
            return new ParseError(0, "an IPv6 address stands in brackets");
        }

        for (var i = 1; i < address.Length - 1; i++)
        {
            if (!char.IsAsciiHexDigit(address[i]) && address[i] != ':')
            {
                return new ParseError(i, "an IPv6 address has only hexadecimal digits and colons");
            }
        }

        return null;
    }

    private static ParseError? CheckComponents(ReadOnlySpan<char> host)
    {
        var start = 0;
        for (var i = 0; i <= host.Length; i++)
        {
            if (i < host.Length && host[i] != '.')
            {
                if (!char.IsAsciiLetterOrDigit(host[i]) && host[i] != '-')
                {
                    return new ParseError(i, "a host has only letters, digits, hyphens and dots");
                }

                continue;
            }

            if (i == start)
            {
                return new ParseError(i, "a part of the host is missing here");
            }

            if (host[start] == '-' || host[i - 1] == '-')
            {
                return new ParseError(host[start] == '-' ? start : i - 1, "a part of a host starts and ends with a letter or digit");
            }

            start = i + 1;
        }

        return null;
    }
}
