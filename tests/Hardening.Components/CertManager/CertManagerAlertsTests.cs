using Hardening.Components.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Hardening.Components.Tests.CertManager;

public sealed class CertManagerAlertsTests
{
    [Fact]
    public async Task It_creates_one_PrometheusRule_as_its_child()
    {
        CertManagerAlerts? component = null;
        var stack = await RecordedStack.RunAsync(() => component = new CertManagerAlerts("alerts", Args()));

        Assert.Equal("hardening:index:CertManagerAlerts", stack["alerts"].Type);
        Assert.Equal("kubernetes:monitoring.coreos.com/v1:PrometheusRule", stack["alerts-rule"].Type);
        Assert.Equal("alerts", stack["alerts-rule"].Parent);
        Assert.Equal(
            """{"labels":{"app.kubernetes.io/managed-by":"hardening","release":"kube-prometheus-stack"},"name":"cert-manager-alerts","namespace":"cert-manager"}""",
            stack["alerts-rule"].Json("metadata"));
        Assert.Equal("cert-manager-alerts", await OutputUtilities.GetValueAsync(component!.RuleName));
        Assert.Contains(await OutputUtilities.GetDependenciesAsync(component.RuleName), resource => resource.GetResourceName() == "alerts-rule");
    }

    [Fact]
    public async Task Every_alert_has_a_duration_a_severity_a_summary_and_a_description()
    {
        var alerts = await AlertsAsync(Args());

        Assert.Equal(CertManagerAlert.All, alerts.Select(alert => alert["alert"]));
        Assert.All(alerts, alert =>
        {
            Assert.Contains((string)Map(alert, "labels")["severity"], AlertSeverity.All);
            Assert.Equal(["description", "summary"], Map(alert, "annotations").Keys.Order(StringComparer.Ordinal));
            Assert.All(Map(alert, "annotations").Values, text => Assert.EndsWith(".", (string)text, StringComparison.Ordinal));
            Assert.DoesNotContain("{for}", (string)Map(alert, "annotations")["description"], StringComparison.Ordinal);
            Assert.Matches("^[0-9]+[mh]$", (string)alert["for"]);
        });
    }

