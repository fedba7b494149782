namespace Hardening.Infra.Recorded.Sizing;

/// <summary>A Deployment, StatefulSet, DaemonSet or CronJob, or a pod that none of these makes.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Kind">Its kind; of a pod that of its controller.</param>
/// <param name="Name">Its name; of a pod that of its controller.</param>
/// <param name="Replicas">How many pods it wants; at least one.</param>
/// <param name="Surge">How many there are beside those at times.</param>
/// <param name="Containers">The containers of each, init containers behind the others and in their order.</param>
internal sealed record ScaledWorkload(string Namespace, string Kind, string Name, int Replicas, PodSurge Surge, IReadOnlyList<StatedContainer> Containers)
{
    /// <summary>The most that a recording is believed.</summary>
    public const int MostPods = 100_000;

    /// <summary>How many replicas an autoscaler gives it at most; null where none was recorded.</summary>
    public int? Most { get; init; }

    /// <summary>How many PersistentVolumeClaims each pod has of its own.</summary>
    public int Claims { get; init; }

    /// <summary>Its replicas when an autoscaler has added what it may.</summary>
    public int Scaled => Math.Clamp(Math.Max(Replicas, Most ?? 0), 1, MostPods);

    /// <summary>Its pods when it is rolled out at that moment: a quota has to have room for them.</summary>
    public int Pods => (int)Math.Min(Scaled + Surge.Of(Scaled), 2 * MostPods);
}
