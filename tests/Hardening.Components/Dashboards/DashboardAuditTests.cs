namespace Hardening.Components.Tests.Dashboards;

/// <summary>What recorded bindings give the dashboard.</summary>
public sealed class DashboardAuditTests
{
    private static readonly RbacSubject Headlamp = new(RbacSubject.ServiceAccount, "headlamp", "headlamp");
    private static readonly RbacBinding Own = new("hardening-dashboard", null, new("hardening-dashboard"), [Headlamp]);

    private static string[] Audit(params RbacBinding[] bindings) => Audit([], bindings);

    private static string[] Audit(Dictionary<RbacRoleName, IReadOnlyList<RbacRule>> roles, params RbacBinding[] bindings) =>
        [.. DashboardAccess.Audit(Dashboard.Args(), new RecordedRbac(bindings, roles)).Select(finding => finding.Message)];

    [Fact]
    public void A_dashboard_with_its_role_alone_is_clean() => Assert.Empty(Audit(
        Own,
        new RbacBinding("cluster-admin", null, new("cluster-admin"), [new(RbacSubject.Group, "system:masters")]),
        new RbacBinding("system:basic-user", null, new("system:basic-user"), [new(RbacSubject.Group, "system:authenticated")]),
        new RbacBinding("other", null, new("cluster-admin"), [new(RbacSubject.ServiceAccount, "headlamp", "elsewhere")])));

    [Fact]
    public void The_chart_s_own_binding_is_found() => Assert.Equal(
        ["ClusterRoleBinding headlamp gives ServiceAccount headlamp/headlamp cluster-admin: set clusterRoleBinding.create=false in the dashboard's chart, or delete the binding where the chart is not its owner"],
        Audit(Own, new RbacBinding("headlamp", null, new("cluster-admin"), [Headlamp])));

    [Theory]
    [InlineData("Group", "system:serviceaccounts")]
    [InlineData("Group", "system:serviceaccounts:headlamp")]
    [InlineData("Group", "system:authenticated")]
    [InlineData("User", "system:serviceaccount:headlamp:headlamp")]
    public void A_binding_of_what_the_account_is_besides_is_found(string kind, string name) => Assert.Equal(
        [$"ClusterRoleBinding all gives {kind} {name} cluster-admin: set clusterRoleBinding.create=false in the dashboard's chart, or delete the binding where the chart is not its owner"],
        Audit(Own, new RbacBinding("all", null, new("cluster-admin"), [new(kind, name)])));

    [Fact]
    public void Another_account_of_the_same_namespace_is_found() => Assert.Equal(
        ["ClusterRoleBinding headlamp-admin gives ServiceAccount headlamp/headlamp-admin cluster-admin, an account of the dashboard's namespace: name it in serviceAccount if the dashboard runs as it, else delete the binding"],
        Audit(Own, new RbacBinding("headlamp-admin", null, new("cluster-admin"), [new(RbacSubject.ServiceAccount, "headlamp-admin", "headlamp")])));

    [Fact]
    public void A_role_whose_rules_were_not_recorded_is_found() => Assert.Equal(
        ["RoleBinding apps/dash gives ServiceAccount headlamp/headlamp the Role apps/dash, whose rules were not recorded: record clusterroles and roles as well, or delete the binding"],
        Audit(Own, new RbacBinding("dash", "apps", new("dash", "apps"), [Headlamp])));

    [Fact]
    public void A_recorded_role_is_judged_by_its_rules()
    {
        var roles = new Dictionary<RbacRoleName, IReadOnlyList<RbacRule>>
        {
            [new("wide")] = [new RbacRule(["*"], ["*"], ["get", "list"])],
            [new("narrow")] = [new RbacRule(["apps"], ["deployments"], ["get"])],
            [new("hardening-dashboard")] = [new RbacRule([""], ["secrets"], ["get"])],
        };

        Assert.Equal(
            [
                "ClusterRoleBinding hardening-dashboard gives ServiceAccount headlamp/headlamp the ClusterRole hardening-dashboard, which allows get on secrets: delete the binding or narrow the role",
                "ClusterRoleBinding wide gives ServiceAccount headlamp/headlamp the ClusterRole wide, which allows get on secrets, list on secrets, get on pods/exec and 5 more: delete the binding or narrow the role",
            ],
            Audit(roles, Own, new RbacBinding("wide", null, new("wide"), [Headlamp]), new RbacBinding("narrow", null, new("narrow"), [Headlamp])));
    }

    [Fact]
    public void A_dashboard_without_its_role_is_found() => Assert.Equal(
        ["no ClusterRoleBinding gives ServiceAccount headlamp/headlamp the ClusterRole hardening-dashboard: deploy the plan, then record again"],
        Audit(new RbacBinding("hardening-dashboard", "headlamp", new("hardening-dashboard"), [Headlamp])));
}
