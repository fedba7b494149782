using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Dashboards;

public sealed class DashboardRefusalTests
{
    [Fact]
    public void Nobody_and_no_chart_value_are_refused_at_once() => Assert.Equal(
        """
        serviceAccount: nobody would have the role; state the dashboard's serviceAccount, or the groups or users that sign in to it
        chartValue: is missing: the chart's own binding to cluster-admin would make this role meaningless; write clusterRoleBinding.create=false, and set it in the chart
        """,
        Refusal.All(DashboardAccess.Validate(new DashboardAccessArgs())));

    [Fact]
    public void Subjects_that_are_more_than_the_dashboard_are_refused() => Assert.Equal(
        """
        serviceAccount.namespace: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got "Head"); write the namespace that the dashboard runs in
        serviceAccount.name: is the account of every pod of the namespace that names none (got "default"); give the dashboard an account of its own (serviceAccount.create=true in Headlamp's chart)
        groups[0]: is a group of Kubernetes' own, which is more than the people who use a dashboard (got "system:authenticated"); name a group of the identity provider, or use serviceAccount
        groups[2]: is listed twice (got "ops"); remove one of the two
        users[0]: is a user of Kubernetes' own, which is more than the people who use a dashboard (got "system:anonymous"); name a user of the identity provider, or use serviceAccount
        users[1]: a user needs a name (got " "); write it as the identity provider does, prefix included
        """,
        Refused(args =>
        {
            args.ServiceAccount = new() { Namespace = "Head", Name = "default" };
            args.Groups = ["system:authenticated", "ops", "ops"];
            args.Users = ["system:anonymous", " "];
        }));

    [Theory]
    [InlineData("clusterRoleBinding.create=true")]
    [InlineData("clusterRoleBinding.clusterRoleName=cluster-admin")]
    [InlineData("clusterRoleBinding.create=false ")]
    public void A_chart_value_that_leaves_the_binding_is_refused(string value) => Assert.Equal(
        $"chartValue: does not take the chart's binding to cluster-admin away (got \"{value}\"); write clusterRoleBinding.create=false or clusterRoleBinding.clusterRoleName=looks, and set it in the chart",
        Refused(args => (args.RoleName, args.ChartValue) = ("looks", value)));

    [Fact]
    public void The_chart_may_bind_this_role_instead() =>
        Assert.Equal("", Refused(args => args.ChartValue = "clusterRoleBinding.clusterRoleName=hardening-dashboard"));

    [Theory]
    [InlineData("view", "is a role of Kubernetes' own, which would be overwritten (got \"view\"); write another name, such as hardening-dashboard")]
    [InlineData("system:dash", "a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit (got \"system:dash\"); write a name such as hardening-dashboard")]
    public void A_role_name_that_belongs_to_others_is_refused(string name, string refusal) =>
        Assert.Equal("roleName: " + refusal, Refused(args => args.RoleName = name));

    [Theory]
    [InlineData("rbac.authorization.k8s.io/aggregate-to-view")]
    [InlineData("rbac.authorization.k8s.io/aggregate-to-admin")]
    [InlineData("rbac.kyverno.io/aggregate-to-background-controller")]
    public void A_label_by_which_other_roles_take_these_rules_is_refused(string key) => Assert.Equal(
        $"labels[{key}]: would add these rules to another role, and whoever has that role (got \"true\"); remove the label",
        Refused(args => args.Labels = new() { [key] = "true" }));

    [Theory]
    [InlineData("", "secrets", "allows get on secrets, which no dashboard may have (got \"secrets\"); remove it")]
    [InlineData("", "nodes/proxy", "allows get on nodes/proxy, which no dashboard may have (got \"nodes/proxy\"); remove it")]
    [InlineData("", "pods/exec", "allows get on pods/exec, which no dashboard may have (got \"pods/exec\"); remove it")]
    [InlineData("", "pods/portforward", "allows get on pods/portforward, which no dashboard may have (got \"pods/portforward\"); remove it")]
    [InlineData("", "*", "a wildcard reaches what is forbidden, secrets above all (got \"*\"); list resources in plural, such as pods")]
    [InlineData("", "*/proxy", "a wildcard reaches what is forbidden, secrets above all (got \"*/proxy\"); list resources in plural, such as pods")]
    [InlineData("", "podz", "is no resource of these API groups (got \"podz\"); did you mean pods?")]
    [InlineData("", "pods/logs", "has no subresource that Kubernetes knows (got \"pods/logs\"); write one of approval, attach, binding, ephemeralcontainers, eviction, exec, finalize, log, portforward, proxy, resize, scale, status, token")]
    [InlineData("cilium.io", "CiliumNodes", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"CiliumNodes\"); write the resource in plural, as kubectl api-resources lists it")]
    public void A_resource_that_no_dashboard_may_read_or_that_there_is_not_is_refused(string group, string resource, string refusal) =>
        Assert.Equal($"read[0].resources[0]: {refusal}", Refused(args => args.Read = [new() { ApiGroups = [group], Resources = [resource] }]));

