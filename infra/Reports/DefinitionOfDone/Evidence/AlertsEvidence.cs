using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Alerts on cert-manager: on its pods, on certificates that are not renewed, and on issuers.</summary>
internal sealed class AlertsEvidence : IDoneEvidence
{
    private static readonly (string Alert, string What)[] Wanted =
    [
        (CertManagerAlert.Unavailable, "pods that are not ready"), (CertManagerAlert.CertificateNotReady, "certificates that are not renewed"), (CertManagerAlert.ClusterIssuerNotReady, "issuers"),
    ];

    public string Control => Controls.CertManagerAlerts;

    public IEnumerable<DoneLine> Lines(DoneFacts facts)
    {
        var rule = facts.MadeBy("hardening:index:CertManagerAlerts").FirstOrDefault(made => made.Kind == "PrometheusRule");
        if (rule is null)
            return [new DoneLine(null, Control, DoneState.Missing, "no PrometheusRule watches cert-manager", Mend(facts.Plan))];
        var alerts = (rule.Inputs["spec"]?["groups"]?.Items ?? []).SelectMany(group => group["rules"]?.Items ?? []).Where(alert => EvidenceText.IsStated(alert["expr"])).Select(alert => alert["alert"]?.Text).ToList();
        var gaps = Wanted.Where(wanted => !alerts.Contains(wanted.Alert)).Select(wanted => wanted.What).ToList();
        return gaps.Count > 0
            ? [new DoneLine(null, Control, DoneState.Missing, $"{EvidenceText.Of(rule)} has no alert on {EvidenceText.And(gaps)}", $"state {PlanSections.Cluster}.certManagerVersion, 1.20 or newer")]
            : [new DoneLine(null, Control, DoneState.Done, string.Create(CultureInfo.InvariantCulture, $"{EvidenceText.Of(rule)} spec.groups: {alerts.Count} alerts, {EvidenceText.And([.. Wanted.Select(wanted => wanted.Alert)])} among them"))];
    }

    private static string Mend(HardeningPlan plan) => plan.CertManagerAlerts is null ? $"write {PlanSections.Alerts}.certManager" : $"set {PlanSections.Rollout}.{Controls.CertManagerAlerts} to Enforce";
}
