namespace Hardening.Infra.Plans;

/// <summary>A workload that the plan calls critical: it is spread over nodes, and keeps running while one of them is drained.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Replicas">How many replicas it has; null where the plan does not say, and then it is taken to have several.</param>
/// <param name="Path">Its workload's place in the plan.</param>
internal sealed record CriticalWorkload(string Name, int? Replicas, string Path)
{
    /// <summary>Whether there is nothing to spread and nothing to keep while it moves.</summary>
    public bool IsSingle => Replicas == 1;
}
