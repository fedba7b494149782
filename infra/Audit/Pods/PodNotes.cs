using System.Globalization;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded.Workloads;

namespace Hardening.Infra.Audit.Pods;

/// <summary>What a reader of the judgements about workloads should know besides.</summary>
internal static class PodNotes
{
    public static IEnumerable<string> Of(InForce inForce, RecordedCluster cluster, QuotaAudit quotas)
    {
        var plan = inForce.Plan;
        var planned = plan.Namespaces.Select(space => space.Name).ToHashSet(StringComparer.Ordinal);
        var notes = new List<string?>
        {
            List("namespaces that are recorded and not in the plan, judged by cluster-wide policies alone", cluster.Namespaces.Where(space => !planned.Contains(space))),
            List("namespaces of the plan of which nothing was recorded", planned.Except(cluster.Namespaces, StringComparer.Ordinal)),
            List("workloads of the plan that were not recorded", Missing(plan, cluster)),
            List("started by a node's kubelet whatever admission says, and not judged", cluster.Workloads.Where(workload => workload.IsStatic).Select(workload => $"{workload.Name.Namespace}/{workload.Name.Name}")),
            cluster.Finished == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"pods that have ended, which no admission sees again: {cluster.Finished}"),
            List("objects that say nothing here", cluster.OtherKinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value}"))),
            List("quotas of the scope VolumeAttributesClass, which count no pods and are not added up", plan.Namespaces.Where(space => !inForce.Admission[space.Name].CountsPods).Select(space => space.Name)),
        };
        notes.AddRange(quotas.Uncounted.Select(key => string.Create(CultureInfo.InvariantCulture, $"not added up: {key.Key}, in the quotas of {key.Value.Count} {(key.Value.Count == 1 ? "namespace" : "namespaces")}")));
        notes.Add("not judged: what the API server's configuration exempts from Pod Security, admission policies of somebody else, claims of volumes");
        return notes.OfType<string>();
    }

    private static string? List(string what, IEnumerable<string> items)
    {
        var list = items.ToList();
        return list.Count == 0 ? null : $"{what}: {string.Join(", ", list)}";
    }

    private static IEnumerable<string> Missing(HardeningPlan plan, RecordedCluster cluster)
    {
        var recorded = cluster.Workloads.ToLookup(workload => workload.Name.Namespace, StringComparer.Ordinal);
        foreach (var space in plan.Namespaces)
        {
            foreach (var workload in space.Workloads.Where(workload => !recorded[space.Name].Any(known => known.Name.Name == workload) && !HasPods(space, workload, recorded[space.Name])))
                yield return $"{space.Name}/{workload}";
        }
    }

    /// <summary>Whether pods run that the plan's labels mean: charts name their workloads after the release.</summary>
    private static bool HasPods(NamespacePlan space, string workload, IEnumerable<RecordedWorkload> recorded)
    {
        var labels = (IReadOnlyDictionary<string, string>?)space.Egress.FirstOrDefault(policy => policy.Workload == workload)?.Args.PodSelector
            ?? space.Security.FirstOrDefault(security => security.Args.Workload == workload)?.Args.PodSelector
            ?? space.Images.FirstOrDefault(images => images.Workload == workload)?.Labels;
        return labels is { Count: > 0 } && recorded.SelectMany(known => known.Pods).Any(recordedPod =>
        {
            using var pod = recordedPod.Read();
            return labels.All(label => pod.Labels.TryGetValue(label.Key, out var value) && value == label.Value);
        });
    }
}
