using Pulumi;
using Pulumi.KubernetesCrds.Monitoring.V1;

namespace Hardening.Components;

/// <summary>Turns the alerts into the arguments of a PrometheusRule.</summary>
internal static class PrometheusRuleManifests
{
    public static InputMap<string> Labels(CertManagerAlertsArgs args)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy };
        foreach (var (key, value) in args.Labels ?? CertManagerSettings.DefaultLabels)
        {
            labels[key] = value;
        }

        return labels;
    }

    public static InputList<PrometheusRuleSpecGroupsArgs> Groups(CertManagerAlertsArgs args)
    {
        var groups = new InputList<PrometheusRuleSpecGroupsArgs>();
        foreach (var group in CertManagerRules.Groups(args))
        {
            var rules = new InputList<PrometheusRuleSpecGroupsRulesArgs>();
            foreach (var rule in group.Rules)
            {
                rules.Add(Rule(rule, args));
            }

            groups.Add(new PrometheusRuleSpecGroupsArgs { Name = group.Name, Rules = rules });
        }

        return groups;
    }

    private static PrometheusRuleSpecGroupsRulesArgs Rule(AlertRule rule, CertManagerAlertsArgs args)
    {
        var labels = new Dictionary<string, string>(rule.Labels, StringComparer.Ordinal) { ["severity"] = rule.Severity };
        foreach (var (label, value) in args.AlertLabels ?? [])
        {
            labels[label] = value;
        }

        var annotations = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["summary"] = rule.Summary,
            ["description"] = rule.Description.Replace(AlertRule.ForPlaceholder, rule.For, StringComparison.Ordinal),
        };
        if (args.RunbookUrl is { } url)
        {
            annotations["runbook_url"] = CertManagerRules.Runbook(url, rule.Alert);
        }

        return new PrometheusRuleSpecGroupsRulesArgs
        {
            Alert = rule.Alert,
            Expr = rule.Expr,
            For = rule.For,
            Labels = labels,
            Annotations = annotations,
        };
    }
}
