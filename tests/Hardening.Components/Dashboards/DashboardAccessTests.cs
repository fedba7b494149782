using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Dashboards;

public sealed class DashboardAccessTests
{
    private static DashboardAccessArgs Everything => Dashboard.Args(args =>
    {
        args.Groups = ["oidc:ops"];
        args.Users = ["ada@example.org"];
        args.Labels = new() { ["team"] = "platform" };
        args.Read = [new() { ApiGroups = ["cilium.io"], Resources = ["ciliumnetworkpolicies"] }];
        args.Write = [Dashboard.Write("pods", "delete"), Dashboard.Write("deployments/scale", "update", "patch")];
        args.Write[1].ResourceNames = ["web"];
    });

    [Fact]
    public async Task The_role_reads_and_changes_only_what_is_listed()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new DashboardAccess("dash", Everything));
        var rules = stack["dash-role"].Json("rules");

        Assert.Equal("hardening:index:DashboardAccess", stack["dash"].Type);
        Assert.Equal("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", stack["dash-role"].Type);
        Assert.Equal(("dash", "dash"), (stack["dash-role"].Parent, stack["dash-binding"].Parent));
        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening","team":"platform"},"name":"hardening-dashboard"}""", stack["dash-role"].Json("metadata"));
        Assert.EndsWith(
            """
            ,{"apiGroups":["cilium.io"],"resources":["ciliumnetworkpolicies"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete"]},{"apiGroups":["apps"],"resourceNames":["web"],"resources":["deployments/scale"],"verbs":["update","patch"]}]
            """,
            rules,
            StringComparison.Ordinal);
        Assert.StartsWith("""[{"apiGroups":[""],"resources":["configmaps","endpoints","events",""", rules, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_binding_names_the_account_the_groups_and_the_users_and_the_value_that_the_chart_needs()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new DashboardAccess("dash", Everything));

        Assert.Equal("""{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"hardening-dashboard"}""", stack["dash-binding"].Json("roleRef"));
        Assert.Equal(
            """[{"kind":"ServiceAccount","name":"headlamp","namespace":"headlamp"},{"apiGroup":"rbac.authorization.k8s.io","kind":"Group","name":"oidc:ops"},{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"ada@example.org"}]""",
            stack["dash-binding"].Json("subjects"));
        Assert.Contains("""{"annotations":{"hardening/needs-chart-value":"clusterRoleBinding.create=false"},""", stack["dash-binding"].Json("metadata"), StringComparison.Ordinal);
        Assert.Equal(["dash-role"], stack["dash-binding"].DependsOn);
    }

    [Fact]
    public async Task No_rule_reaches_anything_forbidden_and_no_other_role_flows_in_or_out()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new DashboardAccess("dash", Everything));
        var role = stack["dash-role"];
        var rules = ((IEnumerable<object>)role.Inputs["rules"]).Cast<IReadOnlyDictionary<string, object>>()
            .Select(rule => new RbacRule(Texts(rule["apiGroups"]), Texts(rule["resources"]), Texts(rule["verbs"])))
            .ToList();

        Assert.True(rules.Count > 20);
        Assert.Empty(DashboardForbidden.ReachedBy(rules));
        Assert.DoesNotContain(rules.SelectMany(rule => rule.ApiGroups.Concat(rule.Resources).Concat(rule.Verbs)), text => text.Contains('*', StringComparison.Ordinal));
        Assert.False(role.Inputs.ContainsKey("aggregationRule"));
        Assert.DoesNotContain("aggregate-to", role.Json("metadata"), StringComparison.Ordinal);
        Assert.All(rules.Where(rule => rule.Verbs.Except(["get", "list", "watch"], StringComparer.Ordinal).Any()), rule => Assert.Contains(rule.Resources[0], (string[])["pods", "deployments/scale"]));
    }

    [Fact]
    public async Task Off_creates_nothing()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new DashboardAccess("dash", Dashboard.Args(args => args.Mode = Rollout.Off)));

        Assert.Equal(["dash"], stack.Resources.Where(resource => resource.Resource is not Stack).Select(resource => resource.Name));
    }

    [Fact]
    public async Task Refused_arguments_create_nothing()
    {
        ComponentArgumentException? refusal = null;
        var stack = await RecordedStack.RunAsync(() => refusal = Assert.Throws<ComponentArgumentException>(() => new DashboardAccess("dash", new DashboardAccessArgs())));

        Assert.Equal("DashboardAccess \"dash\": 2 problems", refusal!.Message.Split('\n')[0]);
        Assert.DoesNotContain(stack.Resources, resource => resource.Name.StartsWith("dash", StringComparison.Ordinal));
    }

    private static List<string> Texts(object list) => ((IEnumerable<object>)list).Cast<string>().ToList();
}
