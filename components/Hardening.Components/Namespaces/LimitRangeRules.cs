using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// What the API server refuses in a LimitRange (Kubernetes' <c>ValidateLimitRange</c>), and maxima without defaults, which it accepts and turns into requests.
/// </summary>
internal static class LimitRangeRules
{
    private static readonly System.Numerics.BigInteger NanosPerUnit = 1_000_000_000;

    public static void CheckContainer(LimitNumbers numbers, ProblemList problems)
    {
        CheckNames(numbers, problems);
        foreach (var resource in numbers.Resources)
        {
            CheckOrder(numbers, resource, problems);
            CheckRatio(numbers, resource, problems);
            CheckDefaults(numbers, resource, problems);
        }
    }

    public static void CheckPod(LimitNumbers numbers, LimitArgs args, ProblemList problems)
    {
        CheckNames(numbers, problems);
        Forbid(args.Default, "default", "type Pod has no defaults", problems);
        Forbid(args.DefaultRequest, "defaultRequest", "type Pod has no defaults", problems);
        foreach (var resource in numbers.Resources)
        {
            CheckOrder(numbers, resource, problems);
            CheckRatio(numbers, resource, problems);
        }
    }

    public static void CheckClaim(LimitNumbers numbers, LimitArgs args, ProblemList problems)
    {
        Forbid(args.Default, "default", "a claim has no default size", problems);
        Forbid(args.DefaultRequest, "defaultRequest", "a claim has no default size", problems);
        Forbid(args.MaxLimitRequestRatio, "maxLimitRequestRatio", "a claim has no limit", problems);
        foreach (var (map, resources) in new[] { ("max", numbers.Max.Keys), ("min", numbers.Min.Keys) })
        {
            foreach (var resource in resources.Where(resource => resource != ResourceName.Storage))
            {
                problems.Add($"{map}[{resource}]", null, "a claim is limited in storage only", "remove it, or write storage");
            }
        }

        if (!numbers.Max.ContainsKey(ResourceName.Storage) && !numbers.Min.ContainsKey(ResourceName.Storage))
        {
            problems.Add(string.Empty, null, "neither min nor max states storage, and the API server demands one of them", "write max: {storage: 50Gi}, or remove persistentVolumeClaim");
        }

        CheckOrder(numbers, ResourceName.Storage, problems);
    }

    private static void CheckNames(LimitNumbers numbers, ProblemList problems)
    {
        foreach (var resource in numbers.Resources.Where(resource => !ResourceName.IsContainerResource(resource)))
        {
            var fix = DidYouMean.Suggest(resource, [ResourceName.Cpu, ResourceName.Memory, ResourceName.EphemeralStorage]) is { } near
                ? $"did you mean {near}?"
                : "write cpu, memory, ephemeral-storage, hugepages-<size> or an extended resource such as nvidia.com/gpu";
            problems.Add(string.Empty, resource, "is no resource of a container", fix);
        }
    }

    private static void CheckOrder(LimitNumbers numbers, string resource, ProblemList problems)
    {
        var min = ("min", numbers.Min);
        var request = ("defaultRequest", numbers.DefaultRequest);
        var limit = ("default", numbers.Default);
        var max = ("max", numbers.Max);
        foreach (var (low, high) in new[] { (min, request), (min, limit), (min, max), (request, limit), (request, max), (limit, max) })
        {
            if (low.Item2.TryGetValue(resource, out var lower) && high.Item2.TryGetValue(resource, out var upper) && lower > upper)
            {
                problems.Add($"{low.Item1}[{resource}]", lower.ToString(), $"is above {high.Item1}[{resource}] ({upper})", "the API server demands min ≤ defaultRequest ≤ default ≤ max");
            }
        }
    }

    private static void CheckRatio(LimitNumbers numbers, string resource, ProblemList problems)
    {
        // ratio ≤ max/min, written without a division.
        if (numbers.MaxLimitRequestRatio.TryGetValue(resource, out var ratio)
            && numbers.Max.TryGetValue(resource, out var max)
            && numbers.Min.TryGetValue(resource, out var min)
            && ratio.Nanos * min.Nanos > max.Nanos * NanosPerUnit)
        {
            problems.Add($"maxLimitRequestRatio[{resource}]", ratio.ToString(), $"is above max/min ({max}/{min})", "lower the ratio, or widen min and max");
        }
    }

    private static void CheckDefaults(LimitNumbers numbers, string resource, ProblemList problems)
    {
        var hasDefault = numbers.Default.TryGetValue(resource, out var limit);
        var hasRequest = numbers.DefaultRequest.TryGetValue(resource, out var request);
        if (numbers.Max.TryGetValue(resource, out var max) && !(hasDefault && hasRequest))
        {
            var missing = hasDefault ? "defaultRequest" : hasRequest ? "default" : "default and defaultRequest";
            problems.Add(
                $"max[{resource}]",
                max.ToString(),
                $"{missing} of {resource} is not stated, so the API server would give a container that states nothing a value derived from the maximum",
                $"state {missing} of {resource} beside max");
        }

        if (!ResourceName.MayOvercommit(resource) && hasDefault && hasRequest && limit != request)
        {
            problems.Add($"default[{resource}]", limit.ToString(), $"differs from defaultRequest[{resource}] ({request}), and {resource} cannot be overcommitted", "write the same quantity in both");
        }
    }

    private static void Forbid(Dictionary<string, string>? map, string path, string why, ProblemList problems)
    {
        if (map is { Count: > 0 })
        {
            problems.Add(path, null, $"{why}: the API server refuses or ignores it", "remove it");
        }
    }
}
