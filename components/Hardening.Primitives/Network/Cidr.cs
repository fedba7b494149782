using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Hardening.Primitives;

/// <summary>
/// A block of IP addresses: <c>10.0.0.0/8</c>, <c>2001:db8::/32</c>. A bare address is the block of itself, <c>/32</c> or <c>/128</c>. Two blocks are equal when
/// they hold the same addresses; <see cref="ToString"/> is the canonical text, with the host bits cleared.
/// </summary>
/// <remarks>
/// Refused: leading zeros in IPv4 (which some read as octal), fewer than four parts, zones (<c>%eth0</c>), and IPv4 in IPv6
/// notation (<c>::ffff:10.0.0.1</c>), which would not match IPv4 traffic.
/// </remarks>
public sealed class Cidr : IEquatable<Cidr>
{
    private readonly string _written;

    private Cidr(UInt128 network, int prefixLength, bool isIPv6, bool hasHostBits, string written)
    {
        Network = network;
        PrefixLength = prefixLength;
        IsIPv6 = isIPv6;
        HasHostBits = hasHostBits;
        _written = written;
    }

    /// <summary>Every IPv4 address.</summary>
    public static Cidr AnyIPv4 { get; } = new(0, 0, isIPv6: false, hasHostBits: false, "0.0.0.0/0");

    /// <summary>Every IPv6 address.</summary>
    public static Cidr AnyIPv6 { get; } = new(0, 0, isIPv6: true, hasHostBits: false, "::/0");

    /// <summary>The first address as a number.</summary>
    public UInt128 Network { get; }

    /// <summary>How many leading bits the addresses share.</summary>
    public int PrefixLength { get; }

    /// <summary>Whether the addresses are IPv6.</summary>
    public bool IsIPv6 { get; }

    /// <summary>Whether the text had bits set behind the prefix, as in <c>10.1.2.3/8</c>: the block is then larger than it looks.</summary>
    public bool HasHostBits { get; }

    /// <summary>Whether the text stated no prefix length. Cilium's resource definition refuses such a text: write <see cref="ToString"/>.</summary>
    public bool IsBareAddress => !_written.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether the block is a single address.</summary>
    public bool IsSingleAddress => PrefixLength == Bits;

    /// <summary>Whether the block holds every address of its family.</summary>
    public bool IsAny => PrefixLength == 0;

    /// <summary>The text as written.</summary>
    public string Written => _written;

    private int Bits => IsIPv6 ? 128 : 32;

    private UInt128 Last => Network | ~Mask(PrefixLength, Bits) & Full(Bits);

    /// <summary>Reads a block or a bare address.</summary>
    /// <param name="text">The text, for example <c>192.168.1.158</c> or <c>10.0.0.0/8</c>.</param>
    /// <param name="value">The block, when it could be read.</param>
    /// <param name="error">Where and why it could not.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Cidr? value, out ParseError error)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            error = ParseError.Whole("an address cannot be empty");
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text.AsSpan() : text.AsSpan(0, slash);
        var isIPv6 = address.Contains(':');
        var problem = IPAddressParser.Read(address, isIPv6, out var number);
        var length = isIPv6 ? 128 : 32;
        problem ??= slash < 0 ? null : ReadLength(text.AsSpan(slash + 1), slash + 1, ref length);
        if (problem is { } found)
        {
            error = found;
            return false;
        }

        error = default;
        var network = number & Mask(length, isIPv6 ? 128 : 32);
        value = new Cidr(network, length, isIPv6, network != number, text);
        return true;
    }

    /// <summary>Reads a block or a bare address.</summary>
    /// <param name="text">The text, for example <c>192.168.1.158</c> or <c>10.0.0.0/8</c>.</param>
    /// <exception cref="FormatException">The text is none; the message says where and why.</exception>
    public static Cidr Parse(string text) => TryParse(text, out var value, out var error) ? value : throw error.ToException();

    /// <summary>Whether every address of <paramref name="other"/> is in this block; never for the other family.</summary>
    /// <param name="other">The block to look for.</param>
    public bool Contains(Cidr other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsIPv6 == other.IsIPv6 && PrefixLength <= other.PrefixLength && (other.Network & Mask(PrefixLength, Bits)) == Network;
    }

    /// <summary>Whether some address is in both blocks.</summary>
    /// <param name="other">The other block.</param>
    public bool Overlaps(Cidr other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Contains(other) || other.Contains(this);
    }

    /// <inheritdoc/>
    public bool Equals(Cidr? other) =>
        other is not null && IsIPv6 == other.IsIPv6 && PrefixLength == other.PrefixLength && Network == other.Network;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Cidr);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Network, PrefixLength, IsIPv6);

    /// <summary>The canonical text: <c>192.168.1.158/32</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsIPv6 ? IPv6Text.Of(Network) : FirstAddress().ToString())}/{PrefixLength}");

    /// <summary>The block's first address.</summary>
    public IPAddress FirstAddress() => ToAddress(Network);

    /// <summary>The block's last address.</summary>
    public IPAddress LastAddress() => ToAddress(Last);

    private IPAddress ToAddress(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new IPAddress(IsIPv6 ? bytes : bytes[12..]);
    }

    private static ParseError? ReadLength(ReadOnlySpan<char> text, int start, ref int length)
    {
        if (text.IsEmpty || text.Length > 3 || text.ContainsAnyExceptInRange('0', '9') || (text.Length > 1 && text[0] == '0'))
        {
            return new ParseError(start, string.Create(CultureInfo.InvariantCulture, $"a prefix length is a number from 0 to {length}"));
        }

        var number = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        if (number > length)
        {
            return new ParseError(start, string.Create(CultureInfo.InvariantCulture, $"a prefix length is a number from 0 to {length}"));
        }

        length = number;
        return null;
    }

    private static UInt128 Full(int bits) => bits == 128 ? UInt128.MaxValue : (UInt128.One << bits) - 1;

    private static UInt128 Mask(int length, int bits) => length == 0 ? 0 : Full(bits) & ~(length == bits ? 0 : Full(bits - length));
}
