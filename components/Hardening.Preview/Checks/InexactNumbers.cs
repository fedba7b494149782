using System.Globalization;
using Hardening.Preview.Schemas;

namespace Hardening.Preview.Checks;

/// <summary>Whole numbers that Pulumi cannot carry: it sends every number as a double, and Kubernetes' integers have 64 bits.</summary>
internal static class InexactNumbers
{
    // The first that shares its double with a neighbour, and where the integers of Kubernetes end.
    private const double FirstInexact = 9_007_199_254_740_992;
    private const double EndOfIntegers = 18_446_744_073_709_551_616d;

    public static void Check(CapturedResource resource, List<Finding> findings) => Check(resource, resource.Inputs, new ValuePath(), isSecret: false, findings);

    private static void Check(CapturedResource resource, CapturedValue value, ValuePath path, bool isSecret, List<Finding> findings)
    {
        isSecret |= value.IsSecret;
        if (value.Kind == CapturedKind.Number && Math.Abs(value.Number) is >= FirstInexact and < EndOfIntegers)
        {
            var got = isSecret ? "the value is secret" : "got " + value.Number.ToString("F0", CultureInfo.InvariantCulture);
            findings.Add(Finding.About(resource, FindingIds.NumberInexact, FindingSeverity.Warning, path.ToString(),
                $"whole numbers beyond ±9007199254740991 are rounded on the way, so that the cluster may get another one ({got})", "use a smaller one, or a text where the field takes one"));
        }

        var items = value.ItemSpan;
        for (var i = 0; i < items.Length; i++)
        {
            path.Push(i);
            Check(resource, items[i], path, isSecret, findings);
            path.Pop();
        }

        foreach (ref readonly var member in value.MemberSpan)
        {
            path.Push(member.Name);
            Check(resource, member.Value, path, isSecret, findings);
            path.Pop();
        }
    }
}
