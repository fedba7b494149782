namespace Hardening.Components;

/// <summary>Pods and nodes as they were recorded in a cluster.</summary>
/// <param name="Pods">Pods that have not ended and are not being deleted.</param>
/// <param name="Nodes">Every node.</param>
public sealed record SpreadFacts(IReadOnlyList<SpreadPod> Pods, IReadOnlyList<SpreadNode> Nodes);
