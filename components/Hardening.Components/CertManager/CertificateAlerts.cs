namespace Hardening.Components;

/// <summary>
/// Alerts on single certificates. Their thresholds are shares of each certificate's own times, since lifetimes range from hours to years. A time of 0 means "not
/// set" and is always left out.
/// </summary>
internal static class CertificateAlerts
{
    private const string Certificate = "namespace, name, issuer_kind, issuer_name";
    private const string Ready = "certmanager_certificate_ready_status";
    private const string Renewal = "certmanager_certificate_renewal_timestamp_seconds";
    private const string Expiration = "certmanager_certificate_expiration_timestamp_seconds";
    private const string NotBefore = "certmanager_certificate_not_before_timestamp_seconds";

    public static AlertGroup Group(CertManagerSettings settings) =>
        new("cert-manager.certificates", [NotReady(), RenewalOverdue(settings), ExpiryNear(settings)]);

    private static AlertRule NotReady() => new(
        CertManagerAlert.CertificateNotReady,
        $"{PromQl.ByObject($"{Ready}{{condition!=\"True\"}}", Certificate)} == 1",
        For: "15m",
        Severity: AlertSeverity.Critical,
        Summary: "Certificate {{ $labels.namespace }}/{{ $labels.name }} is not ready.",
        Description: "Certificate {{ $labels.namespace }}/{{ $labels.name }} of {{ $labels.issuer_kind }} {{ $labels.issuer_name }} has not been ready for"
            + $" {AlertRule.ForPlaceholder}: it was never issued, has expired, or its secret does not match.");

    private static AlertRule RenewalOverdue(CertManagerSettings settings)
    {
        var renewal = Time(Renewal);

        // Ready stays True until the very expiry, so only the renewal time tells that renewals fail.
        return new(
            CertManagerAlert.RenewalOverdue,
            $"(time() - {renewal}) / ({Time(Expiration)} - {renewal}) > {settings.RenewalWindowShare}"
                + $" and {PromQl.ByObject($"{Ready}{{condition=\"True\"}}", Certificate)} == 1",
            For: "1h",
            Severity: AlertSeverity.Warning,
            Summary: "The renewal of certificate {{ $labels.namespace }}/{{ $labels.name }} is overdue.",
            Description: "Certificate {{ $labels.namespace }}/{{ $labels.name }} of {{ $labels.issuer_kind }} {{ $labels.issuer_name }} should have been renewed:"
                + " {{ $value | humanizePercentage }} of the time between renewal and expiry has passed. It is still valid; renewals fail or do not run.");
    }

    private static AlertRule ExpiryNear(CertManagerSettings settings)
    {
        var expiration = Time(Expiration);
        var renewal = Time(Renewal);

        // Before cert-manager 1.18 there is no not_before; the default renewal, at two thirds of the lifetime, tells the lifetime then.
        var lifetime = $"({expiration} - {Time(NotBefore)} or ({expiration} - {renewal}) * 3)";
        return new(
            CertManagerAlert.ExpiryNear,
            // A renewal that is yet to come was planned that late.
            $"({expiration} - time()) / {lifetime} < {settings.RemainingLifetimeShare} unless {renewal} > time()",
            For: "1h",
            Severity: AlertSeverity.Critical,
            Summary: "Certificate {{ $labels.namespace }}/{{ $labels.name }} expires soon.",
            Description: "Certificate {{ $labels.namespace }}/{{ $labels.name }} of {{ $labels.issuer_kind }} {{ $labels.issuer_name }} has"
                + " {{ $value | humanizePercentage }} of its lifetime left and was not renewed.");
    }

    private static string Time(string metric) => PromQl.ByObject($"{metric} > 0", Certificate);
}
