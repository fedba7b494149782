using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.CertManager;

public sealed class CertManagerRefusalTests
{
    [Fact]
    public void The_defaults_are_accepted()
    {
        var result = CertManagerAlerts.Validate(new CertManagerAlertsArgs { Cluster = Plans.Cluster });

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void No_labels_draw_a_warning() => Assert.Equal(
        "labels: without labels a Prometheus of kube-prometheus-stack does not select the rule: state release, or set its ruleSelectorNilUsesHelmValues to false.",
        Assert.Single(CertManagerAlerts.Validate(new CertManagerAlertsArgs { Cluster = Plans.Cluster, Labels = [] }).Warnings).ToString());

    [Fact]
    public void Names_that_the_API_server_refuses_are_refused_at_once() => Assert.Equal(
        """
        name: a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit (got "Alerts"); write the name as kubectl shows it
        certManagerNamespace: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got "cert.manager"); write the name as kubectl shows it
        namespace: a name cannot be empty (got ""); write the name as kubectl shows it
        webhookDeployment: a name cannot be empty (got ""); write the name as kubectl shows it
        job: is not the value of a job label (got "{{ x }}"); write the label as Prometheus shows it at the target, such as cert-manager
        labels[a b]: a key's name has 1 to 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit; respell the key as name or domain/name
        """,
        Refused(args =>
        {
            args.Name = "Alerts";
            args.CertManagerNamespace = "cert.manager";
            args.Namespace = string.Empty;
            args.WebhookDeployment = string.Empty;
            args.Job = "{{ x }}";
            args.Labels = new() { ["a b"] = "c" };
        }));

    [Fact]
    public void A_secret_namespace_is_never_printed() => Assert.Equal(
        "namespace: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit; write the name as kubectl shows it",
        Refused(args => args.Namespace = Output.CreateSecret("S3cret")));

    [Fact]
    public void A_name_leaves_room_for_the_file_that_the_operator_makes_of_it()
    {
        const string Message = "name: has with its namespace more than 210 characters, and prometheus-operator could update no rule at all";
        var longest = string.Join('.', Enumerable.Repeat(new string('a', 65), 3));

        Assert.Equal("", Refused(args => args.Name = longest + "a"));
        Assert.StartsWith(Message, Refused(args => args.Name = longest + "aa"), StringComparison.Ordinal);
        Assert.StartsWith(Message, Refused(args => (args.Name, args.Namespace) = (longest, "cert-manager-xx")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cert\ud800manager")]
    [InlineData("cert\ufffdmanager")]
    public void A_job_that_is_no_unicode_is_refused(string job) => Assert.StartsWith("job: is not the value of a job label", Refused(args => args.Job = job), StringComparison.Ordinal);

    [Fact]
    public void Two_deployments_of_one_name_are_refused() => Assert.Equal(
        "webhookDeployment: the controller, the webhook and the CA injector are three Deployments (got \"cert-manager\"); give each its own name",
        Refused(args => args.WebhookDeployment = "cert-manager"));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_share_that_is_none_is_refused(double share, string text) => Assert.Equal(
        string.Join('\n', new[] { "renewalWindowShare", "remainingLifetimeShare", "syncErrorRatio", "acmeErrorRatio" }
            .Select(path => $"{path}: is not between 0 and 1, exclusive (got \"{text}\"); write a share such as 0.1")),
        Refused(args => (args.RenewalWindowShare, args.RemainingLifetimeShare, args.SyncErrorRatio, args.AcmeErrorRatio) = (share, share, share, share)));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("1.5h")]
    [InlineData("30m1h")]
    [InlineData("5 m")]
    [InlineData("-5m")]
    [InlineData("300y")]
    [InlineData("99999999999999999999999m")]
    public void A_duration_that_Prometheus_does_not_read_is_refused(string duration) => Assert.Equal(
        $"clockSkew: is not a Prometheus duration (got \"{duration}\"); write units y, w, d, h, m, s, ms in this order, such as 1h30m",
        Refused(args => args.ClockSkew = duration));

    [Theory]
    [InlineData("1h30m")]
    [InlineData("1y2w3d4h5m6s7ms")]
    [InlineData("90s")]
    public void A_duration_that_Prometheus_reads_is_accepted(string duration) => Assert.Equal(string.Empty, Refused(args => args.ClockSkew = duration));

    [Fact]
    public void Durations_that_are_too_short_are_refused() => Assert.Equal(
        """
        clockSkew: is less than a second (got "0"); write a longer duration
        leaseAge: is less than a minute, for which a lease is valid (got "30s"); write a longer duration
        for[CertManagerTargetAbsent]: is less than 5m, and a rollout makes the series absent for about as long (got "4m59s"); write a longer duration
        for[CertManagerClockSkew]: is less than a second (got "0"); write a longer duration
        """,
        Refused(args =>
        {
            args.ClockSkew = "0";
            args.LeaseAge = "30s";
            args.For = new() { [CertManagerAlert.TargetAbsent] = "4m59s", [CertManagerAlert.ClockSkew] = "0" };
        }));

    [Fact]
    public void An_alert_that_does_not_exist_is_refused() => Assert.Equal(
        $"""
        for[CertManagerUnavailble]: there is no such alert; did you mean CertManagerUnavailable?
        severities[Watchdog]: there is no such alert; write one of {string.Join(", ", CertManagerAlert.All)}
        """,
        Refused(args =>
        {
            args.For = new() { ["CertManagerUnavailble"] = "10m" };
            args.Severities = new() { ["Watchdog"] = "critical" };
        }));

    [Fact]
    public void A_duration_for_an_alert_that_is_left_out_draws_a_warning() => Assert.Equal(
        "for[CertManagerIssuerNotReady]: CertManagerIssuerNotReady is not part of the rule here, so its duration is not used.",
        CertManagerAlerts.Validate(new CertManagerAlertsArgs { For = new() { [CertManagerAlert.IssuerNotReady] = "1h" } }).Warnings[0].ToString());

    [Fact]
    public void A_severity_that_is_none_is_refused() => Assert.Equal(
        "severities[CertManagerClockSkew]: is not a value that this argument knows (got \"warn\"); write one of critical, warning, info",
        Refused(args => args.Severities = new() { [CertManagerAlert.ClockSkew] = "warn" }));

    [Fact]
    public void Labels_that_the_alerts_cannot_carry_are_refused() => Assert.Equal(
        """
        alertLabels[a-b]: is not a name for a label of an alert; use letters, digits and underscores, no digit first and no two underscores first
        alertLabels[__x]: is not a name for a label of an alert; use letters, digits and underscores, no digit first and no two underscores first
        alertLabels[severity]: the alerts set this label themselves (got "critical"); use severities
        alertLabels[namespace]: the alerts set this label themselves (got "x"); choose another name
        alertLabels[team]: is empty or a template (got "{{ $labels.x }}"); write a plain value
        """,
        Refused(args => args.AlertLabels = new() { ["a-b"] = "c", ["__x"] = "c", ["severity"] = "critical", ["namespace"] = "x", ["team"] = "{{ $labels.x }}" }));

    [Theory]
    [InlineData("runbooks/cert-manager")]
    [InlineData("ftp://example.org/x")]
    [InlineData("https://")]
    [InlineData("https://example.org/{name}")]
    [InlineData("https://example.org/a b")]
    public void A_runbook_that_is_no_web_address_is_refused(string url) => Assert.Equal(
        $"runbookUrl: is not an http or https URL (got \"{url}\"); write it as https://runbooks.example.org/{{alert}}; {{alert}} becomes the alert's name",
        Refused(args => args.RunbookUrl = url));

    [Fact]
    public void A_mode_that_alerts_do_not_have_is_refused() => Assert.Equal(
        "mode: is not a value that this argument knows (got \"Audit\"); write one of Off, Enforce",
        Refused(args => args.Mode = "Audit"));

    private static string Refused(Action<CertManagerAlertsArgs> change)
    {
        var args = new CertManagerAlertsArgs { Cluster = Plans.Cluster };
        change(args);
        return Refusal.All(CertManagerAlerts.Validate(args));
    }
}