    [Theory]
    [InlineData("*", "a wildcard reaches what is forbidden, and every kind that is ever installed (got \"*\"); list API groups; \"\" is the core group")]
    [InlineData("batches", "is no API group (got \"batches\"); did you mean batch?")]
    [InlineData("cilium.io/v2", "is no API group (got \"cilium.io/v2\"); write it without a version, such as apps or cilium.io; \"\" is the core group")]
    [InlineData("apps", "has none of these resources (got \"apps\"); remove the group, or add a resource of it")]
    public void A_group_that_there_is_not_is_refused(string group, string refusal) =>
        Assert.Equal($"read[0].apiGroups[1]: {refusal}", Refused(args => args.Read = [new() { ApiGroups = ["cilium.io", group], Resources = ["ciliumnodes"] }]));

    [Fact]
    public void Empty_lists_are_refused() => Assert.Equal(
        """
        read[0].apiGroups: is empty, and a rule without groups grants nothing; list API groups; "" is the core group
        read[0].resources: is empty, and a rule without resources grants nothing; list resources in plural, such as pods
        write[0].verbs: is empty, and a rule without verbs grants nothing; list verbs out of create, update, patch, delete, deletecollection
        write[0].apiGroups: is empty, and a rule without groups grants nothing; list API groups; "" is the core group
        write[0].resources: is empty, and a rule without resources grants nothing; list resources in plural, such as pods
        write[0].resourceNames: is empty, which would mean every object; list the names, or leave the key out if every object is meant
        write[0].reason: a right to change something needs a reason; say in a sentence why a dashboard has to
        """,
        Refused(args =>
        {
            args.Read = [new() { ApiGroups = [], Resources = [] }];
            args.Write = [new() { ResourceNames = [] }];
        }));

    [Fact]
    public void Rules_that_add_nothing_are_refused() => Assert.Equal(
        """
        read[0]: grants nothing that every dashboard, or an earlier rule, may not do already; remove it
        write[1]: grants nothing that every dashboard, or an earlier rule, may not do already; remove it
        """,
        Refused(args =>
        {
            args.Read = [new() { ApiGroups = ["apps"], Resources = ["deployments"] }];
            args.Write = [Dashboard.Write("pods", "delete"), Dashboard.Write("pods", "delete")];
            args.Write[1].ResourceNames = ["web-0"];
        }));

    [Theory]
    [InlineData("secrets", "delete", "allows delete on secrets")]
    [InlineData("pods/exec", "create", "allows create on pods/exec")]
    [InlineData("pods/ephemeralcontainers", "patch", "allows patch on pods/ephemeralcontainers")]
    [InlineData("serviceaccounts/token", "create", "allows create on serviceaccounts/token")]
    [InlineData("services/proxy", "create", "allows create on services/proxy")]
    public void Writes_that_lead_to_more_are_refused(string resource, string verb, string refusal) =>
        Assert.Equal(
            $"write[0].resources[0]: {refusal}, which no dashboard may have (got \"{resource}\"); remove it",
            Refused(args => args.Write = [Dashboard.Write(resource, verb)]));

    [Fact]
    public void Verbs_are_a_closed_list() => Assert.Equal(
        """
        write[0].verbs[0]: is not a value that this argument knows (got "impersonate"); write one of create, update, patch, delete, deletecollection
        write[0].verbs[1]: is not a value that this argument knows (got "*"); write one of create, update, patch, delete, deletecollection
        """,
        Refused(args => args.Write = [Dashboard.Write("serviceaccounts", "impersonate", "*")]).Split("\nwrite[0].resources[0]")[0]);

    [Fact]
    public void Names_cannot_limit_verbs_that_come_before_them() => Assert.Equal(
        "write[0].resourceNames: create cannot be limited to names: the API server does not know them then; list create in a rule of its own, without names",
        Refused(args =>
        {
            args.Write = [Dashboard.Write("configmaps", "create", "update")];
            args.Write[0].ResourceNames = ["a"];
        }));

    [Fact]
    public void A_right_to_change_workloads_draws_a_warning() => Assert.Equal(
        "write[0].resources: whoever may patch deployments can mount every secret of its namespace and run any image there; deployments/scale, or delete on pods, mounts nothing.",
        Assert.Single(DashboardAccess.Validate(Dashboard.Args(args => args.Write = [Dashboard.Write("deployments", "patch")])).Warnings).ToString());

    [Fact]
    public void A_dashboard_cannot_be_watched() => Assert.Equal(
        "mode: is not a value that this argument knows (got \"Audit\"); write one of Off, Enforce",
        Refused(args => args.Mode = Rollout.Audit));

    private static string Refused(Action<DashboardAccessArgs> change) => Refusal.All(DashboardAccess.Validate(Dashboard.Args(change)));
}
