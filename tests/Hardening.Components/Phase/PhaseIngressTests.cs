namespace Hardening.Components.Tests.Phase;

public sealed class PhaseIngressTests
{
    [Fact]
    public async Task Ingress_policies_are_children_that_wait_for_their_namespace_and_the_groups_that_they_name()
    {
        var stack = await Phases.RunAsync(With(
            Of("shop", IngressRule.CidrGroup("resolvers", "53/UDP")),
            Web(),
            Of("data", IngressRule.None())));

        Assert.Equal(
            ["data.ingress after data", "shop.ingress after resolvers, shop", "shop.web.ingress after shop"],
            stack.Resources.Where(resource => resource.Type == IngressPolicy.TypeToken && resource.Parent == "lab")
                .Select(resource => $"{resource.Name} after {string.Join(", ", resource.DependsOn.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_one_namespace_has_ingress_every_namespace_has_or_is_exempt()
    {
        var args = With(Of("shop", IngressRule.SameNamespace()));
        Assert.Equal(
            "namespaces[1].ingress: is missing, where other namespaces state it; list who may connect to its pods (- none: true for nobody), or exempt the namespace from ingress",
            Assert.Single(HardeningPhase.Validate(args).Problems).ToString());

        args.Namespaces![1].Exemptions = [new() { Control = NamespaceControl.Ingress, Reason = "r", Owner = "o", Expires = "2027-03-31" }];
        Assert.Empty(HardeningPhase.Validate(args).Problems);
        Assert.Empty(HardeningPhase.Validate(Phases.Valid()).Problems);
    }

    [Fact]
    public void Both_ends_of_a_connection_are_compared()
    {
        var args = With(Of("shop", IngressRule.None()), Of("data", IngressRule.Namespace("elsewhere")));
        args.Egress![0].Rules!.Add(EgressRule.Namespace("data", "5432/TCP"));

        Assert.Contains(
            "egress[0].egress[2]: connects to pods of data on 5432/TCP, and no ingress rule of data lets that in: enforcing ingress there will cut the connection",
            HardeningPhase.Validate(args).Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void Policies_whose_names_differ_by_the_prefix_alone_are_refused()
    {
        var second = Web();
        second.PolicyName = "web";

        Assert.Contains(
            "ingress[2].policyName: differs from an earlier policy's of the namespace by ingress- alone, and resources are named without it (got \"web\"); choose another name",
            HardeningPhase.Validate(With(Of("shop", IngressRule.None()), Web(), second, Of("data", IngressRule.None()))).Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public async Task Without_Cilium_the_groups_of_the_phase_are_stated_in_the_policies_and_no_group_is_made()
    {
        var args = With(Of("shop", IngressRule.CidrGroup("resolvers", "53/UDP")), Of("data", IngressRule.None()));
        args.Cluster!.NetworkPolicyEngine = NetworkPolicyEngine.KubernetesNetworkPolicy;
        args.Egress = [new() { Namespace = "shop", Mode = Rollout.Enforce, Rules = [EgressRule.CidrGroup("resolvers", "53/UDP")] }, new() { Namespace = "data", Mode = Rollout.Enforce, Rules = [EgressRule.None()] }];
        args.Ingress!.ForEach(policy => policy.Mode = Rollout.Enforce);

        var stack = await Phases.RunAsync(args);

        Assert.DoesNotContain(stack.Resources, resource => resource.Type.Contains("cilium", StringComparison.Ordinal));
        Assert.Equal(4, stack.Resources.Count(resource => resource.Type == "kubernetes:networking.k8s.io/v1:NetworkPolicy"));
        Assert.Contains("\"cidr\":\"1.1.1.1/32\"", stack["shop-policy"].Json("spec"), StringComparison.Ordinal);
        Assert.Contains("\"cidr\":\"1.1.1.1/32\"", stack["shop.ingress-policy"].Json("spec"), StringComparison.Ordinal);
    }

    private static HardeningPhaseArgs With(params IngressPolicyArgs[] ingress) => Phases.Valid(phase => phase.Ingress = [.. ingress]);

    private static IngressPolicyArgs Of(string space, params IngressRuleArgs[] rules) => new() { Namespace = space, Mode = Rollout.Audit, Rules = [.. rules] };

    private static IngressPolicyArgs Web()
    {
        var args = Of("shop", IngressRule.SameNamespace());
        args.PolicyName = "ingress-web";
        args.PodSelector = new() { ["app.kubernetes.io/name"] = "web" };
        return args;
    }
}
