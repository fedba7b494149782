using System.Globalization;

namespace Hardening.Components;

/// <summary>A number of pods or a percentage of them, as budgets write it.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsPercentage">Whether it is one of a hundred.</param>
internal readonly record struct PodShare(int Value, bool IsPercentage)
{
    private const int Whole = 100;

    public static bool TryParse(string? text, out PodShare share)
    {
        var isPercentage = text?.EndsWith('%') == true;
        var digits = isPercentage ? text![..^1] : text;
        var read = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && (digits == "0" || digits![0] != '0');
        share = new PodShare(value, isPercentage);
        return read && (!isPercentage || value <= Whole);
    }

    /// <summary>How many of the replicas it is; Kubernetes rounds up for both fields.</summary>
    public long Of(int replicas) => IsPercentage ? (((long)replicas * Value) + Whole - 1) / Whole : Value;
}
