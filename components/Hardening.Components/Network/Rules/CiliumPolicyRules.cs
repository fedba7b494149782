using System.Text.Json;

namespace Hardening.Components;

/// <summary>
/// What the Cilium agent refuses in a CiliumNetworkPolicy or CiliumClusterwideNetworkPolicy, for policies from any source: hand-written, rendered,
/// captured. The agent drops a refused policy as a whole, which leaves its pods without it, so every rule here is worth a diagnostic before that.
/// Warnings are what the agent accepts in silence.
/// </summary>
/// <remarks>
/// The rules are those of Cilium 1.19 and 1.20 (<c>pkg/policy/api/rule_validation.go</c>); facts of the cluster make some of them precise.
/// <see cref="EgressPolicy"/> and <see cref="IngressPolicy"/> make no policy that these rules refuse.
/// </remarks>
public static class CiliumPolicyRules
{
    /// <summary>Checks a whole object: its <c>spec</c> and each of its <c>specs</c>.</summary>
    /// <param name="policy">The object, with <c>kind</c>, <c>spec</c> or <c>specs</c>.</param>
    /// <param name="cluster">What is known of the cluster; nothing when absent.</param>
    public static ValidationResult Check(JsonElement policy, ClusterFactsArgs? cluster = null)
    {
        var problems = new ProblemList();
        if (policy.ValueKind != JsonValueKind.Object)
        {
            problems.Add(string.Empty, null, "is no object", "give the whole policy as an object");
            return problems.ToResult();
        }

        var clusterwide = policy.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String
            && kind.GetString() == "CiliumClusterwideNetworkPolicy";
        var facts = new NetworkFacts(cluster);
        var hasSpec = policy.TryGetProperty("spec", out var spec) && spec.ValueKind != JsonValueKind.Null;
        if (hasSpec)
        {
            SpecRules.Check(spec, problems.At("spec"), clusterwide, facts);
        }

        var specs = SpecReader.List(policy, "specs", problems);
        for (var index = 0; index < specs.Count; index++)
        {
            SpecRules.Check(specs[index], problems.At("specs").At(index), clusterwide, facts);
        }

        if (!hasSpec && specs.Count == 0)
        {
            problems.Add("spec", null, "is missing, and so is specs", "state what the policy does");
        }

        return problems.ToResult();
    }

    /// <summary>Checks one <c>spec</c>; paths are relative to it.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="clusterwide">Whether it is one of a CiliumClusterwideNetworkPolicy.</param>
    /// <param name="cluster">What is known of the cluster; nothing when absent.</param>
    public static ValidationResult CheckSpec(JsonElement spec, bool clusterwide = false, ClusterFactsArgs? cluster = null)
    {
        var problems = new ProblemList();
        SpecRules.Check(spec, problems, clusterwide, new NetworkFacts(cluster));
        return problems.ToResult();
    }
}
