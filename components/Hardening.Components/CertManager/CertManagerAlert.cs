namespace Hardening.Components;

/// <summary>Names of the alerts of <see cref="CertManagerAlerts"/>.</summary>
public static class CertManagerAlert
{
    /// <summary>The controller, webhook or CA injector has no available replica, or its Deployment is not reported.</summary>
    public const string Unavailable = "CertManagerUnavailable";

    /// <summary>No scrape of the controller succeeds.</summary>
    public const string TargetAbsent = "CertManagerTargetAbsent";

    /// <summary>The controller is up and exposes no certificate series: no replica leads.</summary>
    public const string SeriesMissing = "CertManagerSeriesMissing";

    /// <summary>The leader's Lease is not renewed.</summary>
    public const string LeaderStuck = "CertManagerLeaderStuck";

    /// <summary>A certificate is not ready.</summary>
    public const string CertificateNotReady = "CertManagerCertificateNotReady";

    /// <summary>A certificate's renewal time has passed and nothing renewed it.</summary>
    public const string RenewalOverdue = "CertManagerRenewalOverdue";

    /// <summary>Little is left of a certificate's lifetime.</summary>
    public const string ExpiryNear = "CertManagerCertificateExpiryNear";

    /// <summary>An Issuer is not ready (cert-manager 1.20 on).</summary>
    public const string IssuerNotReady = "CertManagerIssuerNotReady";

    /// <summary>A ClusterIssuer is not ready (cert-manager 1.20 on).</summary>
    public const string ClusterIssuerNotReady = "CertManagerClusterIssuerNotReady";

    /// <summary>An ACME server answers 429.</summary>
    public const string AcmeRateLimited = "CertManagerAcmeRateLimited";

    /// <summary>An ACME server refuses or fails requests.</summary>
    public const string AcmeErrors = "CertManagerAcmeErrors";

    /// <summary>One of cert-manager's controllers fails to sync.</summary>
    public const string SyncErrors = "CertManagerSyncErrors";

    /// <summary>The controller's clock differs from Prometheus'.</summary>
    public const string ClockSkew = "CertManagerClockSkew";

    /// <summary>Every alert, in the order of the rule.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Unavailable, TargetAbsent, SeriesMissing, LeaderStuck, CertificateNotReady, RenewalOverdue, ExpiryNear,
        IssuerNotReady, ClusterIssuerNotReady, AcmeRateLimited, AcmeErrors, SyncErrors, ClockSkew,
    ];
}
