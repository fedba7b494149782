using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// What a pod asks for as a whole (<c>spec.resources</c>, on by default from Kubernetes 1.34 on), completed as the API server does before any admission: with limits
/// alone, a request is what the containers request, else the limit. It stands for the containers' sum, in quotas and for a LimitRange's pods.
/// </summary>
internal sealed class PodLevel
{
    private PodLevel()
    {
    }

    public SortedDictionary<string, Quantity> Requests { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Quantity> Limits { get; } = new(StringComparer.Ordinal);

    /// <summary>Null where the pod states none.</summary>
    public static PodLevel? Of(JsonElement spec)
    {
        var level = new PodLevel();
        ContainerUse.Read(spec, "resources.requests", level.Requests);
        ContainerUse.Read(spec, "resources.limits", level.Limits);
        if (level.Limits.Count > 0)
        {
            var stated = PodUse.Of(ContainerUse.Of(spec, defaults: null), level: null).Requests;
            foreach (var (resource, request) in stated.Where(request => request.Key is ResourceName.Cpu or ResourceName.Memory))
            {
                level.Requests.TryAdd(resource, request);
            }

            foreach (var (resource, limit) in level.Limits)
            {
                level.Requests.TryAdd(resource, limit);
            }
        }

        return level.Requests.Count + level.Limits.Count > 0 ? level : null;
    }

    /// <summary>What the API server refuses once a LimitRange's defaults have made the containers ask for more than their pod.</summary>
    public IEnumerable<PodRefusal> Refused(IReadOnlyList<ContainerUse> containers)
    {
        foreach (var (resource, sum) in PodUse.Of(containers, level: null).Requests)
        {
            if (ContainerUse.Find(Requests, resource) is { } request && sum > request)
            {
                yield return new PodRefusal(
                    "pod",
                    $"requests {request} of {resource} as a whole, and its containers {sum} with the defaults that they get",
                    $"raise resources.requests of the pod, or state requests of {resource} in its containers");
            }
        }

        foreach (var container in containers.Where(container => !container.IsInit))
        {
            foreach (var (resource, limit) in container.Limits)
            {
                if (ContainerUse.Find(Limits, resource) is { } whole && limit > whole)
                {
                    yield return new PodRefusal(
                        "container " + container.Name,
                        $"has a limit of {limit} of {resource}, default or its own, and its pod has one of {whole} as a whole",
                        $"state a limit of {resource} in the container, or raise resources.limits of the pod");
                }
            }
        }
    }
}
