using System.Text.Json;

namespace Hardening.Infra.Recorded.Sizing;

/// <summary>
/// Pods that no recorded controller makes: by hand, by a job, or by an operator, as CloudNativePG makes those of a database. Quotas count them and maxima hold for them as for all others.
/// </summary>
internal sealed class LoosePods
{
    private readonly List<ScaledWorkload> _pods = [];

    /// <summary>Adds a pod, unless it has ended: quotas do not count it any more.</summary>
    public void Add(JsonElement item, JsonElement metadata, string space, string name)
    {
        if (Json.Text(Json.Find(item, "status"), "phase") is "Succeeded" or "Failed")
            return;
        var (kind, controller) = Json.Items(metadata, "ownerReferences")
            .Where(owner => Json.Find(owner, "controller") is { ValueKind: JsonValueKind.True })
            .Select(owner => (owner.GetProperty("kind").GetString()!, owner.GetProperty("name").GetString()!))
            .FirstOrDefault(("Pod", name));
        _pods.Add(new ScaledWorkload(space, kind, controller, 1, default, WorkloadReader.Containers(item.GetProperty("spec"))));
    }

    /// <summary>Those that are of none of these workloads.</summary>
    public IEnumerable<ScaledWorkload> Beside(IEnumerable<ScaledWorkload> workloads)
    {
        var recorded = workloads.Select(workload => (workload.Namespace, workload.Kind, workload.Name)).ToHashSet();
        return _pods.Where(pod => !recorded.Contains((pod.Namespace, pod.Kind, pod.Name)) && (MakerOf(pod) is not { } maker || !recorded.Contains(maker)));
    }

    /// <summary>What makes the controller, which is named after it.</summary>
    private static (string Namespace, string Kind, string Name)? MakerOf(ScaledWorkload pod)
    {
        var kind = pod.Kind switch { "ReplicaSet" => "Deployment", "Job" => "CronJob", _ => null };
        var end = pod.Name.LastIndexOf('-');
        return kind is null || end < 0 ? null : (pod.Namespace, kind, pod.Name[..end]);
    }
}
