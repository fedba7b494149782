namespace Hardening.Components;

/// <summary>Values of an alert's <c>severity</c> label, as kube-prometheus-stack routes them.</summary>
public static class AlertSeverity
{
    /// <summary>Needs somebody now.</summary>
    public const string Critical = "critical";

    /// <summary>Needs somebody within days.</summary>
    public const string Warning = "warning";

    /// <summary>For the record.</summary>
    public const string Info = "info";

    /// <summary>Every severity, gravest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Critical, Warning, Info];
}
