namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads whether a workload is critical.</summary>
internal static class CriticalReader
{
    public const string ReplicasKey = "replicas";

    private const int MostReplicas = 10_000;

    public static CriticalWorkload? Read(PlanObject workload, string name)
    {
        var critical = workload.Bool("critical") ?? false;
        var replicas = workload.Integer(ReplicasKey, 1, MostReplicas);
        if (replicas is not null && !critical)
            workload.Problems.Add(workload.PathOf(ReplicasKey), null, "is asked of critical workloads alone", "add critical: true, or remove it");
        return critical ? new CriticalWorkload(name, replicas, workload.Path) : null;
    }
}
