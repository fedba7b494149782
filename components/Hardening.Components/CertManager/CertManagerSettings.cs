using System.Globalization;

namespace Hardening.Components;

/// <summary>The arguments of <see cref="CertManagerAlerts"/> with every default filled in, as the expressions need them.</summary>
internal sealed record CertManagerSettings
{
    public const string DefaultNamespace = "cert-manager";
    public const string DefaultName = "cert-manager-alerts";

    /// <summary>What the chart kube-prometheus-stack selects rules by when its release has the chart's name.</summary>
    public static IReadOnlyDictionary<string, string> DefaultLabels { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["release"] = "kube-prometheus-stack" };

    public required string Namespace { get; init; }

    public required string Job { get; init; }

    public required IReadOnlyList<string> Deployments { get; init; }

    public required string RenewalWindowShare { get; init; }

    public required string RemainingLifetimeShare { get; init; }

    public required string SyncErrorRatio { get; init; }

    public required string AcmeErrorRatio { get; init; }

    public required string ClockSkewSeconds { get; init; }

    public required string LeaseAgeSeconds { get; init; }

    public required bool ExpectCertificates { get; init; }

    public required bool HasIssuerMetrics { get; init; }

    /// <summary>Fills in the defaults; the arguments have been validated.</summary>
    public static CertManagerSettings From(CertManagerAlertsArgs args) => new()
    {
        Namespace = args.CertManagerNamespace ?? DefaultNamespace,
        Job = args.Job ?? "cert-manager",
        Deployments =
        [
            args.ControllerDeployment ?? "cert-manager",
            args.WebhookDeployment ?? "cert-manager-webhook",
            args.CainjectorDeployment ?? "cert-manager-cainjector",
        ],
        RenewalWindowShare = Number(args.RenewalWindowShare ?? 0.1),
        RemainingLifetimeShare = Number(args.RemainingLifetimeShare ?? 0.2),
        SyncErrorRatio = Number(args.SyncErrorRatio ?? 0.1),
        AcmeErrorRatio = Number(args.AcmeErrorRatio ?? 0.1),
        ClockSkewSeconds = Seconds(args.ClockSkew ?? "1m"),
        LeaseAgeSeconds = Seconds(args.LeaseAge ?? "5m"),
        ExpectCertificates = args.ExpectCertificates ?? true,
        HasIssuerMetrics = ClusterFacts.CertManagerHas(args.Cluster, "1.20"),
    };

    private static string Number(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Seconds(string duration) =>
        PrometheusDuration.TryParse(duration, out var value) ? value.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) : duration;
}
