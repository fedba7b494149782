namespace Hardening.Components;

/// <summary>The groups of the rule and what is common to its alerts.</summary>
internal static class CertManagerRules
{
    private const string AlertPlaceholder = "{alert}";

    public static IReadOnlyList<AlertGroup> Groups(CertManagerSettings settings) =>
    [
        AvailabilityAlerts.Group(settings),
        CertificateAlerts.Group(settings),
        IssuerAlerts.Group(settings),
        ControllerAlerts.Group(settings),
    ];

    /// <summary>The groups with the plan's changes of durations and severities.</summary>
    public static IReadOnlyList<AlertGroup> Groups(CertManagerAlertsArgs args) =>
    [
        .. Groups(CertManagerSettings.From(args)).Select(group => group with
        {
            Rules =
            [
                .. group.Rules.Select(rule => rule with
                {
                    For = args.For?.GetValueOrDefault(rule.Alert) ?? rule.For,
                    Severity = args.Severities?.GetValueOrDefault(rule.Alert) ?? rule.Severity,
                }),
            ],
        }),
    ];

    public static string Runbook(string url, string alert) => url.Replace(AlertPlaceholder, alert, StringComparison.Ordinal);
}
