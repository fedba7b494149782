namespace Hardening.Infra.Recorded.Workloads;

/// <summary>What runs in a cluster, as it was recorded.</summary>
/// <param name="Workloads">Every workload, in order.</param>
/// <param name="Pods">How many pods run.</param>
/// <param name="Finished">How many pods have ended, which no admission sees again.</param>
/// <param name="OtherKinds">Objects that say nothing here, by kind.</param>
internal sealed record RecordedCluster(IReadOnlyList<RecordedWorkload> Workloads, int Pods, int Finished, IReadOnlyDictionary<string, int> OtherKinds)
{
    /// <summary>The namespaces of the workloads, in order.</summary>
    public IReadOnlyList<string> Namespaces { get; } = [.. Workloads.Select(workload => workload.Name.Namespace).Distinct(StringComparer.Ordinal)];
}
