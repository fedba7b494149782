using Pulumi;

namespace Hardening.Components.Tests.Network;

/// <summary>Both ends of a connection.</summary>
public sealed class NetworkConnectionsTests
{
    private static readonly EgressRuleArgs ToDatabase = EgressRule.NamespacePods("data", new() { ["app"] = "db" }, "5432/TCP", "9100/TCP");

    [Fact]
    public void What_egress_allows_and_no_ingress_lets_in_is_said_at_the_egress_rule() => Assert.Equal(
        "from[0].egress[0]: connects to pods app=db of data on 9100/TCP, and no ingress rule of data lets that in: the connection is cut there",
        Warnings(ToDatabase, Rollout.Enforce, IngressRule.Namespace("shop", "5432/TCP"), IngressRule.Namespace("monitoring", "9100/TCP")));

    [Fact]
    public void An_audit_says_what_enforcing_will_cut() => Assert.Equal(
        "from[0].egress[0]: connects to pods app=db of data on 5432/TCP and 9100/TCP, and no ingress rule of data lets that in: enforcing ingress there will cut the connection",
        Warnings(ToDatabase, Rollout.Audit, IngressRule.None()));

    [Fact]
    public void A_rule_for_every_port_needs_some_port() => Assert.Equal(
        "from[0].egress[0]: connects to pods of data on any port, and no ingress rule of data lets that in: the connection is cut there",
        Warnings(EgressRule.Namespace("data"), Rollout.Enforce, IngressRule.SameNamespace()));

    [Fact]
    public void Asking_the_resolver_is_a_connection_too() => Assert.Equal(
        "from[0].egress[0]: connects to pods k8s-app=kube-dns of kube-system on 53/UDP, and no ingress rule of kube-system lets that in: the connection is cut there",
        Warnings(EgressRule.Dns(), Rollout.Enforce, "kube-system", null, IngressRule.AnyNamespace("53/TCP")));

    public static TheoryData<EgressRuleArgs, IngressRuleArgs> LetIn => new()
    {
        { ToDatabase, IngressRule.Namespace("shop") },
        { ToDatabase, IngressRule.AnyNamespace("1-65535") },
        { ToDatabase, IngressRule.NamespacePods("shop", new() { ["tier"] = "web" }) },
        { ToDatabase, IngressRule.Entities(["cluster"], "everybody inside") },
        { ToDatabase, IngressRule.Namespace("shop", "postgres", "metrics") },
        { ToDatabase, IngressRule.Namespace(Output.CreateSecret("shop")) },
        { EgressRule.Namespace("data"), IngressRule.Namespace("shop", "80/TCP") },
        { EgressRule.Namespace("data", "8000-8100"), IngressRule.Namespace("shop", "8100-8200/UDP") },
        { EgressRule.AnyNamespace(), IngressRule.None() },
        { EgressRule.Cidr("10.0.0.0/8"), IngressRule.None() },
        { EgressRule.Namespace("elsewhere"), IngressRule.None() },
    };

    [Theory]
    [MemberData(nameof(LetIn))]
    public void What_is_let_in_or_may_be_is_not_warned_of(EgressRuleArgs egress, IngressRuleArgs ingress) => Assert.Empty(Warnings(egress, Rollout.Enforce, ingress));

    [Fact]
    public void Labels_tell_pods_apart()
    {
        var fromWeb = EgressRule.Namespace("data", "5432/TCP");
        Assert.NotEmpty(Warnings(fromWeb, Rollout.Enforce, "data", new() { ["app"] = "web" }, IngressRule.NamespacePods("shop", new() { ["app"] = "job" })));
        Assert.Empty(Warnings(fromWeb, Rollout.Enforce, "data", new() { ["app"] = "web" }, IngressRule.NamespacePods("shop", new() { ["app"] = "web" })));
    }

    [Fact]
    public void A_policy_of_some_pods_governs_only_them()
    {
        var ingress = Ingress("data", Rollout.Enforce, IngressRule.None());
        ingress.PodSelector = new() { ["app"] = "cache" };

        Assert.Empty(Said(Egress(ToDatabase), ingress));
        Assert.Empty(Said(Egress(EgressRule.Namespace("data")), ingress));
        Assert.NotEmpty(Said(Egress(EgressRule.NamespacePods("data", new() { ["app"] = "cache", ["tier"] = "b" })), ingress));
    }

    [Fact]
    public void Whom_ingress_lets_in_and_no_egress_lets_out_is_said_at_the_ingress_rule() => Assert.Equal(
        "to[0].ingress[1]: lets pods app=web of shop in on 8443/TCP, and no egress rule of shop lets them out to there: nobody comes that way",
        Warnings(EgressRule.Namespace("data", "5432/TCP"), Rollout.Enforce, IngressRule.Namespace("shop", "5432"), IngressRule.NamespacePods("shop", new() { ["app"] = "web" }, "5432/TCP", "8443/TCP")));

