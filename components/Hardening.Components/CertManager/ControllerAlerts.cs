namespace Hardening.Components;

/// <summary>Alerts on the controllers' work and on the clock that they judge certificates by.</summary>
internal static class ControllerAlerts
{
    public static AlertGroup Group(CertManagerSettings settings) =>
        new("cert-manager.controller", [SyncErrors(settings), ClockSkew(settings)]);

    private static AlertRule SyncErrors(CertManagerSettings settings) => new(
        CertManagerAlert.SyncErrors,
        "sum by (controller) (rate(certmanager_controller_sync_error_count[30m]))"
            + $" / sum by (controller) (rate(certmanager_controller_sync_call_count[30m])) > {settings.SyncErrorRatio}",
        For: "15m",
        Severity: AlertSeverity.Warning,
        Summary: "cert-manager's controller {{ $labels.controller }} fails to sync.",
        Description: "{{ $value | humanizePercentage }} of the syncs of controller {{ $labels.controller }} failed within the last 30 minutes. Its log names the objects.");

    private static AlertRule ClockSkew(CertManagerSettings settings)
    {
        const string clock = "certmanager_clock_time_seconds_gauge";

        // Against the sample's own time, not against time(): the age of the scrape is no skew.
        return new(
            CertManagerAlert.ClockSkew,
            $"max by (namespace, pod) (abs({clock} - timestamp({clock}))) > {settings.ClockSkewSeconds}",
            For: "10m",
            Severity: AlertSeverity.Warning,
            Summary: "The clock of cert-manager is off.",
            Description: "The clock of {{ $labels.namespace }}/{{ $labels.pod }} differs from Prometheus' by {{ $value | humanizeDuration }}: renewals run early or late,"
                + " and above 5 minutes the kubelet restarts the controller.");
    }
}
