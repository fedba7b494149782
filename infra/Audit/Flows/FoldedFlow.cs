using Hardening.Components;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Refused connections that are told together.</summary>
/// <param name="Workload">Whose.</param>
/// <param name="Group">The connection, or the first of several that differ in their address alone.</param>
/// <param name="Peer">Whom it connects with, and on which port, in words.</param>
/// <param name="IsSeveral">Whether several are meant.</param>
internal sealed record FoldedFlow(string Workload, FlowGroup Group, string Peer, bool IsSeveral)
{
    public NetworkFlow Flow => Group.Flow;
}
