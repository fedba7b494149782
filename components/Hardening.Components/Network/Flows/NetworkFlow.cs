using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// One connection as it was recorded: after service translation, and seen from the governed pod, which begins it where egress is judged and takes it where ingress is.
/// The peer is whoever is at the other end.
/// </summary>
public sealed record NetworkFlow
{
    private static readonly Dictionary<string, string> NoLabels = new(StringComparer.Ordinal);

    /// <summary>The governed pod's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The governed pod's labels.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The namespace of the pod at the other end; <see langword="null"/> where that is no pod.</summary>
    public string? PeerNamespace { get; init; }

    /// <summary>The labels of that pod.</summary>
    public IReadOnlyDictionary<string, string> PeerLabels { get; init; } = NoLabels;

    /// <summary>What else the peer is: <see cref="FlowEntity"/> and other entities of Cilium.</summary>
    public IReadOnlyList<string> PeerEntities { get; init; } = [];

    /// <summary>The peer's address, where it was recorded.</summary>
    public Cidr? PeerAddress { get; init; }

    /// <summary>The DNS names under which the governed pod had looked the peer up; none for connections into pods.</summary>
    public IReadOnlyList<string> PeerNames { get; init; } = [];

    /// <summary><c>TCP</c>, <c>UDP</c>, <c>SCTP</c>, <c>ICMP</c>, or <see langword="null"/> for what has no ports.</summary>
    public string? Protocol { get; init; }

    /// <summary>The port that the connection goes to, or the type of the ICMP message.</summary>
    public int Port { get; init; }

    /// <summary>The DNS name that was asked for, where the flow is a query.</summary>
    public string? Query { get; init; }

    /// <summary>The protocol of <see cref="Protocol"/> for ICMP messages of either family.</summary>
    public const string Icmp = "ICMP";

    internal bool IsPeer(string entity) => PeerEntities.Contains(entity, StringComparer.Ordinal);

    /// <summary>Whether Kubernetes defines what a NetworkPolicy does to it.</summary>
    internal bool HasPorts => Protocol is PortProtocol.Tcp or PortProtocol.Udp or PortProtocol.Sctp;

    internal bool IsNode => IsPeer(FlowEntity.Host) || IsPeer(FlowEntity.RemoteNode);
}
