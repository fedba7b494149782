namespace Hardening.Components.Tests.GitOps;

public sealed class GitOpsDestinationTests
{
    private const string WriteServer = "write the cluster's API server, such as https://kubernetes.default.svc";

    private static GitOpsDestinationArgs To(string @namespace, string? reason = null) => new() { Server = Project.InCluster, Namespace = @namespace, Reason = reason };

    [Fact]
    public void A_destination_names_one_cluster_and_a_namespace() => Assert.Equal(
        $"""
        destinations[0].server: neither server nor name is stated, and Argo CD would match no cluster; {WriteServer}
        destinations[0].namespace: is missing, and Argo CD would match no namespace; write the namespace
        destinations[1].server: server and name are both stated, and Argo CD takes either for a match (got "https://kubernetes.default.svc"); {WriteServer}
        """,
        Project.Refused(args => args.Destinations = [new(), new() { Server = Project.InCluster, Name = "in-cluster", Namespace = "shop" }]));

    [Theory]
    [InlineData("!https://kubernetes.default.svc", "permits every cluster but this one: Argo CD lets what a negation does not match pass", "list the clusters that are meant")]
    [InlineData("*", "is every cluster that Argo CD knows now or later", "name the cluster, or say in reason why not")]
    [InlineData("kubernetes.default.svc", "is no address of an API server", WriteServer)]
    [InlineData("http://kubernetes.default.svc", "is no address of an API server", WriteServer)]
    [InlineData("https://kubernetes.default.svc/", "is no address of an API server", WriteServer)]
    [InlineData("https://{a,b}.example.org", "has brackets, which Argo CD reads as a pattern", "write one item for each cluster, or * and ?")]
    public void A_server_is_one_that_argo_cd_knows(string server, string refusal, string fix) =>
        Assert.Equal($"destinations[0].server: {refusal} (got \"{server}\"); {fix}", Project.Refused(args => args.Destinations = [new() { Server = server, Namespace = "shop" }]));