    [Fact]
    public void An_audit_of_egress_says_what_enforcing_it_will_leave_unused()
    {
        var egress = Egress(EgressRule.Namespace("elsewhere"));
        egress.Mode = Rollout.Audit;

        Assert.Equal(
            "to[0].ingress[0]: lets pods of shop in on any port, and no egress rule of shop lets them out to there: once egress is enforced there, nobody comes that way",
            Said(egress, Ingress("data", Rollout.Enforce, IngressRule.Namespace("shop"))));
        Assert.Equal(
            "to[0].ingress[0]: lets pods app=job of shop in on any port, and no egress rule of shop lets them out to there: once egress is enforced there, nobody comes that way",
            Said(egress, Ingress("shop", Rollout.Enforce, IngressRule.SameNamespacePods(new() { ["app"] = "job" }))));
    }

    public static TheoryData<EgressRuleArgs, IngressRuleArgs> MayComeOut => new()
    {
        { EgressRule.AnyNamespace("5432"), IngressRule.Namespace("shop", "5432/TCP") },
        { EgressRule.AnyNamespace(), IngressRule.Namespace("shop", "metrics") },
        { EgressRule.Namespace(Output.CreateSecret("data")), IngressRule.Namespace("shop", "5432/TCP") },
        { EgressRule.None(), IngressRule.AnyNamespace() },
        { EgressRule.None(), IngressRule.Namespace("monitoring") },
        { EgressRule.None(), IngressRule.Namespace(Output.CreateSecret("shop")) },
        { EgressRule.None(), IngressRule.World("everybody") },
        { EgressRule.None(), IngressRule.Icmp() },
    };

    [Theory]
    [MemberData(nameof(MayComeOut))]
    public void Who_may_come_out_is_not_warned_of(EgressRuleArgs egress, IngressRuleArgs ingress) => Assert.Empty(Warnings(egress, Rollout.Enforce, ingress));

    [Fact]
    public void Pods_of_which_no_egress_policy_is_certain_may_come_out()
    {
        var some = Egress(EgressRule.None());
        some.PodSelector = new() { ["app"] = "web" };
        var carved = Egress(EgressRule.None());
        (carved.Rules, carved.Deny) = (null, [new() { Nodes = true }]);

        Assert.Empty(Said(some, Ingress("data", Rollout.Enforce, IngressRule.Namespace("shop"))));
        Assert.NotEmpty(Said(some, Ingress("data", Rollout.Enforce, IngressRule.NamespacePods("shop", new() { ["k8s:app"] = "web" }))));
        Assert.Empty(Said(carved, Ingress("data", Rollout.Enforce, IngressRule.Namespace("shop"))));
    }

    [Fact]
    public void Blocks_let_out_to_pods_where_the_engine_may_match_pods_by_address()
    {
        var egress = Egress(EgressRule.Cidr("10.0.0.0/8"));
        var ingress = Ingress("data", Rollout.Enforce, IngressRule.Namespace("shop"));
        Assert.NotEmpty(Said(egress, ingress));

        egress.Cluster = new() { NetworkPolicyEngine = NetworkPolicyEngine.KubernetesNetworkPolicy };
        Assert.Empty(Said(egress, ingress));
        egress.Cluster = new() { PolicyCidrMatchMode = ["pods"] };
        Assert.Empty(Said(egress, ingress));
    }

    [Fact]
    public void A_thousand_namespaces_that_use_one_are_compared_with_that_one()
    {
        var egress = Enumerable.Range(0, 1000).Select(index => ($"from[{index}]", new EgressPolicyArgs { Namespace = $"team-{index}", Mode = Rollout.Enforce, Rules = [EgressRule.Namespace("data", "5432/TCP")] })).ToList();
        var ingress = Enumerable.Range(0, 999).Select(index => IngressRule.Namespace($"team-{index}", "5432/TCP")).ToArray();

        Assert.Equal("from[999].egress[0]", Assert.Single(NetworkConnections.Validate(egress, [("to", Ingress("data", Rollout.Enforce, ingress))]).Warnings).Path);
    }

    private static string Warnings(EgressRuleArgs egress, string mode, params IngressRuleArgs[] ingress) => Warnings(egress, mode, "data", null, ingress);

    private static string Warnings(EgressRuleArgs egress, string mode, string space, Dictionary<string, string>? pods, params IngressRuleArgs[] ingress)
    {
        var from = Egress(egress);
        from.PodSelector = pods;
        return Said(from, Ingress(space, mode, ingress));
    }

    private static string Said(EgressPolicyArgs egress, IngressPolicyArgs ingress)
    {
        var result = NetworkConnections.Validate([("from[0]", egress)], [("to[0]", ingress)]);
        Assert.Empty(result.Problems);
        return string.Join('\n', result.Warnings);
    }

    private static EgressPolicyArgs Egress(EgressRuleArgs rule) => new() { Namespace = "shop", Mode = Rollout.Enforce, Rules = [rule] };

    private static IngressPolicyArgs Ingress(string space, string mode, params IngressRuleArgs[] rules) => new() { Namespace = space, Mode = mode, Rules = [.. rules] };
}
