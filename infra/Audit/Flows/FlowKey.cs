using Hardening.Components;
using Hardening.Primitives;

namespace Hardening.Infra.Audit.Flows;

/// <summary>What makes two flows the same connection. Labels and entities are compared as the objects that the reader gives for equal texts.</summary>
internal readonly record struct FlowKey(
    string Namespace,
    IReadOnlyDictionary<string, string> Labels,
    string? ToNamespace,
    IReadOnlyDictionary<string, string> ToLabels,
    IReadOnlyList<string> ToEntities,
    string? Name,
    Cidr? Address,
    string? Protocol,
    int Port,
    string? Query,
    string? Dropped)
{
    /// <summary>A name stands for all its addresses, a pod for those of all its replicas.</summary>
    public static FlowKey Of(EgressFlow flow, string? dropped) => new(
        flow.Namespace,
        flow.Labels,
        flow.ToNamespace,
        flow.ToLabels,
        flow.ToEntities,
        flow.ToNames.Count > 0 ? flow.ToNames[0] : null,
        flow.ToNames.Count > 0 || flow.ToNamespace is not null ? null : flow.ToAddress,
        flow.Protocol,
        flow.Port,
        flow.Query,
        dropped);

    /// <summary>The same without what tells single addresses, ports and queries apart.</summary>
    public FlowKey Folded() => this with { Address = null, Port = 0, Query = null };
}
