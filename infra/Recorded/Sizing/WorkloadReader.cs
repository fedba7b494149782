using System.Globalization;
using System.Text.Json;

namespace Hardening.Infra.Recorded.Sizing;

/// <summary>Reads a Deployment, StatefulSet, DaemonSet or CronJob.</summary>
internal static class WorkloadReader
{
    private const int DefaultSurge = 25;
    private const int MostPods = 100_000;

    public static ScaledWorkload Read(JsonElement item, string kind, string space, string name)
    {
        var spec = item.GetProperty("spec");
        var pods = kind switch
        {
            "DaemonSet" => Json.Find(Json.Find(item, "status"), "desiredNumberScheduled"),
            "CronJob" => Json.Find(Json.Find(Json.Find(spec, "jobTemplate"), "spec"), "parallelism"),
            _ => Json.Find(spec, "replicas"),
        } is { } stated ? stated.GetInt32() : 1;

        // One that is scaled down today is scaled up again some day.
        pods = Math.Clamp(pods, 1, MostPods);
        var surge = kind is "CronJob" ? Overlap(spec, pods) : Surge(spec, kind, pods);
        var owner = kind is "CronJob" ? spec.GetProperty("jobTemplate").GetProperty("spec") : spec;
        var template = owner.GetProperty("template").GetProperty("spec");
        var containers = Json.Items(template, "containers").Select(container => Container(container, isInit: false))
            .Concat(Json.Items(template, "initContainers").Select(container => Container(container, isInit: Json.Text(container, "restartPolicy") is not "Always")))
            .ToList();
        return new ScaledWorkload(space, kind, name, pods + Math.Clamp(surge, 0, MostPods), containers);
    }

    private static StatedContainer Container(JsonElement container, bool isInit)
    {
        var resources = Json.Find(container, "resources");
        return new StatedContainer(container.GetProperty("name").GetString()!, Json.AmountsOf(resources, "requests"), Json.AmountsOf(resources, "limits"), isInit);
    }

    /// <summary>A job that has not ended when the next begins.</summary>
    private static int Overlap(JsonElement spec, int pods) => Json.Text(spec, "concurrencyPolicy") is "Forbid" or "Replace" ? 0 : pods;

    /// <summary>Pods beside the wanted ones while a rollout goes on: a quota has to have room for them.</summary>
    private static int Surge(JsonElement spec, string kind, int pods)
    {
        if (kind is "StatefulSet")
            return 0;
        var strategy = Json.Find(spec, kind is "DaemonSet" ? "updateStrategy" : "strategy");
        if (Json.Text(strategy, "type") is "Recreate" or "OnDelete")
            return 0;
        var text = Json.Text(Json.Find(strategy, "rollingUpdate"), "maxSurge") ?? (kind is "DaemonSet" ? "0" : string.Create(CultureInfo.InvariantCulture, $"{DefaultSurge}%"));
        return text.EndsWith('%')
            ? (int)Math.Ceiling(pods * decimal.Parse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture) / 100)
            : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
