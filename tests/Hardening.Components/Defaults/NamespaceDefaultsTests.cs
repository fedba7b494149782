using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Defaults;

/// <summary>Namespaces that nobody planned: which are meant, what the policy says, what is refused. The objects themselves are held against planned ones by the CEL engine.</summary>
public sealed class NamespaceDefaultsTests
{
    internal static NamespaceDefaultsArgs Args(Action<NamespaceDefaultsArgs>? change = null)
    {
        var args = new NamespaceDefaultsArgs
        {
            PlannedNamespaces = ["argocd", "vault"],
            ExcludedNamespaces = ["playground"],
            Cluster = new() { KubernetesVersion = "1.34.1", KyvernoVersion = "1.19.0", CiliumVersion = "1.19.4" },
        };
        change?.Invoke(args);
        return args;
    }

    private static string Refused(Action<NamespaceDefaultsArgs> change) => Refusal.Of(NamespaceDefaults.Validate(Args(change)));

    private static async Task<string> PolicyAsync(Action<NamespaceDefaultsArgs>? change = null) =>
        (await RecordedStack.RunAsync(() => _ = new NamespaceDefaults("defaults", Args(change))))["defaults-policy"].Json("spec");

    [Fact]
    public async Task Kyverno_may_make_the_objects_before_the_policy_asks_it_to()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new NamespaceDefaults("defaults", Args()));

        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening","rbac.kyverno.io/aggregate-to-background-controller":"true"},"name":"namespace-defaults"}""", stack["defaults-role"].Json("metadata"));
        Assert.Equal(
            """[{"apiGroups":[""],"resources":["limitranges","resourcequotas"],"verbs":["create","delete","get","list","patch","update","watch"]},{"apiGroups":["cilium.io"],"resources":["ciliumnetworkpolicies"],"verbs":["create","delete","get","list","patch","update","watch"]}]""",
            stack["defaults-role"].Json("rules"));
        Assert.Equal(["defaults-role"], stack["defaults-policy"].DependsOn);
    }

    [Fact]
    public async Task The_policy_is_about_namespaces_that_exist_and_new_ones_and_keeps_its_objects()
    {
        var spec = await PolicyAsync();

        Assert.StartsWith("""{"evaluation":{"generateExisting":{"enabled":true},"orphanDownstreamOnPolicyDelete":{"enabled":false},"synchronize":{"enabled":true}},""", spec, StringComparison.Ordinal);
        Assert.Contains(
            ""","generate":[{"expression":"generator.Apply(object.metadata.name, [variables.limitRange])"},{"expression":"generator.Apply(object.metadata.name, [variables.resourceQuota])"},{"expression":"generator.Apply(object.metadata.name, [variables.egressPolicy])"}]""",
            spec,
            StringComparison.Ordinal);
        Assert.Contains(""","matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE","UPDATE"],"resources":["namespaces"]}]}""", spec, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_becomes_of_the_objects_is_the_plan_s_choice() => Assert.StartsWith(
        """{"evaluation":{"generateExisting":{"enabled":true},"orphanDownstreamOnPolicyDelete":{"enabled":true},"synchronize":{"enabled":false}},""",
        await PolicyAsync(args => (args.Synchronize, args.OrphanDownstreamOnPolicyDelete) = (false, true)),
        StringComparison.Ordinal);

    [Fact]
    public async Task Off_creates_nothing()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new NamespaceDefaults("defaults", Args(args => args.Mode = Rollout.Off)));

        Assert.Equal(["defaults"], stack.Resources.Where(resource => resource.Resource is not Stack).Select(resource => resource.Name));
    }

    [Theory]
    [InlineData("shop", true)]
    [InlineData("default", true)]
    [InlineData("kubeflow", true)]
    [InlineData("argocd", false)]
    [InlineData("playground", false)]
    [InlineData("kube-system", false)]
    [InlineData("kube-anything", false)]
    [InlineData("kyverno", false)]
    [InlineData("longhorn-system", false)]
    public void Planned_excluded_and_system_namespaces_are_left_alone(string name, bool applies) => Assert.Equal(applies, new NamespaceDefaultsRules(Args()).Applies(name));

    [Fact]
    public void Kyverno_has_to_have_the_kind() => Assert.Equal(
        "cluster.kyvernoVersion: GeneratingPolicy of policies.kyverno.io/v1 needs Kyverno 1.17, and the cluster has 1.16.3 (got \"1.16.3\"); upgrade Kyverno and state its version in cluster.kyvernoVersion, or do without",
        Refused(args => args.Cluster!.KyvernoVersion = "1.16.3"));

    [Theory]
    [InlineData("argocd", "is left alone anyway (got \"argocd\"); remove it")]
    [InlineData("kube-system", "is left alone anyway (got \"kube-system\"); remove it")]
    [InlineData("cilium", "is left alone anyway (got \"cilium\"); remove it")]
    [InlineData("a*", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"a*\"); write a namespace's name; there are no patterns")]
    public void Excluding_what_is_left_alone_or_no_name_is_refused(string name, string refusal) =>
        Assert.Equal($"excludedNamespaces[0]: {refusal}", Refused(args => args.ExcludedNamespaces = [name]));

    [Fact]
    public void A_size_a_mode_and_rules_are_checked_as_those_of_planned_namespaces_are()
    {
        Assert.Equal("size: is not a value that this argument knows (got \"Tiny\"); write one of Small, Medium, Large", Refused(args => args.Size = "Tiny"));
        Assert.Equal("egressMode: is not a value that this argument knows (got \"Warn\"); write one of Audit, Enforce", Refused(args => args.EgressMode = "Warn"));
        Assert.StartsWith("egress", Refused(args => args.Egress = []), StringComparison.Ordinal);
        Assert.StartsWith("egress[0]", Refused(args => args.Egress = [new()]), StringComparison.Ordinal);
    }

    [Fact]
    public void Deleting_what_is_not_kept_is_refused() => Assert.Equal(
        "orphanDownstreamOnPolicyDelete: has no effect without synchronize: Kyverno deletes only what it keeps (got \"false\"); leave it out, or synchronize",
        Refused(args => (args.Synchronize, args.OrphanDownstreamOnPolicyDelete) = (false, false)));
}
