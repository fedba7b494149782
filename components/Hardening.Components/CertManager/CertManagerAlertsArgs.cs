using Pulumi;

namespace Hardening.Components;

/// <summary>The arguments of <see cref="CertManagerAlerts"/>. Every one has a default.</summary>
public sealed class CertManagerAlertsArgs : ResourceArgs, IToldOfCluster<CertManagerAlertsArgs>
{
    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>, which creates nothing.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>Name of the PrometheusRule; <c>cert-manager-alerts</c> by default.</summary>
    [Input("name")]
    public string? Name { get; set; }

    /// <summary>Namespace of the PrometheusRule; that of cert-manager by default.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    /// <summary>
    /// Labels of the PrometheusRule, by which a Prometheus selects it. Default: <c>release: kube-prometheus-stack</c>, what the chart of that name and release
    /// selects. An empty map draws a warning.
    /// </summary>
    [Input("labels")]
    public Dictionary<string, string>? Labels { get; set; }

    /// <summary>Namespace that cert-manager runs in; <c>cert-manager</c> by default.</summary>
    [Input("certManagerNamespace")]
    public string? CertManagerNamespace { get; set; }

    /// <summary>Value of the <c>job</c> label of the controller's scrape; <c>cert-manager</c> by default.</summary>
    [Input("job")]
    public string? Job { get; set; }

    /// <summary>Name of the controller's Deployment; <c>cert-manager</c> by default.</summary>
    [Input("controllerDeployment")]
    public string? ControllerDeployment { get; set; }

    /// <summary>Name of the webhook's Deployment; <c>cert-manager-webhook</c> by default.</summary>
    [Input("webhookDeployment")]
    public string? WebhookDeployment { get; set; }

    /// <summary>Name of the CA injector's Deployment; <c>cert-manager-cainjector</c> by default.</summary>
    [Input("cainjectorDeployment")]
    public string? CainjectorDeployment { get; set; }

    /// <summary>
    /// True (the default) where the cluster has at least one Certificate, so that a controller without certificate series is stuck. Set false on a
    /// cluster without any, where that alert would never cease.
    /// </summary>
    [Input("expectCertificates")]
    public bool? ExpectCertificates { get; set; }

    /// <summary>
    /// Share of the time between a certificate's renewal and its expiry that may pass without a renewal, between 0 and 1, exclusive; <c>0.1</c> by default: three
    /// days of a 90-day certificate, five hours of a six-day one.
    /// </summary>
    [Input("renewalWindowShare")]
    public double? RenewalWindowShare { get; set; }

    /// <summary>Share of a certificate's lifetime that must remain, between 0 and 1, exclusive; <c>0.2</c> by default. cert-manager renews at a third by default.</summary>
    [Input("remainingLifetimeShare")]
    public double? RemainingLifetimeShare { get; set; }

    /// <summary>Share of a controller's syncs that may fail, between 0 and 1, exclusive; <c>0.1</c> by default.</summary>
    [Input("syncErrorRatio")]
    public double? SyncErrorRatio { get; set; }

    /// <summary>Share of ACME requests that may fail, between 0 and 1, exclusive; <c>0.1</c> by default. At least two must fail within six hours.</summary>
    [Input("acmeErrorRatio")]
    public double? AcmeErrorRatio { get; set; }

    /// <summary>Difference between the controller's clock and Prometheus' that is tolerated; <c>1m</c> by default.</summary>
    [Input("clockSkew")]
    public string? ClockSkew { get; set; }

    /// <summary>Age of the controller's Lease that is tolerated; <c>5m</c> by default.</summary>
    [Input("leaseAge")]
    public string? LeaseAge { get; set; }

    /// <summary><c>for</c> of single alerts: a map from the alert's name (<see cref="CertManagerAlert"/>) to a Prometheus duration.</summary>
    [Input("for")]
    public Dictionary<string, string>? For { get; set; }

    /// <summary>Severity of single alerts: a map from the alert's name to <c>critical</c>, <c>warning</c> or <c>info</c>.</summary>
    [Input("severities")]
    public Dictionary<string, string>? Severities { get; set; }

    /// <summary>Labels that every alert carries beside <c>severity</c>, for routing.</summary>
    [Input("alertLabels")]
    public Dictionary<string, string>? AlertLabels { get; set; }

    /// <summary>
    /// http or https URL for <c>runbook_url</c>; <c>{alert}</c> in it becomes the alert's name. No annotation without it.
    /// </summary>
    [Input("runbookUrl")]
    public string? RunbookUrl { get; set; }

    /// <summary>What the plan states about the cluster; the version of cert-manager decides which alerts have a metric.</summary>
    [Input("cluster")]
    public ClusterFactsArgs? Cluster { get; set; }

    CertManagerAlertsArgs IToldOfCluster<CertManagerAlertsArgs>.Copy() => (CertManagerAlertsArgs)MemberwiseClone();
}
