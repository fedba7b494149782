namespace Hardening.Components;

/// <summary>Address families of ICMP rules, in Cilium's spelling.</summary>
public static class IcmpFamily
{
    /// <summary>ICMP.</summary>
    public const string IPv4 = "IPv4";

    /// <summary>ICMPv6.</summary>
    public const string IPv6 = "IPv6";

    /// <summary>Every value, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [IPv4, IPv6];
}
