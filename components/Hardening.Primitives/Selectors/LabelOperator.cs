namespace Hardening.Primitives;

/// <summary>The operators of a label selector's <c>matchExpressions</c>.</summary>
public static class LabelOperator
{
    /// <summary>The label is there and its value is one of the values.</summary>
    public const string In = "In";

    /// <summary>The label is missing, or its value is none of the values.</summary>
    public const string NotIn = "NotIn";

    /// <summary>The label is there.</summary>
    public const string Exists = "Exists";

    /// <summary>The label is missing.</summary>
    public const string DoesNotExist = "DoesNotExist";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [In, NotIn, Exists, DoesNotExist];
}
