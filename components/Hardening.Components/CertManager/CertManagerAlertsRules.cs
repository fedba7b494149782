using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hardening.Primitives;
using Pulumi;

namespace Hardening.Components;

/// <summary>The checks of <see cref="CertManagerAlertsArgs"/>.</summary>
internal static partial class CertManagerAlertsRules
{
    /// <summary>Alerts on absence: a rollout makes the series absent for a while, and must not fire them.</summary>
    private static readonly string[] FiredByAbsence = [CertManagerAlert.Unavailable, CertManagerAlert.TargetAbsent, CertManagerAlert.SeriesMissing];

    /// <summary>A file in a ConfigMap is named with at most 253 characters; two hyphens, a UID and <c>.yaml</c> are 43.</summary>
    private const int LongestNameInFile = 253 - 43;

    private static readonly TimeSpan Rollout = TimeSpan.FromMinutes(5);

    /// <summary>Labels that the expressions or the alerts themselves set.</summary>
    private static readonly string[] TakenLabels =
        ["alertname", "severity", "namespace", "name", "deployment", "job", "host", "action", "controller", "pod", "issuer_kind", "issuer_name"];

    public static void Check(CertManagerAlertsArgs args, ProblemList problems)
    {
        ModeRules.Check(args.Mode, [Components.Rollout.Off, Components.Rollout.Enforce], "mode", problems);
        CheckNames(args, problems);
        CheckLabels(args.Labels, problems);
        CheckShare(args.RenewalWindowShare, "renewalWindowShare", problems);
        CheckShare(args.RemainingLifetimeShare, "remainingLifetimeShare", problems);
        CheckShare(args.SyncErrorRatio, "syncErrorRatio", problems);
        CheckShare(args.AcmeErrorRatio, "acmeErrorRatio", problems);
        CheckDuration(args.ClockSkew, TimeSpan.FromSeconds(1), "a second", "clockSkew", problems);
        CheckDuration(args.LeaseAge, TimeSpan.FromMinutes(1), "a minute, for which a lease is valid", "leaseAge", problems);
        CheckFor(args, problems);
        CheckSeverities(args.Severities ?? [], problems);
        CheckAlertLabels(args.AlertLabels ?? [], problems);
        CheckRunbook(args.RunbookUrl, problems);
        CheckVersion(args, problems);
    }

    /// <summary>The rule's namespace; one that was not known when the arguments were validated is checked here, when it is.</summary>
    public static Input<string> CheckedNamespace(string component, CertManagerAlertsArgs args)
    {
        if (args.Namespace is null)
        {
            return CertManagerSettings.From(args).Namespace;
        }

        return args.Namespace.Apply(@namespace =>
        {
            var problems = new ProblemList();
            CheckNamespace(args, @namespace, problems);
            problems.ToResult().ThrowIfInvalid(nameof(CertManagerAlerts), component);
            return @namespace;
        });
    }

    private static void CheckNames(CertManagerAlertsArgs args, ProblemList problems)
    {
        CheckName(args.Name, "name", KubernetesName.CheckSubdomain, problems);
        CheckName(args.CertManagerNamespace, "certManagerNamespace", KubernetesName.CheckLabel, problems);
        if (args.Namespace is null)
        {
            CheckFile(args, CertManagerSettings.From(args).Namespace, problems);
        }
        else if (Known.TryGet(args.Namespace, out var @namespace))
        {
            CheckNamespace(args, @namespace, problems);
        }

        CheckName(args.ControllerDeployment, "controllerDeployment", KubernetesName.CheckSubdomain, problems);
        CheckName(args.WebhookDeployment, "webhookDeployment", KubernetesName.CheckSubdomain, problems);
        CheckName(args.CainjectorDeployment, "cainjectorDeployment", KubernetesName.CheckSubdomain, problems);
        if (args.Job is { } job && (string.IsNullOrWhiteSpace(job) || job.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar) || job.Contains("{{", StringComparison.Ordinal)))
        {
            problems.Add("job", job, "is not the value of a job label", "write the label as Prometheus shows it at the target, such as cert-manager");
        }

