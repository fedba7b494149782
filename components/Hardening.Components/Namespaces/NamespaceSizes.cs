using System.Collections.Frozen;

namespace Hardening.Components;

/// <summary>
/// The numbers of each <see cref="NamespaceSize"/>, chosen for a cluster whose workers have 56 GiB together: six small, six medium and three large namespaces ask
/// for 66 GiB at most if every quota were used up, and generous limits leave room for what the first weeks show.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>number</term><description>Small · Medium · Large</description></listheader>
/// <item><term>container defaultRequest</term><description>25m, 64Mi · 50m, 128Mi · 100m, 256Mi</description></item>
/// <item><term>container default</term><description>250m, 256Mi · 500m, 512Mi · 1, 1Gi</description></item>
/// <item><term>container max</term><description>1, 1Gi · 2, 4Gi · 4, 12Gi</description></item>
/// <item><term>quota requests.cpu, requests.memory</term><description>500m, 1Gi · 2, 4Gi · 4, 12Gi</description></item>
/// <item><term>quota limits.cpu, limits.memory</term><description>4, 2Gi · 8, 6Gi · 16, 16Gi</description></item>
/// <item><term>quota pods</term><description>15 · 30 · 60</description></item>
/// <item><term>quota persistentvolumeclaims</term><description>5 · 10 · 20</description></item>
/// </list>
/// </remarks>
public sealed class NamespaceSizes
{
    private static readonly FrozenDictionary<string, NamespaceSizes> BySize = new Dictionary<string, NamespaceSizes>(StringComparer.Ordinal)
    {
        [NamespaceSize.Small] = new(("25m", "64Mi"), ("250m", "256Mi"), ("1", "1Gi"), ("500m", "1Gi"), ("4", "2Gi"), pods: "15", claims: "5"),
        [NamespaceSize.Medium] = new(("50m", "128Mi"), ("500m", "512Mi"), ("2", "4Gi"), ("2", "4Gi"), ("8", "6Gi"), pods: "30", claims: "10"),
        [NamespaceSize.Large] = new(("100m", "256Mi"), ("1", "1Gi"), ("4", "12Gi"), ("4", "12Gi"), ("16", "16Gi"), pods: "60", claims: "20"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private NamespaceSizes(
        (string Cpu, string Memory) defaultRequest,
        (string Cpu, string Memory) defaultLimit,
        (string Cpu, string Memory) max,
        (string Cpu, string Memory) requests,
        (string Cpu, string Memory) limits,
        string pods,
        string claims)
    {
        ContainerDefaultRequest = CpuAndMemory(defaultRequest);
        ContainerDefault = CpuAndMemory(defaultLimit);
        ContainerMax = CpuAndMemory(max);
        Hard = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["requests.cpu"] = requests.Cpu,
            ["requests.memory"] = requests.Memory,
            ["limits.cpu"] = limits.Cpu,
            ["limits.memory"] = limits.Memory,
            [QuotaKey.Pods] = pods,
            [QuotaKey.PersistentVolumeClaims] = claims,
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Request of a container that states none, by resource.</summary>
    public IReadOnlyDictionary<string, string> ContainerDefaultRequest { get; }

    /// <summary>Limit of a container that states none, by resource.</summary>
    public IReadOnlyDictionary<string, string> ContainerDefault { get; }

    /// <summary>Largest limit of a container, by resource.</summary>
    public IReadOnlyDictionary<string, string> ContainerMax { get; }

    /// <summary>The quota's hard limits.</summary>
    public IReadOnlyDictionary<string, string> Hard { get; }

    /// <summary>The numbers of a size.</summary>
    /// <param name="size">One of <see cref="NamespaceSize"/>.</param>
    /// <exception cref="ArgumentException">There is no such size.</exception>
    public static NamespaceSizes Of(string size) =>
        BySize.TryGetValue(size, out var numbers)
            ? numbers
            : throw new ArgumentException($"There is no size \"{size}\"; sizes are {string.Join(", ", NamespaceSize.All)}.", nameof(size));

    private static FrozenDictionary<string, string> CpuAndMemory((string Cpu, string Memory) numbers) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { [ResourceName.Cpu] = numbers.Cpu, [ResourceName.Memory] = numbers.Memory }
            .ToFrozenDictionary(StringComparer.Ordinal);
}
