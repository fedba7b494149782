using System.Text.Json;

namespace Hardening.Components;

/// <summary>
/// What the API server refuses in a NetworkPolicy beyond its schema, for policies from any source: hand-written, rendered, captured. Warnings are what it accepts in
/// silence and hardly anybody means: a rule without peers that allows everybody, a direction that is denied because nobody thought of it.
/// </summary>
/// <remarks>
/// The rules are those of <c>networking.k8s.io/v1</c> as of Kubernetes 1.34, with port ranges (stable since 1.25). <see cref="EgressPolicy"/> and <see cref="IngressPolicy"/> make no
/// policy that these rules refuse or warn of, but for a port of every source that was asked for.
/// </remarks>
public static class NetworkPolicyRules
{
    private static readonly string[] Types = ["Ingress", "Egress"];

    /// <summary>Checks a whole object by its <c>spec</c>.</summary>
    /// <param name="policy">The object.</param>
    public static ValidationResult Check(JsonElement policy)
    {
        var problems = new ProblemList();
        if (policy.ValueKind != JsonValueKind.Object || !SpecReader.Has(policy, "spec"))
        {
            problems.Add(policy.ValueKind == JsonValueKind.Object ? "spec" : string.Empty, null, "is missing", "state podSelector, policyTypes and the rules");
            return problems.ToResult();
        }

        CheckSpec(policy.GetProperty("spec"), problems.At("spec"));
        return problems.ToResult();
    }

    private static void CheckSpec(JsonElement spec, ProblemList problems)
    {
        if (spec.ValueKind != JsonValueKind.Object)
        {
            problems.Add(string.Empty, spec.GetRawText(), "is no object", "state podSelector, policyTypes and the rules");
            return;
        }

        if (SpecReader.Has(spec, "podSelector"))
        {
            SelectorRules.Check(spec, "podSelector", problems);
        }
        else
        {
            problems.Add("podSelector", null, "is missing", "state it; {} selects every pod of the namespace");
        }

        CheckTypes(spec, problems);
        CheckRules(spec, "ingress", "from", "source", problems);
        CheckRules(spec, "egress", "to", "destination", problems);
    }

    private static void CheckTypes(JsonElement spec, ProblemList problems)
    {
        var types = SpecReader.Texts(spec, "policyTypes", problems).ToList();
        foreach (var (path, type) in types.Where(type => !Types.Contains(type.Text, StringComparer.Ordinal)))
        {
            problems.Add(path, type, "is no type of policy", "write Ingress or Egress");
        }

        if (types.Count == 0)
        {
            problems.Warn(
                "policyTypes",
                SpecReader.Has(spec, "egress")
                    ? "is not stated: ingress is denied too, whatever the rules of egress say; state [Egress]"
                    : "is not stated: Ingress is assumed; state it");
            return;
        }

        foreach (var (section, type) in new[] { ("ingress", "Ingress"), ("egress", "Egress") })
        {
            if (SpecReader.List(spec, section, new ProblemList()).Count > 0 && !types.Exists(other => other.Text == type))
            {
                problems.Add(section, null, $"has no effect: policyTypes lacks {type}", $"add {type} to policyTypes or take the rules out");
            }
        }
    }

    private static void CheckRules(JsonElement spec, string section, string peers, string peer, ProblemList problems)
    {
        var rules = SpecReader.List(spec, section, problems);
        for (var index = 0; index < rules.Count; index++)
        {
            var at = problems.At(EntryLists.Item(section, index));
            if (rules[index].ValueKind != JsonValueKind.Object)
            {
                at.Add(string.Empty, rules[index].GetRawText(), "is no object", "write a rule");
                continue;
            }

            var named = SpecReader.List(rules[index], peers, at);
            if (named.Count == 0)
            {
                at.Warn(string.Empty, $"names no peer in {peers}: every {peer} is allowed, in and outside the cluster (in a CiliumNetworkPolicy an empty rule allows nothing)");
            }

            for (var each = 0; each < named.Count; each++)
            {
                NetworkPolicyPeerRules.Check(named[each], at.At(EntryLists.Item(peers, each)));
            }

            NetworkPolicyPortRules.Check(rules[index], at);
        }
    }
}
