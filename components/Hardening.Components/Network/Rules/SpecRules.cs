using System.Globalization;
using System.Text.Json;

namespace Hardening.Components;

/// <summary>The rules of one <c>spec</c> as a whole.</summary>
internal static class SpecRules
{
    private static readonly string[] Sections = ["ingress", "ingressDeny", "egress", "egressDeny"];

    public static void Check(JsonElement spec, ProblemList problems, bool clusterwide, NetworkFacts facts)
    {
        if (spec.ValueKind != JsonValueKind.Object)
        {
            problems.Add(string.Empty, null, "is no object", "state the selector and the rules");
            return;
        }

        if (Sections.All(section => SpecReader.List(spec, section, problems).Count == 0))
        {
            problems.Add(
                string.Empty,
                null,
                "has no rule in ingress, ingressDeny, egress or egressDeny, which Cilium refuses",
                "state at least one rule");
        }

        CheckSelectors(spec, problems, clusterwide);
        CheckLog(spec, problems, facts);
        foreach (var direction in new[] { SpecDirection.Ingress, SpecDirection.Egress })
        {
            var scope = new SpecScope(facts, direction);
            CheckRules(spec, direction.Section, problems, scope, denies: false);
            CheckRules(spec, direction.DenySection, problems, scope, denies: true);
            CheckDefaultDeny(spec, direction, problems, facts);
            SpecTraps.Check(problems, scope);
        }
    }

    private static void CheckSelectors(JsonElement spec, ProblemList problems, bool clusterwide)
    {
        var endpoints = SpecReader.Has(spec, "endpointSelector");
        var nodes = SpecReader.Has(spec, "nodeSelector");
        if (endpoints == nodes)
        {
            problems.Add(
                string.Empty,
                null,
                endpoints ? "has both endpointSelector and nodeSelector" : "has neither endpointSelector nor nodeSelector",
                "state exactly one; {} selects every pod");
        }

        if (nodes && !clusterwide)
        {
            problems.Add("nodeSelector", null, "is for CiliumClusterwideNetworkPolicy only", "use endpointSelector, or a clusterwide policy");
        }

        SelectorRules.Check(spec, "endpointSelector", problems);
        SelectorRules.Check(spec, "nodeSelector", problems);
    }

    private static void CheckLog(JsonElement spec, ProblemList problems, NetworkFacts facts)
    {
        if (!SpecReader.Has(spec, "log"))
        {
            return;
        }

        var at = problems.At("log");
        if (SpecReader.Text(spec.GetProperty("log"), "value", at) is { } value
            && (value.Length > PolicyLogValue.MaximumLength || value.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)))
        {
            at.Add("value", value, "is longer than 32 characters or has some that cannot be printed", "shorten it");
        }

        if (facts.Cilium is not null && !facts.HasLogField)
        {
            at.Add(string.Empty, null, $"needs Cilium 1.18 and the cluster has {facts.CiliumText}", "take it out or update Cilium");
        }
    }

    private static void CheckRules(JsonElement spec, string section, ProblemList problems, SpecScope scope, bool denies)
    {
        var rules = SpecReader.List(spec, section, problems);
        for (var index = 0; index < rules.Count; index++)
        {
            var place = EntryLists.Item(section, index);
            if (rules[index].ValueKind != JsonValueKind.Object)
            {
                problems.Add(place, rules[index].GetRawText(), "is no object", "write a rule");
                continue;
            }

            PeerRules.Check(rules[index], place, problems.At(place), scope, denies);
            SpecPortRules.Check(rules[index], problems.At(place), scope, denies);
            SpecIcmpRules.Check(rules[index], problems.At(place), scope);
        }
    }

    private static void CheckDefaultDeny(JsonElement spec, SpecDirection direction, ProblemList problems, NetworkFacts facts)
    {
        var stated = SpecReader.Has(spec, "enableDefaultDeny") ? SpecReader.Flag(spec.GetProperty("enableDefaultDeny"), direction.Section) : null;
        if (SpecReader.Has(spec, direction.DenySection) && stated is null)
        {
            problems.Warn(
                $"enableDefaultDeny.{direction.Section}",
                $"is not stated, and {direction.DenySection} alone switches default deny on: everything that no policy allows is cut; state true or false");
        }

        if (stated == false && !facts.NonDefaultDenyPolicies)
        {
            problems.Warn(
                $"enableDefaultDeny.{direction.Section}",
                "is ignored by this cluster, where enable-non-default-deny-policies is off: the policy denies by default");
        }
    }
}
