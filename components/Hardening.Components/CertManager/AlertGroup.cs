namespace Hardening.Components;

/// <summary>A group of a PrometheusRule: alerts that are evaluated one after the other.</summary>
internal sealed record AlertGroup(string Name, IReadOnlyList<AlertRule> Rules);