        string[] paths = ["controllerDeployment", "webhookDeployment", "cainjectorDeployment"];
        var deployments = CertManagerSettings.From(args).Deployments;
        for (var i = 1; i < deployments.Count; i++)
        {
            if (deployments.Take(i).Contains(deployments[i], StringComparer.Ordinal))
            {
                problems.Add(paths[i], deployments[i], "the controller, the webhook and the CA injector are three Deployments", "give each its own name");
            }
        }
    }

    private static void CheckNamespace(CertManagerAlertsArgs args, string @namespace, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(@namespace) is { } message)
        {
            problems.Add("namespace", Known.Printable(args.Namespace, @namespace), message, "write the name as kubectl shows it");
        }
        else
        {
            CheckFile(args, @namespace, problems);
        }
    }

    /// <summary>
    /// prometheus-operator hands the rules on as a file of a ConfigMap, <c>{namespace}-{name}-{uid}.yaml</c>; where Kubernetes refuses that name, no rule of the Prometheus is
    /// updated any more.
    /// </summary>
    private static void CheckFile(CertManagerAlertsArgs args, string @namespace, ProblemList problems)
    {
        if (args.Name is { } name && @namespace.Length + name.Length > LongestNameInFile)
        {
            problems.Add("name", name, "has with its namespace more than 210 characters, and prometheus-operator could update no rule at all", "write a shorter name");
        }
    }

    private static void CheckName(string? name, string path, Func<string?, string?> check, ProblemList problems)
    {
        if (name is not null && check(name) is { } message)
        {
            problems.Add(path, name, message, "write the name as kubectl shows it");
        }
    }

    private static void CheckLabels(Dictionary<string, string>? labels, ProblemList problems)
    {
        if (labels is { Count: 0 })
        {
            problems.Warn("labels", "without labels a Prometheus of kube-prometheus-stack does not select the rule: state release, or set its ruleSelectorNilUsesHelmValues to false.");
        }

        LabelRules.CheckLabels(labels ?? [], problems.At("labels"));
    }

    private static void CheckShare(double? share, string path, ProblemList problems)
    {
        if (share is { } value && !(value > 0 && value < 1))
        {
            problems.Add(path, value.ToString(CultureInfo.InvariantCulture), "is not between 0 and 1, exclusive", "write a share such as 0.1");
        }
    }

    private static bool CheckDuration(string? text, TimeSpan least, string leastText, string path, ProblemList problems)
    {
        if (text is null)
        {
            return true;
        }

        if (!PrometheusDuration.TryParse(text, out var duration))
        {
            problems.Add(path, text, "is not a Prometheus duration", "write units y, w, d, h, m, s, ms in this order, such as 1h30m");
            return false;
        }

        if (duration < least)
        {
            problems.Add(path, text, $"is less than {leastText}", "write a longer duration");
            return false;
        }

        return true;
    }

    private static void CheckFor(CertManagerAlertsArgs args, ProblemList problems)
    {
        var rendered = CertManagerRules.Groups(CertManagerSettings.From(args)).SelectMany(group => group.Rules).Select(rule => rule.Alert).ToHashSet(StringComparer.Ordinal);
        foreach (var (alert, text) in args.For ?? [])
        {
            var path = $"for[{alert}]";
            if (!CheckAlertName(alert, path, problems))
            {
                continue;
            }

            var least = FiredByAbsence.Contains(alert, StringComparer.Ordinal) ? Rollout : TimeSpan.FromSeconds(1);
            CheckDuration(text, least, least == Rollout ? "5m, and a rollout makes the series absent for about as long" : "a second", path, problems);
            if (!rendered.Contains(alert))
            {
                problems.Warn(path, $"{alert} is not part of the rule here, so its duration is not used.");
            }
        }
    }

    private static void CheckSeverities(Dictionary<string, string> severities, ProblemList problems)
    {
        foreach (var (alert, severity) in severities)
        {
            var path = $"severities[{alert}]";
            if (CheckAlertName(alert, path, problems))
            {
                Choice.Check(severity, AlertSeverity.All, problems, path);
            }
        }
    }

    private static bool CheckAlertName(string alert, string path, ProblemList problems)
    {
        if (CertManagerAlert.All.Contains(alert, StringComparer.Ordinal))
        {
            return true;
        }

        var fix = DidYouMean.Suggest(alert, CertManagerAlert.All) is { } near ? $"did you mean {near}?" : $"write one of {string.Join(", ", CertManagerAlert.All)}";
        problems.Add(path, null, "there is no such alert", fix);
        return false;
    }

    private static void CheckAlertLabels(Dictionary<string, string> labels, ProblemList problems)
    {
        foreach (var (label, value) in labels)
        {
            var path = $"alertLabels[{label}]";
            if (!LabelName().IsMatch(label) || label.StartsWith("__", StringComparison.Ordinal))
            {
                problems.Add(path, null, "is not a name for a label of an alert", "use letters, digits and underscores, no digit first and no two underscores first");
            }
            else if (TakenLabels.Contains(label, StringComparer.Ordinal))
            {
                problems.Add(path, value, "the alerts set this label themselves", label == "severity" ? "use severities" : "choose another name");
            }
            else if (string.IsNullOrEmpty(value) || value.Contains("{{", StringComparison.Ordinal))
            {
                problems.Add(path, value, "is empty or a template", "write a plain value");
            }
        }
    }

    private static void CheckRunbook(string? url, ProblemList problems)
    {
        if (url is null)
        {
            return;
        }

        var filled = CertManagerRules.Runbook(url, CertManagerAlert.Unavailable);
        if (filled.Any(c => c is '{' or '}' || char.IsWhiteSpace(c))
            || !Uri.TryCreate(filled, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.Host.Length == 0)
        {
            problems.Add("runbookUrl", url, "is not an http or https URL", "write it as https://runbooks.example.org/{alert}; {alert} becomes the alert's name");
        }
    }

    private static void CheckVersion(CertManagerAlertsArgs args, ProblemList problems)
    {
        var settings = CertManagerSettings.From(args);
        if (!settings.HasIssuerMetrics)
        {
            var has = args.Cluster?.CertManagerVersion is { } version ? $"cert-manager {version} has" : "the version of cert-manager is not stated; before 1.20 it has";
            problems.Warn("cluster.certManagerVersion", $"{has} no metrics of issuers: {CertManagerAlert.IssuerNotReady} and {CertManagerAlert.ClusterIssuerNotReady} are left out.");
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z0-9_]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LabelName();
}
