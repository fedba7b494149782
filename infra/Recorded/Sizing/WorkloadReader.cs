using System.Globalization;
using System.Text.Json;

namespace Hardening.Infra.Recorded.Sizing;

/// <summary>Reads a Deployment, StatefulSet, DaemonSet or CronJob.</summary>
internal static class WorkloadReader
{
    private const int DefaultSurge = 25;

    public static ScaledWorkload Read(JsonElement item, string kind, string space, string name)
    {
        var spec = item.GetProperty("spec");
        var replicas = kind switch
        {
            "DaemonSet" => Json.Find(Json.Find(item, "status"), "desiredNumberScheduled"),
            "CronJob" => Json.Find(Json.Find(Json.Find(spec, "jobTemplate"), "spec"), "parallelism"),
            _ => Json.Find(spec, "replicas"),
        } is { } stated ? stated.GetInt32() : 1;
        var owner = kind is "CronJob" ? spec.GetProperty("jobTemplate").GetProperty("spec") : spec;

        // One that is scaled down today is scaled up again some day.
        return new ScaledWorkload(space, kind, name, Math.Clamp(replicas, 1, ScaledWorkload.MostPods), SurgeOf(spec, kind), Containers(owner.GetProperty("template").GetProperty("spec")))
        {
            Claims = kind is "StatefulSet" ? Json.Items(spec, "volumeClaimTemplates").Count() : 0,
        };
    }

    /// <summary>The containers of a pod's spec.</summary>
    public static List<StatedContainer> Containers(JsonElement pod) =>
    [
        .. Json.Items(pod, "containers").Select(container => Container(container, isInit: false, isSidecar: false)),
        .. Json.Items(pod, "initContainers").Select(container => Json.Text(container, "restartPolicy") is "Always" ? Container(container, isInit: false, isSidecar: true) : Container(container, isInit: true, isSidecar: false)),
    ];

    private static StatedContainer Container(JsonElement container, bool isInit, bool isSidecar)
    {
        var resources = Json.Find(container, "resources");
        return new StatedContainer(container.GetProperty("name").GetString()!, Json.AmountsOf(resources, "requests"), Json.AmountsOf(resources, "limits"), isInit, isSidecar);
    }

    private static PodSurge SurgeOf(JsonElement spec, string kind)
    {
        if (kind is "CronJob")
            return Json.Text(spec, "concurrencyPolicy") is "Forbid" or "Replace" ? default : new PodSurge(0, 100);
        if (kind is "StatefulSet")
            return default;
        var strategy = Json.Find(spec, kind is "DaemonSet" ? "updateStrategy" : "strategy");
        if (Json.Text(strategy, "type") is "Recreate" or "OnDelete")
            return default;
        if (Json.Text(Json.Find(strategy, "rollingUpdate"), "maxSurge") is not { } text)
            return kind is "DaemonSet" ? default : new PodSurge(0, DefaultSurge);
        return text.EndsWith('%')
            ? new PodSurge(0, int.Parse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture))
            : new PodSurge(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), 0);
    }
}
