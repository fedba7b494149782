namespace Hardening.Components;

/// <summary>How an expression of a ResourceQuota's scope selector compares.</summary>
public static class QuotaScopeOperator
{
    /// <summary>One of the values.</summary>
    public const string In = "In";

    /// <summary>None of the values.</summary>
    public const string NotIn = "NotIn";

    /// <summary>The property is there. The only one for scopes other than PriorityClass and VolumeAttributesClass.</summary>
    public const string Exists = "Exists";

    /// <summary>The property is not there.</summary>
    public const string DoesNotExist = "DoesNotExist";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [In, NotIn, Exists, DoesNotExist];
}
