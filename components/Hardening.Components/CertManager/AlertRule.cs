namespace Hardening.Components;

/// <summary>One alert of a PrometheusRule, with its defaults filled in.</summary>
internal sealed record AlertRule(
    string Alert,
    string Expr,
    string For,
    string Severity,
    string Summary,
    string Description)
{
    /// <summary>Stands for the effective <see cref="For"/> in a description.</summary>
    public const string ForPlaceholder = "{for}";

    /// <summary>Labels beside <c>severity</c> that the expression itself cannot carry, since <c>absent</c> loses them.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
