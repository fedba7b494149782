using Hardening.Primitives;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Hardening.Components;

/// <summary>Turns numbers into the arguments of LimitRange and ResourceQuota. A map that would be empty is left out.</summary>
internal static class LimitManifests
{
    public static InputList<LimitRangeItemArgs> Items(NamespacePlan plan)
    {
        var items = new InputList<LimitRangeItemArgs>();
        foreach (var (type, numbers) in new[] { ("Container", plan.Container), ("Pod", plan.Pod), ("PersistentVolumeClaim", plan.Claim) })
        {
            if (numbers is { IsEmpty: false })
            {
                items.Add(Item(type, numbers));
            }
        }

        return items;
    }

    public static ResourceQuotaSpecArgs Quota(NamespaceQuotaArgs? args, NamespacePlan plan)
    {
        var spec = new ResourceQuotaSpecArgs { Hard = Strings(plan.Hard) };
        if (args?.Scopes is { Count: > 0 } scopes)
        {
            spec.Scopes = scopes.ToArray();
        }

        if (args?.ScopeSelector is { Count: > 0 } selector)
        {
            spec.ScopeSelector = new ScopeSelectorArgs { MatchExpressions = selector.Select(Expression).ToArray() };
        }

        return spec;
    }

    /// <summary>The quantities as canonical text, so that what is read back does not differ.</summary>
    public static Dictionary<string, string> Strings(SortedDictionary<string, Quantity>? quantities)
    {
        var strings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, quantity) in quantities ?? [])
        {
            strings.Add(key, quantity.ToString());
        }

        return strings;
    }

    private static LimitRangeItemArgs Item(string type, LimitNumbers numbers)
    {
        var item = new LimitRangeItemArgs { Type = type };
        Set(numbers.Default, map => item.Default = map);
        Set(numbers.DefaultRequest, map => item.DefaultRequest = map);
        Set(numbers.Max, map => item.Max = map);
        Set(numbers.Min, map => item.Min = map);
        Set(numbers.MaxLimitRequestRatio, map => item.MaxLimitRequestRatio = map);
        return item;
    }

    private static void Set(SortedDictionary<string, Quantity> quantities, Action<Dictionary<string, string>> set)
    {
        if (quantities.Count > 0)
        {
            set(Strings(quantities));
        }
    }

    private static ScopedResourceSelectorRequirementArgs Expression(QuotaScopeArgs scope)
    {
        var expression = new ScopedResourceSelectorRequirementArgs { ScopeName = scope.ScopeName!, Operator = scope.Operator! };
        if (scope.Values is { Count: > 0 } values)
        {
            expression.Values = values.ToArray();
        }

        return expression;
    }
}
