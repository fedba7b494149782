namespace Hardening.Components.Tests.Egress;

/// <summary>Arguments that the tests start from.</summary>
internal static class Plans
{
    public static ClusterFactsArgs Cluster(string version = "1.19.4") => new() { CiliumVersion = version };

    public static EgressPolicyArgs Enforce(params EgressRuleArgs[] rules) =>
        new() { Namespace = "shop", Mode = Rollout.Enforce, Rules = [.. rules], Cluster = Cluster() };

    public static EgressPolicyArgs Audit(params EgressRuleArgs[] rules) =>
        new() { Namespace = "shop", Mode = Rollout.Audit, Rules = [.. rules], Cluster = Cluster() };

    public static EgressPolicyArgs Deny(params EgressDenyArgs[] denies) =>
        new() { Namespace = "shop", Mode = Rollout.Enforce, Deny = [.. denies], Cluster = Cluster() };

    /// <summary>The problems and warnings of a policy, as a user reads them.</summary>
    public static string[] Problems(EgressPolicyArgs args) => [.. EgressPolicy.Validate(args).Problems.Select(problem => problem.ToString())];

    public static string[] Warnings(EgressPolicyArgs args) => [.. EgressPolicy.Validate(args).Warnings.Select(warning => warning.ToString())];
}
