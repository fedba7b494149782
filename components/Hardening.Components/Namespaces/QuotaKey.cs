using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The keys that a ResourceQuota's <c>hard</c> may have, and what each means.</summary>
internal static class QuotaKey
{
    public const string Pods = "pods";
    public const string RequestsStorage = "requests.storage";
    public const string PersistentVolumeClaims = "persistentvolumeclaims";
    private const string Requests = "requests.";
    private const string Limits = "limits.";
    private const string StorageClass = ".storageclass.storage.k8s.io/";
    private const string DeviceClass = ".deviceclass.resource.k8s.io/devices";

    private static readonly string[] Compute =
    [
        "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.ephemeral-storage",
        "limits.cpu", "limits.memory", "limits.ephemeral-storage",
    ];

    private static readonly string[] Counts =
    [
        Pods, "services", "services.nodeports", "services.loadbalancers", "secrets", "configmaps", PersistentVolumeClaims,
        "replicationcontrollers", "resourcequotas",
    ];

    public static IReadOnlyList<string> Known { get; } = [.. Compute, RequestsStorage, .. Counts];

    public static bool IsKnown(string key) =>
        Known.Contains(key, StringComparer.Ordinal)
        || ResourceName.IsHugePages(WithoutRequests(key))
        || IsObjectCount(key)
        || IsStorageClass(key)
        || IsDeviceClass(key)
        || IsExtendedRequest(key);

    /// <summary>Keys whose quantity counts objects or devices.</summary>
    public static bool IsCount(string key) =>
        Counts.Contains(key, StringComparer.Ordinal)
        || IsObjectCount(key)
        || IsDeviceClass(key)
        || IsExtendedRequest(key)
        || (IsStorageClass(key) && key.EndsWith("/" + PersistentVolumeClaims, StringComparison.Ordinal));

    /// <summary><c>cpu</c> is <c>requests.cpu</c>, and so for memory, ephemeral-storage and hugepages.</summary>
    public static string Canonical(string key) =>
        ResourceName.MayOvercommit(key) || ResourceName.IsHugePages(key) ? Requests + key : key;

    /// <summary>The container resource whose request (<paramref name="limit"/> false) or limit a key sums; null for other keys.</summary>
    public static string? ContainerResource(string key, out bool limit)
    {
        limit = key.StartsWith(Limits, StringComparison.Ordinal);
        var name = limit ? key[Limits.Length..] : WithoutRequests(key);
        return ResourceName.MayOvercommit(name) || (!limit && ResourceName.IsHugePages(name)) ? name : null;
    }

    /// <summary>The kind of number behind a key, for the checks of its unit.</summary>
    public static string UnitOf(string key) =>
        ContainerResource(key, out _) ?? (key.EndsWith(RequestsStorage, StringComparison.Ordinal) ? ResourceName.Storage : key);

    private static bool IsObjectCount(string key)
    {
        const string prefix = "count/";
        return key.StartsWith(prefix, StringComparison.Ordinal) && KubernetesName.CheckSubdomain(key[prefix.Length..]) is null;
    }

    private static bool IsStorageClass(string key) =>
        key.IndexOf(StorageClass, StringComparison.Ordinal) is > 0 and var at
        && KubernetesName.CheckSubdomain(key[..at]) is null
        && key[(at + StorageClass.Length)..] is RequestsStorage or PersistentVolumeClaims;

    private static bool IsDeviceClass(string key) =>
        key.EndsWith(DeviceClass, StringComparison.Ordinal) && KubernetesName.CheckSubdomain(key[..^DeviceClass.Length]) is null;

    private static bool IsExtendedRequest(string key) =>
        key.StartsWith(Requests, StringComparison.Ordinal) && ResourceName.IsExtended(key[Requests.Length..]);

    private static string WithoutRequests(string key) => key.StartsWith(Requests, StringComparison.Ordinal) ? key[Requests.Length..] : key;
}
