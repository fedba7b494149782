using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:alerts</c>.</summary>
internal static class AlertsReader
{
    /// <summary>The member that holds the alerts on cert-manager.</summary>
    public const string CertManagerKey = "certManager";

    public static CertManagerAlertsArgs? Read(PlanObject? section, ClusterFactsArgs facts, RolloutPlan rollout)
    {
        var item = section?.Object(CertManagerKey);
        section?.Done();
        if (item is null)
            return null;
        var args = new CertManagerAlertsArgs
        {
            Mode = rollout.ModeOf(Controls.CertManagerAlerts),
            Name = item.Text("name"),
            Namespace = item.Leaf("namespace"),
            Labels = item.TextMap("labels"),
            CertManagerNamespace = item.Text("certManagerNamespace"),
            Job = item.Text("job"),
            ControllerDeployment = item.Text("controllerDeployment"),
            WebhookDeployment = item.Text("webhookDeployment"),
            CainjectorDeployment = item.Text("cainjectorDeployment"),
            ExpectCertificates = item.Bool("expectCertificates"),
            RenewalWindowShare = item.Share("renewalWindowShare"),
            RemainingLifetimeShare = item.Share("remainingLifetimeShare"),
            SyncErrorRatio = item.Share("syncErrorRatio"),
            AcmeErrorRatio = item.Share("acmeErrorRatio"),
            ClockSkew = item.Text("clockSkew"),
            LeaseAge = item.Text("leaseAge"),
            For = item.TextMap("for"),
            Severities = item.TextMap("severities"),
            AlertLabels = item.TextMap("alertLabels"),
            RunbookUrl = item.Text("runbookUrl"),
            Cluster = facts,
        };
        item.Done<CertManagerAlertsArgs>();
        return args;
    }
}
