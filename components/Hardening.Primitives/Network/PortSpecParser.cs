using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hardening.Primitives;

/// <summary>Reads ports: a number, two joined by a hyphen, or a name, then optionally a slash and the protocol.</summary>
internal static class PortSpecParser
{
    private const int LargestPort = 65535;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PortSpec? value, out ParseError error)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            error = ParseError.Whole("a port cannot be empty");
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var port = slash < 0 ? text : text[..slash];
        var protocol = slash < 0 ? PortProtocol.Any : text[(slash + 1)..];
        if (!PortProtocol.All.Contains(protocol, StringComparer.Ordinal))
        {
            error = new ParseError(slash + 1, "a protocol is TCP, UDP, SCTP or ANY");
            return false;
        }

        var problem = port.AsSpan().ContainsAnyInRange('a', 'z') ? CheckName(port) : ReadNumbers(port, out value, protocol);
        if (problem is { } found)
        {
            error = found;
            return false;
        }

        error = default;
        value ??= new PortSpec(port, 0, 0, protocol);
        return true;
    }

    private static ParseError? CheckName(string port) =>
        KubernetesName.CheckPortName(port) is { } message ? ParseError.Whole(message) : null;

    private static ParseError? ReadNumbers(string port, out PortSpec? value, string protocol)
    {
        value = null;
        var hyphen = port.IndexOf('-', StringComparison.Ordinal);
        if (!TryReadPort(hyphen < 0 ? port : port[..hyphen], out var first))
        {
            return new ParseError(0, "a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name");
        }

        var last = first;
        if (hyphen >= 0 && !TryReadPort(port[(hyphen + 1)..], out last))
        {
            return new ParseError(hyphen + 1, "a range ends with a port from 1 to 65535");
        }

        if (last < first)
        {
            return new ParseError(hyphen + 1, "a range ends at or above its start");
        }

        value = new PortSpec(null, first, last, protocol);
        return null;
    }

    private static bool TryReadPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= LargestPort && text[0] != '0';
}
