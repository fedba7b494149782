using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.GitOps;

public sealed class GitOpsProjectTests
{
    private static GitOpsProjectArgs Everything => Project.Args(args =>
    {
        args.Namespace = "gitops";
        args.Description = "The shop";
        args.Reason = "tenants bring charts";
        args.SourceRepos = ["*", "!https://github.com/evil/charts"];
        args.SourceNamespaces = ["team-*", "/^shop-[0-9]+$/"];
        args.Destinations = [new() { Server = Project.InCluster, Namespace = "*", Reason = "tenants choose" }, new() { Server = Project.InCluster, Namespace = "!kube-system" }, new() { Name = "edge", Namespace = "shop" }];
        args.ClusterResourceWhitelist = [new() { Group = "", Kind = "Namespace", Name = "team-*" }];
        args.ClusterResourceBlacklist = [new() { Group = "", Kind = "Node" }];
        args.NamespaceResourceWhitelist = [new() { Group = "apps", Kind = "*" }];
        args.NamespaceResourceBlacklist = [new() { Group = "", Kind = "ResourceQuota" }];
        args.Roles = [new() { Name = "ci", Description = "syncs", Policies = ["p, proj:shop:ci, applications, sync, shop/*, allow"], Groups = ["devs", "\"a, b\""] }];
        args.SyncWindows = [new() { Kind = "deny", Schedule = "0 22 * * 1-5", Duration = "8h", TimeZone = "Europe/Berlin", Applications = ["*"], Namespaces = ["shop"], Clusters = ["in-cluster"], AndOperator = true, ManualSync = true, SyncOverrun = true, Description = "nights" }];
        args.OrphanedResources = new() { Warn = false, Ignore = [new() { Kind = "ConfigMap", Name = "kube-root-ca.crt" }, new() { Group = "cilium.io" }] };
        args.SignatureKeys = ["0123456789ABCDEF"];
        args.DestinationServiceAccounts = [new() { Server = Project.InCluster, Namespace = "shop", DefaultServiceAccount = "deployer" }];
        args.PermitOnlyProjectScopedClusters = true;
    });

    [Fact]
    public async Task A_project_is_a_child_with_the_lists_that_are_stated_and_no_others()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new GitOpsProject("shop", Project.Args()));

        Assert.Equal(("hardening:index:GitOpsProject", "kubernetes:argoproj.io/v1alpha1:AppProject", "shop"), (stack["shop"].Type, stack["shop-project"].Type, stack["shop-project"].Parent));
        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"shop","namespace":"argocd"}""", stack["shop-project"].Json("metadata"));
        Assert.Equal(
            """{"destinations":[{"namespace":"shop","server":"https://kubernetes.default.svc"}],"sourceRepos":["https://github.com/example/shop","https://charts.jetstack.io"]}""",
            stack["shop-project"].Json("spec"));
    }

    [Fact]
    public async Task Everything_that_is_stated_is_in_the_project()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new GitOpsProject("shop", Everything));

        Assert.Equal(
            """
            {"clusterResourceBlacklist":[{"group":"","kind":"Node"}],"clusterResourceWhitelist":[{"group":"","kind":"Namespace","name":"team-*"}],"description":"The shop",
            "destinationServiceAccounts":[{"defaultServiceAccount":"deployer","namespace":"shop","server":"https://kubernetes.default.svc"}],
            "destinations":[{"namespace":"*","server":"https://kubernetes.default.svc"},{"namespace":"!kube-system","server":"https://kubernetes.default.svc"},{"name":"edge","namespace":"shop"}],
            "namespaceResourceBlacklist":[{"group":"","kind":"ResourceQuota"}],"namespaceResourceWhitelist":[{"group":"apps","kind":"*"}],
            "orphanedResources":{"ignore":[{"kind":"ConfigMap","name":"kube-root-ca.crt"},{"group":"cilium.io"}],"warn":false},"permitOnlyProjectScopedClusters":true,
            "roles":[{"description":"syncs","groups":["devs","\"a, b\""],"name":"ci","policies":["p, proj:shop:ci, applications, sync, shop/*, allow"]}],
            "signatureKeys":[{"keyID":"0123456789ABCDEF"}],"sourceNamespaces":["team-*","/^shop-[0-9]+$/"],"sourceRepos":["*","!https://github.com/evil/charts"],
            "syncWindows":[{"andOperator":true,"applications":["*"],"clusters":["in-cluster"],"description":"nights","duration":"8h","kind":"deny","manualSync":true,"namespaces":["shop"],"schedule":"0 22 * * 1-5","syncOverrun":true,"timeZone":"Europe/Berlin"}]}
            """.ReplaceLineEndings(""),
            stack["shop-project"].Json("spec"));
        Assert.Contains("\"namespace\":\"gitops\"", stack["shop-project"].Json("metadata"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_project_loses_every_permission_by_force_and_for_good()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new GitOpsProject("lock", new() { Name = "default", Locked = true }));

        Assert.Equal("kubernetes:argoproj.io/v1alpha1:AppProjectPatch", stack["lock-project"].Type);
        Assert.True(stack["lock-project"].Options.RetainOnDelete);
        Assert.Equal("""{"annotations":{"pulumi.com/patchFieldManager":"hardening","pulumi.com/patchForce":"true"},"name":"default","namespace":"argocd"}""", stack["lock-project"].Json("metadata"));
        Assert.Equal("""{"clusterResourceWhitelist":[],"destinations":[],"namespaceResourceBlacklist":[{"group":"*","kind":"*"}],"sourceRepos":[]}""", stack["lock-project"].Json("spec"));
    }

    [Fact]
    public async Task Off_creates_nothing()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new GitOpsProject("shop", Project.Args(args => args.Mode = Rollout.Off)));

        Assert.Equal(["shop"], stack.Resources.Where(resource => resource.Resource is not Stack).Select(resource => resource.Name));
    }

    [Fact]
    public void The_hosts_that_have_to_be_reached_are_those_outside_the_cluster() => Assert.Equal(
        [(0, "github.com"), (2, "charts.jetstack.io"), (3, "ghcr.io")],
        GitOpsProject.SourceHosts(Project.Args(args => args.SourceRepos = ["git@github.com:example/shop.git", "https://gitea.git.svc.cluster.local/a/b", "https://charts.jetstack.io:443", "ghcr.io/example/charts", "https://*.example.org/x", "!https://evil.example/x", "*"])));

    [Fact]
    public void Projects_of_one_name_are_refused_and_an_open_default_project_is_warned_of_once()
    {
        var result = GitOpsProjectSet.Validate([("p[0]", Project.Args()), ("p[1]", Project.Args()), ("p[2]", Project.Args(args => args.Namespace = "other"))]);

        Assert.Equal("p[1].name: is the name of p[0] too (got \"shop\"); merge the two", Refusal.All(result));
        Assert.Equal(
            """
            p[0]: Argo CD's project default permits every source and destination, and leads around this one: add { name: default, locked: true }
            p[2]: Argo CD's project default permits every source and destination, and leads around this one: add { name: default, locked: true }
            """,
            string.Join('\n', result.Warnings));
        Assert.Empty(GitOpsProjectSet.Validate([("p[0]", Project.Args()), ("p[1]", new() { Name = "default", Locked = true })]).Warnings);
    }
}
