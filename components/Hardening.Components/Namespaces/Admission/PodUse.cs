using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// What a pod asks for altogether: its containers together or the largest init container with the sidecars started before it, whichever is more, and its overhead.
/// </summary>
internal sealed class PodUse
{
    private PodUse()
    {
    }

    public SortedDictionary<string, Quantity> Requests { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Quantity> Limits { get; } = new(StringComparer.Ordinal);

    public static PodUse Of(IReadOnlyList<ContainerUse> containers, JsonElement spec)
    {
        var use = new PodUse();
        Sum(containers, container => container.Requests, use.Requests);
        Sum(containers, container => container.Limits, use.Limits);
        var overhead = new SortedDictionary<string, Quantity>(StringComparer.Ordinal);
        ContainerUse.Read(spec, "overhead", overhead);
        foreach (var (resource, quantity) in overhead)
        {
            use.Requests[resource] = (ContainerUse.Find(use.Requests, resource) ?? Quantity.Zero) + quantity;
            if (use.Limits.TryGetValue(resource, out var limit))
            {
                use.Limits[resource] = limit + quantity;
            }
        }

        return use;
    }

    private static void Sum(IReadOnlyList<ContainerUse> containers, Func<ContainerUse, SortedDictionary<string, Quantity>> map, SortedDictionary<string, Quantity> into)
    {
        foreach (var resource in containers.SelectMany(container => map(container).Keys).Distinct(StringComparer.Ordinal))
        {
            var sidecars = Quantity.Zero;
            var starting = Quantity.Zero;
            foreach (var container in containers.Where(container => container.IsInit))
            {
                var own = ContainerUse.Find(map(container), resource) ?? Quantity.Zero;
                starting = Quantity.Max(starting, sidecars + own);
                sidecars = container.IsSidecar ? sidecars + own : sidecars;
            }

            var running = containers.Where(container => !container.IsInit).Aggregate(sidecars, (sum, container) => sum + (ContainerUse.Find(map(container), resource) ?? Quantity.Zero));
            into[resource] = Quantity.Max(running, starting);
        }
    }
}
