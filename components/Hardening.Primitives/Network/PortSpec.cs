using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hardening.Primitives;

/// <summary>
/// A port, a range of ports or a port's name, with its protocol: <c>443</c>, <c>53/UDP</c>, <c>8000-8999/TCP</c>, <c>https</c>. Without a protocol it is
/// <c>ANY</c>: TCP, UDP and SCTP, as in Cilium.
/// </summary>
public sealed record PortSpec
{
    internal PortSpec(string? name, int first, int last, string protocol)
    {
        Name = name;
        First = first;
        Last = last;
        Protocol = protocol;
    }

    /// <summary>A port's name as a container declares it; <see langword="null"/> for numbers.</summary>
    public string? Name { get; }

    /// <summary>The first port of the range, 1 to 65535; 0 for a name.</summary>
    public int First { get; }

    /// <summary>The last port of the range, included; the first one for a single port; 0 for a name.</summary>
    public int Last { get; }

    /// <summary>One of <see cref="PortProtocol.All"/>.</summary>
    public string Protocol { get; }

    /// <summary>Whether more than one port is meant.</summary>
    public bool IsRange => Last > First;

    /// <summary>Reads a port.</summary>
    /// <param name="text">The text, for example <c>8000-8999/TCP</c>.</param>
    /// <param name="value">The port, when it could be read.</param>
    /// <param name="error">Where and why it could not.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PortSpec? value, out ParseError error) =>
        PortSpecParser.TryParse(text, out value, out error);

    /// <summary>Reads a port.</summary>
    /// <param name="text">The text, for example <c>8000-8999/TCP</c>.</param>
    /// <exception cref="FormatException">The text is none; the message says where and why.</exception>
    public static PortSpec Parse(string text) => TryParse(text, out var value, out var error) ? value : throw error.ToException();

    /// <summary>Whether every port and protocol of <paramref name="other"/> is in this one. A name covers only the same name.</summary>
    /// <param name="other">The port to look for.</param>
    public bool Covers(PortSpec other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Protocol == PortProtocol.Any || Protocol == other.Protocol) && Name == other.Name && First <= other.First && Last >= other.Last;
    }

    /// <summary>The canonical text; the protocol is left out where it is <c>ANY</c>.</summary>
    public override string ToString()
    {
        var port = Name ?? (IsRange ? string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}") : First.ToString(CultureInfo.InvariantCulture));
        return Protocol == PortProtocol.Any ? port : $"{port}/{Protocol}";
    }
}
