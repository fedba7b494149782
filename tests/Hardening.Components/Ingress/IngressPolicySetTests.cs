namespace Hardening.Components.Tests.Ingress;

public sealed class IngressPolicySetTests
{
    [Fact]
    public void An_audit_beside_an_enforcing_policy_of_the_same_pods_is_refused() => Assert.Equal(
        [
            "plan[1].mode: plan[0] enforces ingress on the same pods, so connections to them are cut whatever this policy says: default deny holds where one policy asks for it (got \"Audit\"); enforce both, or audit both",
        ],
        Problems(Gates.Enforce(IngressRule.None()), Named("ingress-web", Gates.Audit(IngressRule.SameNamespace()), "web")));

    [Fact]
    public void Policies_of_other_pods_or_namespaces_do_not_concern_each_other()
    {
        var elsewhere = Gates.Audit(IngressRule.SameNamespace());
        elsewhere.Namespace = "data";

        Assert.Empty(Problems(Named("a", Gates.Enforce(IngressRule.None()), "a"), Named("b", Gates.Audit(IngressRule.SameNamespace()), "b"), elsewhere));
    }

    [Fact]
    public void Two_policies_of_one_name_are_refused() => Assert.Equal(
        ["plan[1].policyName: plan[0] makes a CiliumNetworkPolicy of the same name in namespace shop (got \"ingress\"); give each policy of a namespace a policyName of its own"],
        Problems(Gates.Enforce(IngressRule.SameNamespace()), Named("ingress", Gates.Enforce(IngressRule.SameNamespace()), "web")));

    private static string[] Problems(params IngressPolicyArgs[] policies) =>
        [.. IngressPolicySet.Validate([.. policies.Select((args, index) => ($"plan[{index}]", args))]).Problems.Select(problem => problem.ToString())];

    private static IngressPolicyArgs Named(string name, IngressPolicyArgs args, string app)
    {
        args.PolicyName = name;
        args.PodSelector = new() { ["app"] = app };
        return args;
    }
}
