namespace Hardening.Primitives;

/// <summary>The protocols that a port can belong to.</summary>
public static class PortProtocol
{
    /// <summary>TCP.</summary>
    public const string Tcp = "TCP";

    /// <summary>UDP.</summary>
    public const string Udp = "UDP";

    /// <summary>SCTP.</summary>
    public const string Sctp = "SCTP";

    /// <summary>Each of them.</summary>
    public const string Any = "ANY";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [Tcp, Udp, Sctp, Any];
}
