using Hardening.Components;
using Hardening.Primitives;

namespace Hardening.Infra.Audit.Flows;

/// <summary>What makes two flows the same connection. Labels and entities are compared as the objects that the reader gives for equal texts.</summary>
internal readonly record struct FlowKey(
    string Namespace,
    IReadOnlyDictionary<string, string> Labels,
    string? PeerNamespace,
    IReadOnlyDictionary<string, string> PeerLabels,
    IReadOnlyList<string> PeerEntities,
    string? PeerName,
    Cidr? PeerAddress,
    string? Protocol,
    int Port,
    string? Query,
    string? Dropped)
{
    /// <summary>A name stands for all its addresses, a pod for those of all its replicas.</summary>
    public static FlowKey Of(NetworkFlow flow, string? dropped) => new(
        flow.Namespace,
        flow.Labels,
        flow.PeerNamespace,
        flow.PeerLabels,
        flow.PeerEntities,
        flow.PeerNames.Count > 0 ? flow.PeerNames[0] : null,
        flow.PeerNames.Count > 0 || flow.PeerNamespace is not null ? null : flow.PeerAddress,
        flow.Protocol,
        flow.Port,
        flow.Query,
        dropped);

    /// <summary>The same whatever became of it and whatever it asked for, as its other end tells of it.</summary>
    public FlowKey Connection() => this with { Query = null, Dropped = null };

    /// <summary>The same without what tells single addresses, ports and queries apart.</summary>
    public FlowKey Folded() => this with { PeerAddress = null, Port = 0, Query = null };
}
