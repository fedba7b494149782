using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Names of compute resources as LimitRanges and quotas know them.</summary>
internal static class ResourceName
{
    public const string Cpu = "cpu";
    public const string Memory = "memory";
    public const string EphemeralStorage = "ephemeral-storage";
    public const string Storage = "storage";
    private const string HugePages = "hugepages-";

    /// <summary>cpu, memory, ephemeral-storage: requests may be below limits.</summary>
    public static bool MayOvercommit(string name) => name is Cpu or Memory or EphemeralStorage;

    public static bool IsHugePages(string name) => name.StartsWith(HugePages, StringComparison.Ordinal) && name.Length > HugePages.Length;

    /// <summary>A device plug-in's resource such as <c>nvidia.com/gpu</c>: qualified, and not of Kubernetes' own domain.</summary>
    public static bool IsExtended(string name) =>
        name.Contains('/', StringComparison.Ordinal)
        && !name.Contains("kubernetes.io/", StringComparison.Ordinal)
        && !name.StartsWith("requests.", StringComparison.Ordinal)
        && KubernetesName.CheckQualifiedName(name) is null;

    /// <summary>What a container can request.</summary>
    public static bool IsContainerResource(string name) => MayOvercommit(name) || IsHugePages(name) || IsExtended(name);

    /// <summary>Where in quantities of this resource a fraction means nothing.</summary>
    public static bool IsMemoryLike(string name) =>
        name is Memory or EphemeralStorage or Storage || IsHugePages(name);
}
