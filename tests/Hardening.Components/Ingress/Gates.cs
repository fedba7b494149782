namespace Hardening.Components.Tests.Ingress;

/// <summary>Arguments that the tests start from.</summary>
internal static class Gates
{
    public static IngressPolicyArgs Enforce(params IngressRuleArgs[] rules) => Of(Rollout.Enforce, rules);

    public static IngressPolicyArgs Audit(params IngressRuleArgs[] rules) => Of(Rollout.Audit, rules);

    /// <summary>Rules for a cluster without Cilium.</summary>
    public static IngressPolicyArgs Kubernetes(params IngressRuleArgs[] rules)
    {
        var args = Of(Rollout.Enforce, rules);
        args.Cluster = new() { NetworkPolicyEngine = NetworkPolicyEngine.KubernetesNetworkPolicy };
        return args;
    }

    public static string Problems(IngressPolicyArgs args) => string.Join('\n', IngressPolicy.Validate(args).Problems);

    private static IngressPolicyArgs Of(string mode, IngressRuleArgs[] rules) =>
        new() { Namespace = "shop", Mode = mode, Rules = [.. rules], Cluster = new() { CiliumVersion = "1.19.4" } };
}
