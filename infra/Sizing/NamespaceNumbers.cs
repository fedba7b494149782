using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>The numbers that hold for a namespace: what its plan states, else those of its size. A number that the plan drops, or that nothing states, is absent.</summary>
internal sealed class NamespaceNumbers(NamespacePlan space)
{
    private const string Dropped = "none";
    private readonly NamespaceSizes _size = NamespaceSizes.Of(space.Args.Size ?? NamespaceSize.Medium);

    /// <summary>A number of the LimitRange's containers: <c>default</c>, <c>defaultRequest</c>, <c>max</c> or <c>min</c>.</summary>
    public Quantity? Container(string map, string resource)
    {
        var (stated, size) = map switch
        {
            "default" => (space.Args.Limits?.Container?.Default, _size.ContainerDefault),
            "defaultRequest" => (space.Args.Limits?.Container?.DefaultRequest, _size.ContainerDefaultRequest),
            "max" => (space.Args.Limits?.Container?.Max, _size.ContainerMax),
            _ => (space.Args.Limits?.Container?.Min, null),
        };
        return Read(stated?.GetValueOrDefault(resource) ?? size?.GetValueOrDefault(resource));
    }

    /// <summary>A number of the quota.</summary>
    public Quantity? Hard(string key) => Read(space.Args.Quota?.Hard?.GetValueOrDefault(SpellingOf(key)) ?? _size.Hard.GetValueOrDefault(key));

    /// <summary>A quota's key as the plan spells it: <c>memory</c> is <c>requests.memory</c>.</summary>
    public string SpellingOf(string key)
    {
        const string requests = "requests.";
        var alias = key.StartsWith(requests, StringComparison.Ordinal) ? key[requests.Length..] : key;
        return space.Args.Quota?.Hard?.ContainsKey(alias) == true ? alias : key;
    }

    private static Quantity? Read(string? text) => text is not null and not Dropped && Quantity.TryParse(text, out var quantity, out _) ? quantity : null;
}
