namespace Hardening.Components.Tests.Egress;

public sealed class EgressPolicySetTests
{
    [Fact]
    public void Audit_is_refused_where_another_policy_enforces_on_the_same_pods()
    {
        var audited = Named("one", Plans.Audit(EgressRule.Dns()));
        var enforced = Named("two", Plans.Enforce(EgressRule.Dns()), ("app", "web"));

        Assert.Equal(
            [
                "plan[0].mode: plan[1] enforces egress on the same pods, so their traffic is cut whatever this policy says: default deny holds where one policy asks for it (got \"Audit\"); enforce both, or audit both",
            ],
            Problems(audited, enforced));
    }

    [Fact]
    public void Policies_of_other_pods_or_namespaces_do_not_meet()
    {
        var elsewhere = Named("two", Plans.Enforce(EgressRule.Dns()));
        elsewhere.Namespace = "data";

        Assert.Empty(Problems(Named("one", Plans.Audit(EgressRule.Dns())), elsewhere));
        Assert.Empty(Problems(Named("one", Plans.Audit(EgressRule.Dns()), ("app", "web")), Named("two", Plans.Enforce(EgressRule.Dns()), ("app", "db"))));
    }

    [Fact]
    public void Selectors_that_ask_for_different_labels_may_select_the_same_pod()
    {
        Assert.NotEmpty(Problems(Named("one", Plans.Audit(EgressRule.Dns()), ("app", "web")), Named("two", Plans.Enforce(EgressRule.Dns()), ("tier", "front"))));
    }

    [Fact]
    public void A_source_prefix_does_not_make_a_label_another_one()
    {
        Assert.Empty(Problems(Named("one", Plans.Audit(EgressRule.Dns()), ("k8s:app", "web")), Named("two", Plans.Enforce(EgressRule.Dns()), ("app", "db"))));
    }

    [Fact]
    public void A_world_deny_is_refused_beside_another_policy_that_allows()
    {
        var denies = Named("one", Plans.Deny(new EgressDenyArgs { Cidr = "0.0.0.0/0" }));
        var allows = Named("two", Plans.Enforce(EgressRule.Fqdn("api.github.com", 443)));

        Assert.Equal(
            [
                "plan[0].egressDeny: denies the whole IPv4 world beside rules that allow: in Cilium a deny beats every allow, however narrow and in whatever order, so the names and blocks that the rules allow would be dropped silently (plan[1]); leave the world out of the carve-outs: what no rule allows is denied already",
            ],
            Problems(denies, allows));
    }

    [Fact]
    public void Halves_of_a_world_deny_in_two_policies_are_found()
    {
        var first = Named("one", Plans.Enforce(EgressRule.Dns()));
        first.Deny = [new EgressDenyArgs { Cidr = "0.0.0.0/1" }];
        var second = Named("two", Plans.Deny(new EgressDenyArgs { Cidr = "128.0.0.0/1" }));

        Assert.Equal(
            [
                "plan[1].egressDeny: denies, together with plan[0], the whole IPv4 world beside rules that allow: in Cilium a deny beats every allow, however narrow and in whatever order, so the names and blocks that the rules allow would be dropped silently; leave the world out of the carve-outs: what no rule allows is denied already",
            ],
            Problems(first, second));
    }

    [Fact]
    public void An_allow_that_another_policy_denies_is_a_warning()
    {
        var allows = Named("one", Plans.Enforce(EgressRule.Dns(), EgressRule.Cidr("10.1.2.0/24")));
        var denies = Named("two", Plans.Deny(new EgressDenyArgs { Cidr = "10.0.0.0/8" }));

        var warning = Assert.Single(EgressPolicySet.Validate([("plan[0]", allows), ("plan[1]", denies)]).Warnings);

        Assert.Equal("plan[0].egress[1]: allows nothing: plan[1].egressDeny[0] denies every address of it on the same pods, and a deny beats an allow", warning.ToString());
    }

    [Fact]
    public void Two_policies_of_one_name_are_refused_also_where_one_is_the_carve_outs_of_the_other()
    {
        var carved = Named("egress", Plans.Enforce(EgressRule.Dns()), ("app", "a"));
        carved.Deny = [new EgressDenyArgs { Nodes = true }];

        Assert.Equal(
            ["plan[1].policyName: plan[0] makes a CiliumNetworkPolicy of the same name in namespace shop (got \"egress-deny\"); give each policy of a namespace a policyName of its own"],
            Problems(carved, Named("egress-deny", Plans.Enforce(EgressRule.Dns()), ("app", "b"))));
    }

    [Fact]
    public void A_name_that_the_dns_rule_of_another_policy_refuses_is_a_warning()
    {
        var resolves = Named("one", Plans.Enforce(EgressRule.Dns(new EgressDnsArgs { Names = ["*.example.org"], SearchDomains = [] })));
        var connects = Named("two", Plans.Enforce(EgressRule.Fqdns(["a.example.org", "grafana.com"])), ("app", "grafana"));

        Assert.Equal(
            [
                "plan[1].egress[0].fqdns: grafana.com may not be asked for: the DNS rules of the same pods, in plan[0], let only their own names through; add it to their names, or give this policy a DNS rule",
            ],
            Warnings(resolves, connects));
    }

    [Fact]
    public void A_name_may_be_asked_for_where_some_dns_rule_of_the_same_pods_lets_it_through()
    {
        var resolves = Named("one", Plans.Enforce(EgressRule.Dns(new EgressDnsArgs { RestrictNames = true, SearchDomains = [] })));

        Assert.Empty(Warnings(resolves, Named("two", Plans.Enforce(EgressRule.Dns(), EgressRule.Fqdn("grafana.com")))));
        Assert.Empty(Warnings(resolves, Named("two", Plans.Enforce(EgressRule.Fqdn("grafana.com"))), Named("three", Plans.Enforce(EgressRule.Dns()))));
    }

    private static string[] Warnings(params EgressPolicyArgs[] policies) =>
        [.. EgressPolicySet.Validate([.. policies.Select((args, index) => ($"plan[{index}]", args))]).Warnings.Select(warning => warning.ToString())];

    private static string[] Problems(params EgressPolicyArgs[] policies) =>
        [.. EgressPolicySet.Validate([.. policies.Select((args, index) => ($"plan[{index}]", args))]).Problems.Select(problem => problem.ToString())];

    private static EgressPolicyArgs Named(string name, EgressPolicyArgs args, params (string Key, string Value)[] labels)
    {
        args.PolicyName = name;
        args.PodSelector = labels.Length == 0 ? null : labels.ToDictionary(label => label.Key, label => label.Value);
        return args;
    }
}
