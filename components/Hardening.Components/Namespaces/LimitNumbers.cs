using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The numbers of one LimitRange type after the plan's changes to those of the size.</summary>
internal sealed class LimitNumbers
{
    public SortedDictionary<string, Quantity> Default { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Quantity> DefaultRequest { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Quantity> Max { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Quantity> Min { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Quantity> MaxLimitRequestRatio { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Default.Count + DefaultRequest.Count + Max.Count + Min.Count + MaxLimitRequestRatio.Count == 0;

    /// <summary>Every resource that any of the maps names, in order.</summary>
    public IEnumerable<string> Resources =>
        new SortedSet<string>([.. Default.Keys, .. DefaultRequest.Keys, .. Max.Keys, .. Min.Keys, .. MaxLimitRequestRatio.Keys], StringComparer.Ordinal);

    /// <summary>Reads what the plan states on top of a size's numbers; what cannot be read is reported and left out.</summary>
    public static LimitNumbers Read(LimitArgs? args, NamespaceSizes? size, ProblemList problems)
    {
        var numbers = new LimitNumbers();
        Merge(numbers.Default, size?.ContainerDefault, args?.Default, problems, "default");
        Merge(numbers.DefaultRequest, size?.ContainerDefaultRequest, args?.DefaultRequest, problems, "defaultRequest");
        Merge(numbers.Max, size?.ContainerMax, args?.Max, problems, "max");
        Merge(numbers.Min, null, args?.Min, problems, "min");
        foreach (var (resource, text) in args?.MaxLimitRequestRatio ?? [])
        {
            if (QuantityRules.TryReadRatio(problems, $"maxLimitRequestRatio[{resource}]", text, out var ratio))
            {
                numbers.MaxLimitRequestRatio[resource] = ratio;
            }
        }

        return numbers;
    }

    private static void Merge(
        SortedDictionary<string, Quantity> into,
        IReadOnlyDictionary<string, string>? size,
        Dictionary<string, string>? changes,
        ProblemList problems,
        string map)
    {
        foreach (var (resource, text) in size ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            into[resource] = Quantity.Parse(text);
        }

        foreach (var (resource, text) in changes ?? [])
        {
            into.Remove(resource);
            if (text != QuantityRules.None && QuantityRules.TryRead(problems, $"{map}[{resource}]", resource, text, out var quantity))
            {
                into[resource] = quantity;
            }
        }
    }
}
