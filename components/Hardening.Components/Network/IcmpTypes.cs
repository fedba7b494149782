using System.Globalization;

namespace Hardening.Components;

/// <summary>ICMP types by Cilium's names. The same name stands for different numbers in the two families.</summary>
internal static class IcmpTypes
{
    private static readonly (string Name, int Number)[] Four =
    [
        ("EchoReply", 0),
        ("DestinationUnreachable", 3),
        ("Redirect", 5),
        ("Echo", 8),
        ("EchoRequest", 8),
        ("RouterAdvertisement", 9),
        ("RouterSelection", 10),
        ("TimeExceeded", 11),
        ("ParameterProblem", 12),
        ("Timestamp", 13),
        ("TimestampReply", 14),
        ("Photuris", 40),
        ("ExtendedEchoRequest", 42),
    ];

    private static readonly (string Name, int Number)[] Six =
    [
        ("DestinationUnreachable", 1),
        ("PacketTooBig", 2),
        ("TimeExceeded", 3),
        ("ParameterProblem", 4),
        ("EchoRequest", 128),
        ("EchoReply", 129),
        ("MulticastListenerQuery", 130),
        ("MulticastListenerReport", 131),
        ("MulticastListenerDone", 132),
        ("RouterSolicitation", 133),
        ("RouterAdvertisement", 134),
        ("NeighborSolicitation", 135),
        ("NeighborAdvertisement", 136),
        ("RedirectMessage", 137),
        ("RouterRenumbering", 138),
        ("ICMPNodeInformationQuery", 139),
        ("ICMPNodeInformationResponse", 140),
        ("InverseNeighborDiscoverySolicitation", 141),
        ("InverseNeighborDiscoveryAdvertisement", 142),
        ("HomeAgentAddressDiscoveryRequest", 144),
        ("HomeAgentAddressDiscoveryReply", 145),
        ("MobilePrefixSolicitation", 146),
        ("MobilePrefixAdvertisement", 147),
        ("DuplicateAddressRequestCodeSuffix", 157),
        ("DuplicateAddressConfirmationCodeSuffix", 158),
        ("ExtendedEchoRequest", 160),
    ];

    public static IReadOnlyList<string> NamesOf(string family) => Array.ConvertAll(Of(family), type => type.Name);

    /// <summary>The number of a type that is known.</summary>
    public static int NumberOf(string family, string type) =>
        int.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Array.Find(Of(family), known => known.Name == type).Number;

    /// <summary>Whether the text is a name of the family or a number from 0 to 255 without leading zeros.</summary>
    public static bool IsKnown(string family, string type) =>
        NamesOf(family).Contains(type, StringComparer.Ordinal)
        || (byte.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == type);

    private static (string Name, int Number)[] Of(string family) => family == IcmpFamily.IPv6 ? Six : Four;
}
