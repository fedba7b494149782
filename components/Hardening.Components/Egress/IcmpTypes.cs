using System.Globalization;

namespace Hardening.Components;

/// <summary>ICMP types by Cilium's names. The same name stands for different numbers in the two families.</summary>
internal static class IcmpTypes
{
    private static readonly string[] Four =
    [
        "EchoReply", "DestinationUnreachable", "Redirect", "Echo", "EchoRequest", "RouterAdvertisement", "RouterSelection", "TimeExceeded",
        "ParameterProblem", "Timestamp", "TimestampReply", "Photuris", "ExtendedEchoRequest",
    ];

    private static readonly string[] Six =
    [
        "DestinationUnreachable", "PacketTooBig", "TimeExceeded", "ParameterProblem", "EchoRequest", "EchoReply", "MulticastListenerQuery",
        "MulticastListenerReport", "MulticastListenerDone", "RouterSolicitation", "RouterAdvertisement", "NeighborSolicitation",
        "NeighborAdvertisement", "RedirectMessage", "RouterRenumbering", "ICMPNodeInformationQuery", "ICMPNodeInformationResponse",
        "InverseNeighborDiscoverySolicitation", "InverseNeighborDiscoveryAdvertisement", "HomeAgentAddressDiscoveryRequest",
        "HomeAgentAddressDiscoveryReply", "MobilePrefixSolicitation", "MobilePrefixAdvertisement", "DuplicateAddressRequestCodeSuffix",
        "DuplicateAddressConfirmationCodeSuffix", "ExtendedEchoRequest",
    ];

    public static IReadOnlyList<string> NamesOf(string family) => family == IcmpFamily.IPv6 ? Six : Four;

    /// <summary>Whether the text is a name of the family or a number from 0 to 255 without leading zeros.</summary>
    public static bool IsKnown(string family, string type) =>
        NamesOf(family).Contains(type, StringComparer.Ordinal)
        || (byte.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == type);
}