    [Fact]
    public async Task Names_labels_durations_severities_and_runbooks_are_the_plans_to_set()
    {
        var args = Args();
        args.Name = "certificates";
        args.Namespace = "monitoring";
        args.Labels = new() { ["prometheus"] = "main" };
        args.AlertLabels = new() { ["team"] = "platform" };
        args.For = new() { [CertManagerAlert.CertificateNotReady] = "30m" };
        args.Severities = new() { [CertManagerAlert.CertificateNotReady] = AlertSeverity.Info };
        args.RunbookUrl = "https://runbooks.example.org/{alert}";
        var stack = await RecordedStack.RunAsync(() => _ = new CertManagerAlerts("alerts", args));
        var alert = Alerts(stack).Single(alert => (string)alert["alert"] == CertManagerAlert.CertificateNotReady);

        Assert.Equal(
            """{"labels":{"app.kubernetes.io/managed-by":"hardening","prometheus":"main"},"name":"certificates","namespace":"monitoring"}""",
            stack["alerts-rule"].Json("metadata"));
        Assert.Equal("30m", alert["for"]);
        Assert.Equal("info", Map(alert, "labels")["severity"]);
        Assert.Equal("platform", Map(alert, "labels")["team"]);
        Assert.Equal("https://runbooks.example.org/CertManagerCertificateNotReady", Map(alert, "annotations")["runbook_url"]);
        Assert.Contains("has not been ready for 30m", (string)Map(alert, "annotations")["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_cert_manager_runs_and_what_its_parts_are_called_reaches_the_expressions()
    {
        var args = Args();
        args.CertManagerNamespace = "pki";
        args.Job = "cm \"main\"";
        args.ControllerDeployment = "cm";
        args.WebhookDeployment = "cm-webhook";
        args.CainjectorDeployment = "cm-cainjector";
        var alerts = await AlertsAsync(args);

        Assert.Equal("absent(up{job=\"cm \\\"main\\\"\",namespace=\"pki\"} == 1)", alerts[1]["expr"]);
        Assert.Contains("{namespace=\"pki\",deployment=\"cm-cainjector\"}", (string)alerts[0]["expr"], StringComparison.Ordinal);
        Assert.DoesNotContain("\"cert-manager", (string)alerts[0]["expr"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thresholds_reach_the_expressions_as_plain_numbers()
    {
        var args = Args();
        args.RenewalWindowShare = 0.25;
        args.RemainingLifetimeShare = 0.00001;
        args.SyncErrorRatio = 0.5;
        args.AcmeErrorRatio = 1.0 / 3;
        args.ClockSkew = "1m30s";
        args.LeaseAge = "1h";
        var alerts = (await AlertsAsync(args)).ToDictionary(alert => (string)alert["alert"], alert => (string)alert["expr"], StringComparer.Ordinal);

        Assert.Contains(" > 0.25 and ", alerts[CertManagerAlert.RenewalOverdue], StringComparison.Ordinal);
        Assert.Contains(" < 0.00001 unless ", alerts[CertManagerAlert.ExpiryNear], StringComparison.Ordinal);
        Assert.EndsWith(" > 0.5", alerts[CertManagerAlert.SyncErrors], StringComparison.Ordinal);
        Assert.Contains(" > 0.333333333333 and ", alerts[CertManagerAlert.AcmeErrors], StringComparison.Ordinal);
        Assert.EndsWith(" > 90", alerts[CertManagerAlert.ClockSkew], StringComparison.Ordinal);
        Assert.EndsWith(" > 3600", alerts[CertManagerAlert.LeaderStuck], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.19.3", "cert-manager 1.19.3 has no metrics of issuers")]
    [InlineData(null, "the version of cert-manager is not stated; before 1.20 it has no metrics of issuers")]
    public async Task Alerts_on_issuers_are_left_out_where_cert_manager_has_no_metric_and_a_warning_says_so(string? version, string why)
    {
        var args = Args();
        args.Cluster = new ClusterFactsArgs { CertManagerVersion = version };

        Assert.Equal(
            CertManagerAlert.All.Except([CertManagerAlert.IssuerNotReady, CertManagerAlert.ClusterIssuerNotReady]),
            (await AlertsAsync(args)).Select(alert => alert["alert"]));
        Assert.Equal(
            $"cluster.certManagerVersion: {why}: CertManagerIssuerNotReady and CertManagerClusterIssuerNotReady are left out.",
            Assert.Single(CertManagerAlerts.Validate(args).Warnings).ToString());
    }

    [Fact]
    public async Task A_cluster_without_certificates_has_no_alert_on_missing_series()
    {
        var args = Args();
        args.ExpectCertificates = false;

        Assert.Equal(CertManagerAlert.All.Except([CertManagerAlert.SeriesMissing]), (await AlertsAsync(args)).Select(alert => alert["alert"]));
    }

    [Fact]
    public async Task Mode_Off_creates_nothing()
    {
        var args = Args();
        args.Mode = Rollout.Off;
        var stack = await RecordedStack.RunAsync(() => _ = new CertManagerAlerts("alerts", args));

        Assert.DoesNotContain(stack.Resources, resource => resource.Name == "alerts-rule");
    }

    [Fact]
    public async Task A_namespace_that_becomes_known_later_is_refused_then()
    {
        var late = new TaskCompletionSource<string>();
        var args = Args();
        args.Namespace = Output.Create(late.Task);
        var run = RecordedStack.RunAsync(() => _ = new CertManagerAlerts("alerts", args));
        late.SetResult("Monitoring");

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => run);
        Assert.Contains("namespace: a name has only a-z, 0-9 and hyphens", exception.ToString(), StringComparison.Ordinal);
    }

    private static CertManagerAlertsArgs Args() => new() { Cluster = Plans.Cluster };

    private static async Task<List<IReadOnlyDictionary<string, object>>> AlertsAsync(CertManagerAlertsArgs args) =>
        Alerts(await RecordedStack.RunAsync(() => _ = new CertManagerAlerts("alerts", args)));

    private static List<IReadOnlyDictionary<string, object>> Alerts(RecordedStack stack) =>
        [.. List(Map(stack["alerts-rule"].Inputs, "spec"), "groups").SelectMany(group => List(group, "rules"))];

    private static IReadOnlyDictionary<string, object> Map(IReadOnlyDictionary<string, object> map, string key) => (IReadOnlyDictionary<string, object>)map[key];

    private static IEnumerable<IReadOnlyDictionary<string, object>> List(IReadOnlyDictionary<string, object> map, string key) =>
        ((IEnumerable<object>)map[key]).Cast<IReadOnlyDictionary<string, object>>();
}
