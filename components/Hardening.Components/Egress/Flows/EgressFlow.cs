using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>One connection that a pod tried, as it was recorded: after service translation, and seen from the pod.</summary>
public sealed record EgressFlow
{
    private static readonly Dictionary<string, string> NoLabels = new(StringComparer.Ordinal);

    /// <summary>The pod's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The pod's labels.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The namespace of the pod that it connected to; <see langword="null"/> where that is no pod.</summary>
    public string? ToNamespace { get; init; }

    /// <summary>The labels of that pod.</summary>
    public IReadOnlyDictionary<string, string> ToLabels { get; init; } = NoLabels;

    /// <summary>What else the destination is: <see cref="EgressEntity"/> and other entities of Cilium.</summary>
    public IReadOnlyList<string> ToEntities { get; init; } = [];

    /// <summary>The destination's address, where it was recorded.</summary>
    public Cidr? ToAddress { get; init; }

    /// <summary>The DNS names under which the pod had looked the address up.</summary>
    public IReadOnlyList<string> ToNames { get; init; } = [];

    /// <summary><c>TCP</c>, <c>UDP</c>, <c>SCTP</c>, <c>ICMP</c>, or <see langword="null"/> for what has no ports.</summary>
    public string? Protocol { get; init; }

    /// <summary>The port, or the type of the ICMP message.</summary>
    public int Port { get; init; }

    /// <summary>The DNS name that was asked for, where the flow is a query.</summary>
    public string? Query { get; init; }

    /// <summary>The protocol of <see cref="Protocol"/> for ICMP messages of either family.</summary>
    public const string Icmp = "ICMP";

    internal bool IsTo(string entity) => ToEntities.Contains(entity, StringComparer.Ordinal);
}
