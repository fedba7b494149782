using Hardening.Components;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Refused connections that are told together.</summary>
/// <param name="Workload">Whose.</param>
/// <param name="Group">The connection, or the first of several that differ in their address alone.</param>
/// <param name="Destination">Where it goes, in words.</param>
/// <param name="IsSeveral">Whether several are meant.</param>
internal sealed record FoldedFlow(string Workload, FlowGroup Group, string Destination, bool IsSeveral)
{
    public EgressFlow Flow => Group.Flow;
}
