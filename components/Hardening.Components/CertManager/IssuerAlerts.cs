namespace Hardening.Components;

/// <summary>Alerts on issuers, whose metrics exist from cert-manager 1.20 on, and on the ACME servers behind them.</summary>
internal static class IssuerAlerts
{
    private const string Requests = "certmanager_http_acme_client_request_count";

    public static AlertGroup Group(CertManagerSettings settings)
    {
        List<AlertRule> rules = [];
        if (settings.HasIssuerMetrics)
        {
            rules.Add(IssuerNotReady());
            rules.Add(ClusterIssuerNotReady());
        }

        rules.Add(AcmeRateLimited());
        rules.Add(AcmeErrors(settings));
        return new AlertGroup("cert-manager.issuers", rules);
    }

    private static AlertRule IssuerNotReady() => new(
        CertManagerAlert.IssuerNotReady,
        $"{PromQl.ByObject("certmanager_issuer_ready_status{condition!=\"True\"}", "namespace, name")} == 1",
        For: "15m",
        Severity: AlertSeverity.Warning,
        Summary: "Issuer {{ $labels.namespace }}/{{ $labels.name }} is not ready.",
        Description: $"Issuer {{{{ $labels.namespace }}}}/{{{{ $labels.name }}}} has not been ready for {AlertRule.ForPlaceholder}: its certificates are not renewed.");

    private static AlertRule ClusterIssuerNotReady() => new(
        CertManagerAlert.ClusterIssuerNotReady,
        "max by (name) (certmanager_clusterissuer_ready_status{condition!=\"True\"}) == 1",
        For: "15m",
        Severity: AlertSeverity.Critical,
        Summary: "ClusterIssuer {{ $labels.name }} is not ready.",
        Description: $"ClusterIssuer {{{{ $labels.name }}}} has not been ready for {AlertRule.ForPlaceholder}: certificates in every namespace that uses it are not renewed.");

    private static AlertRule AcmeRateLimited()
    {
        const string limited = $"{Requests}{{status=\"429\"}}";

        // A client that is told to wait asks rarely: the first answer makes the series, and increase() does not see a series' first value.
        return new(
            CertManagerAlert.AcmeRateLimited,
            $"sum by (host, action) (increase({limited}[1h])) > 0 or sum by (host, action) ({limited} unless {limited} offset 1h) > 0",
            For: "5m",
            Severity: AlertSeverity.Warning,
            Summary: "ACME server {{ $labels.host }} limits cert-manager's rate.",
            Description: "{{ $labels.host }} has answered 429{{ with $labels.action }} to {{ . }}{{ end }} within the last hour: certificates may stay unissued for hours to days."
                + " Look for certificates that are requested again and again.");
    }

    private static AlertRule AcmeErrors(CertManagerSettings settings)
    {
        // 999 is what cert-manager writes where there was no answer. Failed issuances are retried after an hour and ever longer, hence the window.
        const string failed = $"sum by (host, action) (increase({Requests}{{status=~\"[459]..\",status!=\"429\"}}[6h]))";
        return new(
            CertManagerAlert.AcmeErrors,
            $"{failed} / sum by (host, action) (increase({Requests}[6h])) > {settings.AcmeErrorRatio} and {failed} >= 2",
            For: "15m",
            Severity: AlertSeverity.Warning,
            Summary: "ACME server {{ $labels.host }} fails cert-manager's requests.",
            Description: "{{ $value | humanizePercentage }} of cert-manager's {{ with $labels.action }}{{ . }} {{ end }}requests to {{ $labels.host }} failed within the last six hours.");
    }
}
