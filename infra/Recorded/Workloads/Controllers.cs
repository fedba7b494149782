using System.Globalization;
using System.Text.Json;

namespace Hardening.Infra.Recorded.Workloads;

/// <summary>What the controllers of pods state: their template, how many pods they want, and how many more they may make.</summary>
internal static class Controllers
{
    public const string Deployment = "Deployment";

    private const string DaemonSet = "DaemonSet";
    private const string StatefulSet = "StatefulSet";
    private const string ReplicaSet = "ReplicaSet";
    private const string Job = "Job";
    private const string CronJob = "CronJob";
    private const string DefaultSurge = "25%";

    public static bool IsKnown(string kind) => kind is Deployment or StatefulSet or DaemonSet or ReplicaSet or Job or CronJob;

    /// <summary>The template's metadata and spec; null for what makes no pods any more.</summary>
    /// <exception cref="InvalidOperationException">The object is no such controller.</exception>
    public static (JsonElement? Metadata, JsonElement Spec)? Template(string kind, JsonElement item, JsonElement spec)
    {
        if ((kind is ReplicaSet && Facts.Number(spec, "replicas") == 0) || (kind is Job && HasEnded(item)))
            return null;
        JsonElement? owner = kind is CronJob ? Facts.Object(Facts.Object(spec, "jobTemplate"), "spec") : spec;
        var template = Facts.Object(owner, "template") ?? throw new InvalidOperationException();
        return (Facts.Object(template, "metadata"), Facts.Object(template, "spec") ?? throw new InvalidOperationException());
    }

    public static void Describe(RecordedWorkload workload, string template, JsonElement item, JsonElement spec)
    {
        workload.SetTemplate(template);
        switch (workload.Name.Kind)
        {
            case Deployment:
                var strategy = Facts.Object(spec, "strategy");
                workload.Replicas = Facts.Number(spec, "replicas") ?? 1;
                workload.Surge = Facts.Text(strategy, "type") is "Recreate" ? 0 : SurgeOf(strategy, DefaultSurge, workload.Replicas.Value);
                break;
            case StatefulSet or ReplicaSet:
                workload.Replicas = Facts.Number(spec, "replicas") ?? 1;
                break;
            case DaemonSet:
                workload.Replicas = Facts.Number(Facts.Object(item, "status"), "desiredNumberScheduled");
                workload.Surge = SurgeOf(Facts.Object(spec, "updateStrategy"), "0", workload.Replicas ?? 0);
                break;
            case Job:
                workload.Replicas = Facts.IsTrue(spec, "suspend") ? 0 : Facts.Number(spec, "parallelism") ?? 1;
                break;
            default:
                workload.Surge = Facts.IsTrue(spec, "suspend") ? 0 : Facts.Number(Facts.Object(Facts.Object(spec, "jobTemplate"), "spec"), "parallelism") ?? 1;
                break;
        }
    }

    private static int SurgeOf(JsonElement? strategy, string otherwise, int replicas)
    {
        var text = otherwise;
        if (Facts.Object(strategy, "rollingUpdate") is { } update && update.TryGetProperty("maxSurge", out var surge))
            text = surge.ValueKind is JsonValueKind.String ? surge.GetString()! : surge.GetRawText();

        // Kubernetes rounds a share of the replicas up.
        return text.EndsWith('%') && decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share <= 1000
            ? (int)Math.Min(Math.Ceiling(replicas * share / 100), int.MaxValue)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static bool HasEnded(JsonElement item) => Facts.Items(Facts.Object(item, "status"), "conditions")
        .Any(condition => Facts.Text(condition, "type") is "Complete" or "Failed" && Facts.Text(condition, "status") is "True");
}
