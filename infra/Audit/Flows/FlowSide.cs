using Hardening.Components;

namespace Hardening.Infra.Audit.Flows;

/// <summary>How messages speak of one direction of connections, seen from the governed pods.</summary>
/// <param name="Control">The control, which is also the member of the plan that holds its rules.</param>
/// <param name="Word">What stands before the peer.</param>
/// <param name="Way">How connections go.</param>
/// <param name="Recorded">Where a flow is at the pod itself.</param>
/// <param name="Elsewhere">Where it is at the other end.</param>
/// <param name="Strangers">What only the pod itself sees.</param>
internal sealed record FlowSide(string Control, string Word, string Way, string Recorded, string Elsewhere, string Strangers)
{
    public static FlowSide Egress { get; } = new(NamespaceControl.Egress, "to", "out of", "where it begins", "where they arrive", "to outside the cluster");

    public static FlowSide Ingress { get; } = new(NamespaceControl.Ingress, "from", "into", "where it arrives", "where they begin", "from outside the cluster");
}
