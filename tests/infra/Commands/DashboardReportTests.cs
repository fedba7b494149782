using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

public sealed class DashboardReportTests : IDisposable
{
    private const string Plan = Plans.Small + """

          hardening:dashboard:
            serviceAccount: { namespace: shop, name: headlamp }
            chartValue: clusterRoleBinding.create=false
        """;

    private const string Admin = """
        { "kind": "ClusterRoleBinding", "metadata": { "name": "cluster-admin" }, "roleRef": { "kind": "ClusterRole", "name": "cluster-admin" },
          "subjects": [{ "kind": "Group", "name": "system:masters", "apiGroup": "rbac.authorization.k8s.io" }] }
        """;

    private const string Chart = """
        { "kind": "ClusterRoleBinding", "metadata": { "name": "headlamp" }, "roleRef": { "kind": "ClusterRole", "name": "cluster-admin" },
          "subjects": [{ "kind": "ServiceAccount", "name": "headlamp", "namespace": "shop" }] }
        """;

    private const string Own = """
        { "kind": "ClusterRoleBinding", "metadata": { "name": "hardening-dashboard" }, "roleRef": { "kind": "ClusterRole", "name": "hardening-dashboard" },
          "subjects": [{ "kind": "ServiceAccount", "name": "headlamp", "namespace": "shop" }] },
        { "kind": "ClusterRole", "metadata": { "name": "hardening-dashboard" }, "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] },
        { "kind": "ClusterRole", "metadata": { "name": "empty" }, "rules": null },
        { "kind": "RoleBinding", "metadata": { "name": "nobody", "namespace": "shop" }, "roleRef": { "kind": "Role", "name": "x" } }
        """;

    private readonly TempFolder _folder = new();

    public DashboardReportTests() => _folder.Write("Pulumi.yaml", Plans.Project);

    public void Dispose() => _folder.Dispose();

    private Task<CliRun> ReportAsync(string? facts, string plan = Plan)
    {
        _folder.Write("Pulumi.dev.yaml", plan);
        if (facts is null)
            return CliRun.RunAsync(_folder.Path, "report", "dashboard-access");
        _folder.Write("rbac.json", facts);
        return CliRun.RunAsync(_folder.Path, "report", "dashboard-access", "--facts", "rbac.json");
    }

    private static string List(params string[] items) => $$"""{ "apiVersion": "v1", "kind": "List", "items": [{{string.Join(',', items)}}] }""";

    [Fact]
    public async Task The_report_is_red_while_nothing_was_recorded()
    {
        var run = await ReportAsync(null);

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Equal(
            """
            Dashboard access:
                role         hardening-dashboard, 19 rules
                chart value  clusterRoleBinding.create=false
            Findings:
                nothing recorded shows that the chart's binding to cluster-admin has gone: kubectl get clusterrolebindings,clusterroles,rolebindings,roles -A -o json > rbac.json, then --facts rbac.json

            """.ReplaceLineEndings("\n"),
            run.Out);
    }

    [Fact]
    public async Task The_report_is_red_while_the_chart_s_binding_is_there()
    {
        var run = await ReportAsync(List(Admin, Chart, Own));

        Assert.Equal(1, run.Code);
        Assert.Contains("    recorded     4 bindings and 2 roles in rbac.json\nFindings:\n    ClusterRoleBinding headlamp gives ServiceAccount shop/headlamp cluster-admin: set clusterRoleBinding.create=false", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_green_when_only_the_role_of_the_plan_is_left()
    {
        var run = await ReportAsync(List(Admin, Own));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.EndsWith("The dashboard has its role and nothing that is forbidden to dashboards.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_dashboard_in_the_plan_the_report_is_red()
    {
        var run = await ReportAsync(List(Admin), Plans.Small);

        Assert.Equal((1, "Dashboard access:\nFindings:\n    the plan says nothing about a dashboard: add hardening:dashboard\n"), (run.Code, run.Out));
    }

    [Fact]
    public async Task A_dashboard_that_is_off_is_red()
    {
        var run = await ReportAsync(List(Admin), $"{Plan}\n  {Rollouts.With("dashboard-access: Off")}");

        Assert.Equal(1, run.Code);
        Assert.EndsWith("Findings:\n    dashboard-access is Off: set hardening:rollout.dashboard-access\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is no JSON")]
    [InlineData("[1]", "is no list of Kubernetes objects")]
    [InlineData("{}", "is no list of Kubernetes objects")]
    [InlineData("""{ "items": [{ "kind": "ClusterRoleBinding", "metadata": {} }] }""", "is no list of Kubernetes objects")]
    [InlineData("""{ "items": [{ "kind": "ClusterRole", "metadata": { "name": "a" }, "rules": 5 }] }""", "is no list of Kubernetes objects")]
    [InlineData("""{ "items": [] }""", "holds no ClusterRoleBinding, and every cluster has some")]
    public async Task Facts_that_show_nothing_are_refused(string facts, string refusal)
    {
        var run = await ReportAsync(facts);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Equal($"error: --facts: {refusal} (got \"rbac.json\"); record it with kubectl get clusterrolebindings,clusterroles,rolebindings,roles -A -o json\n1 problem; nothing was written.\n", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_no_report()
    {
        _folder.Write("Pulumi.dev.yaml", Plan);
        var run = await CliRun.RunAsync(_folder.Path, "report", "dashboard-access", "--facts", "none.json");

        Assert.Equal((3, "error: none.json does not exist; record it with kubectl get clusterrolebindings,clusterroles,rolebindings,roles -A -o json > none.json\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_plan_that_is_refused_is_no_report()
    {
        var run = await ReportAsync(null, Plan.Replace("namespace: shop", "namespace: shpo", StringComparison.Ordinal));

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Equal("error: hardening:dashboard.serviceAccount.namespace: is no namespace of the plan (got \"shpo\"); did you mean shop? (Pulumi.dev.yaml:20)\n1 problem; nothing was written.\n", run.Error);
    }
}
