using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// What a pod asks for altogether: its containers together or the largest init container with the sidecars started before it, whichever is more.
/// </summary>
internal sealed class PodUse
{
    private PodUse()
    {
    }

    public SortedDictionary<string, Quantity> Requests { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Quantity> Limits { get; } = new(StringComparer.Ordinal);

    /// <summary>The sum of the containers, with what the pod states as a whole in its place. A LimitRange judges by this.</summary>
    public static PodUse Of(IReadOnlyList<ContainerUse> containers, PodLevel? level)
    {
        var use = new PodUse();
        Sum(containers, container => container.Requests, use.Requests);
        Sum(containers, container => container.Limits, use.Limits);
        foreach (var (resource, request) in level?.Requests ?? [])
        {
            use.Requests[resource] = request;
        }

        foreach (var (resource, limit) in level?.Limits ?? [])
        {
            use.Limits[resource] = limit;
        }

        return use;
    }

    /// <summary>Adds the overhead that a RuntimeClass gave the pod, which quotas count and LimitRanges do not.</summary>
    public PodUse WithOverhead(JsonElement spec)
    {
        var overhead = new SortedDictionary<string, Quantity>(StringComparer.Ordinal);
        ContainerUse.Read(spec, "overhead", overhead);
        foreach (var (resource, quantity) in overhead)
        {
            Requests[resource] = (ContainerUse.Find(Requests, resource) ?? Quantity.Zero) + quantity;
            if (Limits.TryGetValue(resource, out var limit) && !limit.IsZero)
            {
                Limits[resource] = limit + quantity;
            }
        }

        return this;
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
