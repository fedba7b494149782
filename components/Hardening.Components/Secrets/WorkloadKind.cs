namespace Hardening.Components;

/// <summary>Kinds of workloads whose pods can be restarted.</summary>
public static class WorkloadKind
{
    /// <summary>A Deployment of apps/v1.</summary>
    public const string Deployment = "Deployment";

    /// <summary>A StatefulSet of apps/v1.</summary>
    public const string StatefulSet = "StatefulSet";

    /// <summary>A DaemonSet of apps/v1.</summary>
    public const string DaemonSet = "DaemonSet";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [Deployment, StatefulSet, DaemonSet];
}
