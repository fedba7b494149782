using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Judges pods as the LimitRanger admission plugin does, defaults first.</summary>
internal static class LimitRangeJudge
{
    private static readonly System.Numerics.BigInteger NanosPerUnit = 1_000_000_000;

    public static IEnumerable<PodRefusal> OfContainers(IReadOnlyList<ContainerUse> containers, LimitNumbers limits, string place)
    {
        foreach (var container in containers)
        {
            var subject = "container " + container.Name;
            foreach (var resource in container.Requests.Keys.Union(container.Limits.Keys, StringComparer.Ordinal))
            {
                if (ContainerUse.Find(container.Requests, resource) is { } request && ContainerUse.Find(container.Limits, resource) is { } limit && request > limit)
                {
                    yield return container.DefaultLimits.Contains(resource)
                        ? new PodRefusal(subject, $"requests {request} of {resource} and states no limit, so that it gets the default of {limit}, which is less", $"state a limit of {resource} in the container")
                        : new PodRefusal(subject, $"requests {request} of {resource}, more than its limit of {limit}", "raise the limit");
                }
            }

            foreach (var refusal in Of(subject, container.Requests, container.Limits, limits, place))
            {
                yield return refusal;
            }
        }
    }

    public static IEnumerable<PodRefusal> OfPod(PodUse pod, LimitNumbers limits, string place) => Of("pod", pod.Requests, pod.Limits, limits, place);

    private static IEnumerable<PodRefusal> Of(
        string subject, SortedDictionary<string, Quantity> requests, SortedDictionary<string, Quantity> limits, LimitNumbers numbers, string place)
    {
        foreach (var (resource, max) in numbers.Max)
        {
            if (ContainerUse.Find(limits, resource) is not { } limit)
            {
                yield return new PodRefusal(subject, $"states no limit of {resource}, and {max} is the maximum", $"state a limit of {resource}");
            }
            else if (limit > max)
            {
                yield return new PodRefusal(subject, $"has a limit of {limit} of {resource}, and {max} is the maximum", $"lower it, or raise {place}.max");
            }
        }

        foreach (var (resource, min) in numbers.Min)
        {
            if (ContainerUse.Find(requests, resource) is not { } request)
            {
                yield return new PodRefusal(subject, $"requests no {resource}, and {min} is the minimum", $"state a request of {resource}");
            }
            else if (request < min)
            {
                yield return new PodRefusal(subject, $"requests {request} of {resource}, and {min} is the minimum", $"raise it, or lower {place}.min");
            }
        }

        foreach (var (resource, ratio) in numbers.MaxLimitRequestRatio)
        {
            if (ContainerUse.Find(requests, resource) is not { IsZero: false } request || ContainerUse.Find(limits, resource) is not { IsZero: false } limit)
            {
                yield return new PodRefusal(subject, $"states no request and limit of {resource}, whose ratio is bounded by {ratio}", $"state both of {resource}");
            }
            else if (limit.Nanos * NanosPerUnit > request.Nanos * ratio.Nanos)
            {
                yield return new PodRefusal(subject, $"has a limit of {limit} and a request of {request} of {resource}, a ratio above {ratio}", $"raise the request, or raise {place}.maxLimitRequestRatio");
            }
        }
    }
}
