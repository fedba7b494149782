namespace Hardening.Components;

/// <summary>One recorded node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Zone">The value of <c>topology.kubernetes.io/zone</c>; null where it has none.</param>
/// <param name="TakesPods">Whether it takes pods that tolerate nothing: it is not cordoned and has no taint that keeps pods away.</param>
public sealed record SpreadNode(string Name, string? Zone, bool TakesPods);
