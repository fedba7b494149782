using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What the API server refuses in a ResourceQuota's <c>hard</c>, and keys that it accepts and never counts.</summary>
internal static class QuotaRules
{
    /// <summary>Reads what the plan states on top of a size's numbers; what cannot be read is reported and left out.</summary>
    public static SortedDictionary<string, Quantity> Read(NamespaceQuotaArgs? args, NamespaceSizes? size, ProblemList problems)
    {
        var hard = new SortedDictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var (key, text) in size?.Hard ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            hard[key] = Quantity.Parse(text);
        }

        foreach (var (key, text) in args?.Hard ?? [])
        {
            var path = $"hard[{key}]";
            if (!QuotaKey.IsKnown(key))
            {
                problems.Add(path, null, "is no resource that a quota counts", Fix(key));
                continue;
            }

            CheckAlias(args!.Hard!, key, path, problems);
            var canonical = QuotaKey.Canonical(key);
            hard.Remove(canonical);
            if (text != QuantityRules.None && QuantityRules.TryRead(problems, path, QuotaKey.UnitOf(key), text, out var quantity))
            {
                hard[canonical] = quantity;
            }
        }

        return hard;
    }

    /// <summary>A quota that can be met, and whose compute resources every container states or gets by default.</summary>
    public static void CheckAgainstLimits(SortedDictionary<string, Quantity> hard, LimitNumbers? container, ProblemList problems)
    {
        foreach (var (key, total) in hard)
        {
            if (QuotaKey.ContainerResource(key, out var isLimit) is not { } resource)
            {
                continue;
            }

            var map = isLimit ? "default" : "defaultRequest";
            var defaults = isLimit ? container?.Default : container?.DefaultRequest;
            if (defaults is null || !defaults.TryGetValue(resource, out var one))
            {
                // Only cpu and memory must be stated; the rest is counted where it is stated.
                if (resource is ResourceName.Cpu or ResourceName.Memory)
                {
                    problems.Add(
                        $"hard[{key}]",
                        total.ToString(),
                        $"refuses every container that states no {(isLimit ? "limit" : "request")} of {resource}, and the LimitRange supplies none",
                        $"state limits.container.{map}[{resource}], or drop the key with none");
                }
            }
            else if (one > total)
            {
                problems.Add($"hard[{key}]", total.ToString(), $"is exceeded by a single container with the default of {one}", $"raise it, or lower limits.container.{map}[{resource}]");
            }
        }

        WarnOfWhatNeverHappens(hard, container, problems);
    }

    private static void WarnOfWhatNeverHappens(SortedDictionary<string, Quantity> hard, LimitNumbers? container, ProblemList problems)
    {
        foreach (var resource in new[] { ResourceName.Cpu, ResourceName.Memory })
        {
            if (!hard.TryGetValue($"limits.{resource}", out var limits))
            {
                continue;
            }

            if (hard.TryGetValue($"requests.{resource}", out var requests) && requests > limits)
            {
                problems.Warn($"hard[requests.{resource}]", $"{requests} can never be used: limits.{resource} is {limits}, and a limit is never below its request.");
            }

            if (container is not null && container.Max.TryGetValue(resource, out var max) && max > limits)
            {
                problems.Warn($"hard[limits.{resource}]", $"{limits} is below limits.container.max[{resource}] ({max}), so that no container reaches the maximum.");
            }
        }
    }

    private static void CheckAlias(Dictionary<string, string> hard, string key, string path, ProblemList problems)
    {
        var canonical = QuotaKey.Canonical(key);
        if (canonical != key && hard.ContainsKey(canonical))
        {
            problems.Add(path, null, $"is another spelling of {canonical}, which is stated too", "keep one of them");
        }
    }

    private static string Fix(string key)
    {
        const string limits = "limits.";
        if (key.StartsWith(limits, StringComparison.Ordinal) && ResourceName.IsExtended(key[limits.Length..]))
        {
            return $"extended resources are counted by request: write requests.{key[limits.Length..]}";
        }

        if (ResourceName.IsExtended(key) && !key.StartsWith("count/", StringComparison.Ordinal) && !key.Contains(".k8s.io/", StringComparison.Ordinal))
        {
            return $"write requests.{key} for an extended resource, count/<plural>.<group> for objects";
        }

        return DidYouMean.Suggest(key, QuotaKey.Known) is { } near
            ? $"did you mean {near}?"
            : "write requests.memory, limits.cpu, pods, count/<plural>.<group> or <class>.storageclass.storage.k8s.io/requests.storage";
    }
}
