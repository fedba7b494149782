namespace Hardening.Infra.Recorded.Sizing;

/// <summary>A Deployment, StatefulSet, DaemonSet or CronJob.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pods">How many pods it wants, and how many more while it is rolled out; at least one.</param>
/// <param name="Containers">The containers of each.</param>
internal sealed record ScaledWorkload(string Namespace, string Kind, string Name, int Pods, IReadOnlyList<StatedContainer> Containers);
