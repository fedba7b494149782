namespace Hardening.Components;

/// <summary>Alerts that say whether cert-manager runs at all. They fire on absent series too: nothing else would be left to fire.</summary>
internal static class AvailabilityAlerts
{
    public static AlertGroup Group(CertManagerSettings settings)
    {
        List<AlertRule> rules = [Unavailable(settings), TargetAbsent(settings)];
        if (settings.ExpectCertificates)
        {
            rules.Add(SeriesMissing(settings));
        }

        rules.Add(LeaderStuck(settings));
        return new AlertGroup("cert-manager.availability", rules);
    }

    private static AlertRule Unavailable(CertManagerSettings settings) => new(
        CertManagerAlert.Unavailable,
        string.Join(" or ", settings.Deployments.Select(deployment => NoReplica(settings.Namespace, deployment))),
        For: "10m",
        Severity: AlertSeverity.Critical,
        Summary: "cert-manager's Deployment {{ $labels.deployment }} has no available replica.",
        Description: $"Deployment {settings.Namespace}/{{{{ $labels.deployment }}}} has had no available replica for {AlertRule.ForPlaceholder}, or kube-state-metrics does not report it."
            + " Without the controller nothing is renewed; without the webhook or the CA injector no change of a certificate or issuer is accepted.")
    {
        Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["namespace"] = settings.Namespace },
    };

    private static AlertRule TargetAbsent(CertManagerSettings settings) => new(
        CertManagerAlert.TargetAbsent,
        // absent(up) alone would miss targets that are there and down.
        $"absent({Up(settings)} == 1)",
        For: "10m",
        Severity: AlertSeverity.Critical,
        Summary: "No scrape of cert-manager succeeds.",
        Description: $"Prometheus has had no successful scrape of job {settings.Job} in namespace {settings.Namespace} for {AlertRule.ForPlaceholder}: the controller is down,"
            + " its ServiceMonitor or PodMonitor is gone, or a network policy cuts the scrape. Every other alert on certificates is blind meanwhile.")
    {
        Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["namespace"] = settings.Namespace, ["job"] = settings.Job },
    };

    private static AlertRule SeriesMissing(CertManagerSettings settings) => new(
        CertManagerAlert.SeriesMissing,
        // Informers start once the lease is held, so a controller that never leads is up and reports nothing.
        $"max by (namespace, job) ({Up(settings)}) == 1 and on () absent(certmanager_certificate_ready_status)",
        For: "15m",
        Severity: AlertSeverity.Critical,
        Summary: "cert-manager is up and reports no certificate.",
        Description: $"The controller in {settings.Namespace} answers scrapes and has reported no certificate for {AlertRule.ForPlaceholder}: no replica holds the lease"
            + " cert-manager-controller, or it may not list certificates. Nothing is renewed.");

    private static AlertRule LeaderStuck(CertManagerSettings settings) => new(
        CertManagerAlert.LeaderStuck,
        // The newest of all leases of that name: an old one may remain where leaderElection.namespace was changed.
        $"time() - max(kube_lease_renew_time{{lease=\"cert-manager-controller\"}}) > {settings.LeaseAgeSeconds}",
        For: "10m",
        Severity: AlertSeverity.Critical,
        Summary: "cert-manager's leader does not renew its lease.",
        Description: "The lease cert-manager-controller was renewed {{ $value | humanizeDuration }} ago: no controller leads, and nothing is renewed.");

    private static string Up(CertManagerSettings settings) => $"up{{job={PromQl.Quote(settings.Job)},namespace={PromQl.Quote(settings.Namespace)}}}";

    private static string NoReplica(string @namespace, string deployment)
    {
        const string metric = "kube_deployment_status_replicas_available";
        var name = $"deployment={PromQl.Quote(deployment)}";
        var either = $"{metric}{{namespace={PromQl.Quote(@namespace)},{name}}} or {metric}{{exported_namespace={PromQl.Quote(@namespace)},{name}}}";
        return PromQl.WithLabel($"(max({either}) or vector(0)) == 0", "deployment", deployment);
    }
}
