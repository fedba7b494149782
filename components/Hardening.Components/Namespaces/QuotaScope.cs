namespace Hardening.Components;

/// <summary>Which objects of a namespace a ResourceQuota counts, where it does not count all.</summary>
public static class QuotaScope
{
    /// <summary>Pods with a deadline (<c>activeDeadlineSeconds</c>).</summary>
    public const string Terminating = "Terminating";

    /// <summary>Pods without a deadline.</summary>
    public const string NotTerminating = "NotTerminating";

    /// <summary>Pods that state no request and no limit. Such a quota counts pods alone.</summary>
    public const string BestEffort = "BestEffort";

    /// <summary>Pods that state a request or a limit.</summary>
    public const string NotBestEffort = "NotBestEffort";

    /// <summary>Pods by their priority class.</summary>
    public const string PriorityClass = "PriorityClass";

    /// <summary>Pods whose affinity names other namespaces.</summary>
    public const string CrossNamespacePodAffinity = "CrossNamespacePodAffinity";

    /// <summary>Claims by their volume attributes class.</summary>
    public const string VolumeAttributesClass = "VolumeAttributesClass";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [Terminating, NotTerminating, BestEffort, NotBestEffort, PriorityClass, CrossNamespacePodAffinity, VolumeAttributesClass];
}