    [Theory]
    [InlineData("*", "is every namespace, Argo CD's own and Kubernetes' among them", "list the namespaces, or say in reason why not")]
    [InlineData("*?", "is every namespace, Argo CD's own and Kubernetes' among them", "list the namespaces, or say in reason why not")]
    [InlineData("!*?", "takes every namespace away", "remove it")]
    [InlineData("!*", "takes every namespace away", "remove it")]
    [InlineData("Shop", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit", "write the namespace's name; * and ? stand for any characters")]
    public void A_namespace_is_a_name_or_a_pattern(string name, string refusal, string fix) =>
        Assert.Equal($"destinations[0].namespace: {refusal} (got \"{name}\"); {fix}", Project.Refused(args => args.Destinations = [To(name)]));

    [Fact]
    public void A_negation_permits_everything_else_and_stands_beside_a_star_of_the_same_server_only()
    {
        const string Refusal = "permits every namespace but this one: Argo CD lets what a negation does not match pass, and denies only by server (got \"!kube-system\"); remove it and list what is permitted, or write server and namespace * beside it, with a reason";

        Assert.Equal($"destinations[0].namespace: {Refusal}", Project.Refused(args => args.Destinations = [To("!kube-system")]));
        Assert.Equal($"destinations[1].namespace: {Refusal}", Project.Refused(args => args.Destinations = [To("team-*"), To("!kube-system")]));
        Assert.Equal($"destinations[1].namespace: {Refusal}", Project.Refused(args => args.Destinations = [new() { Name = "edge", Namespace = "*", Reason = "a sandbox" }, new() { Name = "edge", Namespace = "!kube-system" }]));
        Assert.Equal("", Project.Warned(args => args.Destinations = [To("*", "a sandbox"), To("!kube-system")]));
    }

    [Fact]
    public void The_same_destination_twice_is_refused() =>
        Assert.Equal("destinations[1]: is listed twice; remove one of the two", Project.Refused(args => args.Destinations = [To("shop"), To("shop")]));

    [Theory]
    [InlineData("argocd", "argocd is where Argo CD runs: whoever deploys there changes Argo CD's rights and projects; leave it out, or say in reason why not")]
    [InlineData("argo*", "argocd is where Argo CD runs: whoever deploys there changes Argo CD's rights and projects; leave it out, or say in reason why not")]
    [InlineData("kube-system", "kube-system is Kubernetes' own: whoever deploys there runs pods that the cluster trusts; leave it out, or say in reason why not")]
    [InlineData("kube-s*system", "kube-system is Kubernetes' own: whoever deploys there runs pods that the cluster trusts; leave it out, or say in reason why not")]
    [InlineData("kube-*", "kube-system is Kubernetes' own: whoever deploys there runs pods that the cluster trusts; leave it out, or say in reason why not")]
    public void Namespaces_whose_pods_rule_the_cluster_are_warned_of_unless_there_is_a_reason(string name, string warning)
    {
        Assert.Equal($"destinations[0].namespace: {warning}", Project.Warned(args => args.Destinations = [To(name)]));
        Assert.Equal("", Project.Warned(args => args.Destinations = [To(name, "upgrades come from Git")]));
    }

    [Fact]
    public void Lists_that_are_empty_mean_something_else_than_lists_that_are_absent() => Assert.Equal(
        """
        clusterResourceWhitelist: is empty, which permits no cluster-scoped object, as leaving it out does; leave it out, or list kinds
        clusterResourceBlacklist: is empty, which takes nothing away; leave it out
        namespaceResourceWhitelist: is empty, which permits no kind at all, while leaving it out permits every kind; leave it out, or list kinds
        namespaceResourceBlacklist: is empty, which takes nothing away; leave it out
        """,
        Project.Refused(args => (args.ClusterResourceWhitelist, args.ClusterResourceBlacklist, args.NamespaceResourceWhitelist, args.NamespaceResourceBlacklist) = ([], [], [], [])));

    [Fact]
    public void Kinds_are_written_as_in_manifests() => Assert.Equal(
        """
        namespaceResourceBlacklist[0].group: is missing; write the API group without a version; "" is the core group
        namespaceResourceBlacklist[0].kind: is missing; write it as in manifests, such as ResourceQuota
        namespaceResourceBlacklist[1].group: is no API group (got "apps/v1"); write it without a version, such as apps; "" is the core group
        namespaceResourceBlacklist[1].kind: is no kind (got "deployments"); write it as in manifests, such as ResourceQuota
        namespaceResourceBlacklist[3]: is listed twice; remove one of the two
        """,
        Project.Refused(args => args.NamespaceResourceBlacklist = [new(), new() { Group = "apps/v1", Kind = "deployments" }, new() { Group = "", Kind = "Secret" }, new() { Group = "", Kind = "Secret" }]));

    [Fact]
    public void Every_cluster_scoped_kind_needs_a_reason_and_rights_are_warned_of()
    {
        Assert.Equal(
            "clusterResourceWhitelist[0]: permits kinds that make whoever deploys them administrator of the cluster; list the kinds, or say in reason why not",
            Project.Refused(args => args.ClusterResourceWhitelist = [new() { Group = "*", Kind = "*" }]));
        Assert.Equal(
            "clusterResourceWhitelist[0]: whoever may write to a source of this project gives itself any right by a ClusterRoleBinding; leave it out, or say in reason why not",
            Project.Warned(args => args.ClusterResourceWhitelist = [new() { Group = "rbac.authorization.k8s.io", Kind = "ClusterRoleB*" }]));
        Assert.Equal("", Project.Warned(args => args.ClusterResourceWhitelist = [new() { Group = "*", Kind = "*", Reason = "the platform's own project" }, new() { Group = "policies.kyverno.io", Kind = "*" }]));
    }

    [Theory]
    [InlineData("*.k8s.io", "*")]
    [InlineData("rbac*", "*")]
    [InlineData("**", "*")]
    [InlineData("admission*", "*")]
    public void Patterns_of_groups_reach_rights_too(string group, string kind) => Assert.Equal(
        "clusterResourceWhitelist[0]: permits kinds that make whoever deploys them administrator of the cluster; list the kinds, or say in reason why not",
        Project.Refused(args => args.ClusterResourceWhitelist = [new() { Group = group, Kind = kind }]));

    [Theory]
    [InlineData("*.k8s.io", "ClusterRole", "ClusterRole")]
    [InlineData("rbac.*", "C*Binding", "ClusterRoleBinding")]
    [InlineData("**", "C*", "ClusterRole")]
    public void Patterns_of_groups_that_reach_rights_are_warned_of(string group, string kind, string right) => Assert.Equal(
        $"clusterResourceWhitelist[0]: whoever may write to a source of this project gives itself any right by a {right}; leave it out, or say in reason why not",
        Project.Warned(args => args.ClusterResourceWhitelist = [new() { Group = group, Kind = kind }]));

    [Theory]
    [InlineData("team-[a")]
    [InlineData("team-{a,b}")]
    public void Brackets_in_the_name_of_an_object_are_refused(string name) => Assert.Equal(
        $"clusterResourceBlacklist[0].name: has brackets or a backslash, which Argo CD reads as a pattern, and where they do not match up as no object at all (got \"{name}\"); write one item for each name, or * and ?",
        Project.Refused(args => (args.ClusterResourceWhitelist, args.ClusterResourceBlacklist) = ([new() { Group = "", Kind = "Namespace" }], [new() { Group = "", Kind = "Namespace", Name = name }])));

    [Fact]
    public void Brackets_in_what_is_ignored_are_refused() => Assert.Equal(
        "orphanedResources.ignore[0].name: has brackets, which Argo CD reads as a pattern; one that is not closed can crash its controller (got \"*-sy{stem{\"); write one item for each, or * and ?",
        Project.Refused(args => args.OrphanedResources = new() { Ignore = [new() { Group = "batch", Kind = "Job", Name = "*-sy{stem{" }] }));

    [Fact]
    public void A_slash_cannot_make_one_account_s_destination_another_s() => Assert.Equal(
        "destinationServiceAccounts[1].namespace: is neither a name nor a pattern with * and ? (got \"y/z\"); write the namespace; there is no negation here",
        Project.Refused(args => args.DestinationServiceAccounts = [new() { Server = "https://x/y", Namespace = "z", DefaultServiceAccount = "a" }, new() { Server = "https://x", Namespace = "y/z", DefaultServiceAccount = "a" }]));

    [Fact]
    public void A_blacklist_without_a_whitelist_takes_nothing_away() => Assert.Equal(
        "clusterResourceBlacklist: takes away from clusterResourceWhitelist, which is not stated, so that nothing is permitted anyway; state clusterResourceWhitelist, or leave both out",
        Project.Refused(args => args.ClusterResourceBlacklist = [new() { Group = "", Kind = "Node" }]));

    [Fact]
    public void Orphans_keys_and_accounts_are_checked() => Assert.Equal(
        """
        orphanedResources.ignore[0]: names nothing, and every object of the core group would be ignored; write group, kind or name
        orphanedResources.ignore[2]: is listed twice; remove one of the two
        signatureKeys[0]: is no GnuPG key: 16 hexadecimal digits (got "key"); write it as gpg --list-keys --keyid-format long shows it
        signatureKeys[2]: is listed twice (got "0123456789abcdef"); remove one of the two
        destinationServiceAccounts[0].server: is neither a name nor a pattern with * and ? (got ""); write the API server, such as https://kubernetes.default.svc
        destinationServiceAccounts[0].defaultServiceAccount: is no ServiceAccount; write its name, or namespace:name
        destinationServiceAccounts[1].namespace: is neither a name nor a pattern with * and ? (got "!x"); write the namespace; there is no negation here
        destinationServiceAccounts[1].defaultServiceAccount: is no ServiceAccount (got "a/b"); write its name, or namespace:name
        destinationServiceAccounts[3]: is the same destination as an earlier one; keep one of them
        """,
        Project.Refused(args =>
        {
            args.OrphanedResources = new() { Ignore = [new(), new() { Kind = "Job" }, new() { Kind = "Job" }] };
            args.SignatureKeys = ["key", "0123456789ABCDEF", "0123456789abcdef"];
            args.DestinationServiceAccounts =
            [
                new(), new() { Server = "*", Namespace = "!x", DefaultServiceAccount = "a/b" }, new() { Server = "*", Namespace = "shop", DefaultServiceAccount = "shop:deployer" },
                new() { Server = "*", Namespace = "shop", DefaultServiceAccount = "x" },
            ];
        }));
}
