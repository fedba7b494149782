using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Namespaces;

public sealed class NamespaceEgressTests
{
    [Fact]
    public async Task The_default_egress_policy_is_a_child_for_this_namespace_after_it()
    {
        var shared = Egress();
        var stack = await RecordedStack.RunAsync(() =>
        {
            _ = new HardenedNamespace("one", Plans.Namespace(args => Set(args, "one", shared)));
            _ = new HardenedNamespace("two", Plans.Namespace(args => Set(args, "two", shared)));
        });

        Assert.Equal("hardening:index:EgressPolicy", stack["one-egress"].Type);
        Assert.Equal("one", stack["one-egress"].Parent);
        Assert.Equal(["one-namespace"], stack["one-egress"].DependsOn);
        var policies = stack.Resources.Where(resource => resource.Type == "kubernetes:cilium.io/v2:CiliumNetworkPolicy").ToList();
        Assert.Equal(["one-egress", "two-egress"], policies.Select(policy => policy.Parent));
        Assert.Contains("\"namespace\":\"one\"", policies[0].Json("metadata"), StringComparison.Ordinal);
        Assert.Contains("\"namespace\":\"two\"", policies[1].Json("metadata"), StringComparison.Ordinal);
        Assert.Null(shared.Namespace);
    }

    [Fact]
    public void Problems_of_the_egress_policy_are_reported_with_their_place() => Assert.All(
        HardenedNamespace.Validate(Plans.Namespace(args => args.Egress = new EgressPolicyArgs { Mode = "Sometimes", Rules = [EgressRule.SameNamespace()] })).Problems,
        problem => Assert.StartsWith("egress.", problem.Path, StringComparison.Ordinal));

    [Fact]
    public void An_egress_policy_of_another_namespace_is_refused() => Assert.Equal(
        "egress.namespace: is another namespace than grafana, whose default egress this is (got \"vault\"); leave it out, or use an EgressPolicy of its own",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args =>
        {
            args.Egress = Egress();
            args.Egress.Namespace = "vault";
        }))));

    [Fact]
    public void An_exemption_from_egress_and_an_egress_policy_exclude_each_other() => Assert.Equal(
        "exemptions: the namespace is exempt from egress and has an egress policy (got \"egress\"); remove one of them",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args =>
        {
            args.Egress = Egress();
            args.Exemptions = [Plans.Exemption(NamespaceControl.Egress)];
        }))));

    [Fact]
    public async Task Every_argument_of_the_egress_policy_reaches_it()
    {
        var egress = Egress();
        egress.PolicyName = "own-name";
        egress.PodSelector = new() { ["app"] = "grafana" };
        egress.Deny = [new() { Cidrs = ["169.254.169.254/32"], Reason = "cloud metadata" }];
        egress.Cluster = new ClusterFactsArgs { CiliumVersion = "1.20.1" };
        Assert.All(
            typeof(EgressPolicyArgs).GetProperties().Where(property => property.CanWrite && property.Name != nameof(EgressPolicyArgs.Namespace)),
            property => Assert.NotNull(property.GetValue(egress)));

        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("n", Plans.Namespace(args => args.Egress = egress)));

        var policies = string.Join('\n', stack.Resources.Where(resource => resource.Type == "kubernetes:cilium.io/v2:CiliumNetworkPolicy").Select(resource => resource.Json()));
        Assert.Contains("own-name", policies, StringComparison.Ordinal);
        Assert.Contains("\"app\":\"grafana\"", policies, StringComparison.Ordinal);
        Assert.Contains("169.254.169.254/32", policies, StringComparison.Ordinal);
    }

    private static EgressPolicyArgs Egress() => new() { Mode = Rollout.Enforce, Rules = [EgressRule.Dns(), EgressRule.SameNamespace()] };

    private static void Set(HardenedNamespaceArgs args, string name, EgressPolicyArgs egress)
    {
        args.Name = name;
        args.Egress = egress;
    }
}
