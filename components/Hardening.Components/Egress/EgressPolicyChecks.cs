using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks the arguments of a policy: each rule, then the rules against each other.</summary>
internal static class EgressPolicyChecks
{
    public const string DefaultPolicyName = "egress";
    public const string DenySuffix = "-deny";
    private const int LongestName = 253;
    private static readonly string[] Modes = [Rollout.Audit, Rollout.Enforce];

    public static EgressScope Check(EgressPolicyArgs args, ProblemList problems)
    {
        var facts = new NetworkFacts(args.Cluster);
        CheckSubject(args, problems);
        CheckMode(args, facts, problems);
        var scope = new EgressScope(facts, DnsOptions.ClusterDomainOf(args.Rules ?? []));
        CheckRules(args, problems, scope);
        CheckDenies(args, problems, scope);
        if (args.Rules is null && args.Deny is null)
        {
            problems.Add("egress", null, "the policy says nothing", "list the destinations, or none: true where these pods connect nowhere");
        }

        EgressInteractions.Check(args, problems, scope);
        return scope;
    }

    private static void CheckSubject(EgressPolicyArgs args, ProblemList problems)
    {
        if (args.Namespace is null)
        {
            problems.Add("namespace", null, "is missing", "name the namespace whose pods are governed");
        }
        else
        {
            InputLeaf.Of(args.Namespace).Check(problems, "namespace", NameChecks.Label);
        }

        if (args.PolicyName is { } name)
        {
            if (KubernetesName.CheckSubdomain(name) is { } message)
            {
                problems.Add("policyName", name, $"is no object name: {message}", "write lower-case letters, digits and dashes");
            }
            else if (name.Length + DenySuffix.Length > LongestName)
            {
                problems.Add(
                    "policyName",
                    name,
                    $"leaves no room for {DenySuffix}, the suffix of the policy of carve-outs",
                    $"use at most {LongestName - DenySuffix.Length} characters");
            }
        }

        LabelChecks.Check(args.PodSelector, problems, "podSelector");
    }

    private static void CheckMode(EgressPolicyArgs args, NetworkFacts facts, ProblemList problems)
    {
        Choice.Check(args.Mode, Modes, problems, "mode");
        if (facts.LacksDefaultDenySwitch)
        {
            problems.Add(
                "cluster.ciliumVersion",
                facts.CiliumText,
                "is too old: enableDefaultDeny, which these policies state, needs Cilium 1.16",
                "update Cilium");
        }

        if (args.Cluster?.CiliumVersion is { } version && facts.Cilium is null)
        {
            problems.Add("cluster.ciliumVersion", version, "is no version", "write it as 1.19.4");
        }

        if (facts.NonDefaultDenyPolicies)
        {
            return;
        }

        if (args.Mode == Rollout.Audit)
        {
            problems.Add(
                "mode",
                args.Mode,
                "would cut traffic: cluster.nonDefaultDenyPolicies says that enable-non-default-deny-policies is off, so the agents ignore enableDefaultDeny and deny by default",
                "turn the flag on in the agents' configuration, or enforce");
        }
        else if (args.Rules is null && args.Deny is not null)
        {
            problems.Add(
                "egressDeny",
                null,
                "carve-outs alone would deny everything: cluster.nonDefaultDenyPolicies says that enable-non-default-deny-policies is off, so the agents ignore enableDefaultDeny",
                "turn the flag on in the agents' configuration, or add the rules that these pods need");
        }
    }

    private static void CheckRules(EgressPolicyArgs args, ProblemList problems, EgressScope scope)
    {
        if (args.Rules is null)
        {
            return;
        }

        if (args.Rules.Count == 0)
        {
            problems.Add("egress", null, "is empty, which Cilium refuses", "list the destinations, or none: true where these pods connect nowhere");
        }

        for (var index = 0; index < args.Rules.Count; index++)
        {
            var place = EntryLists.Item("egress", index);
            if (args.Rules[index] is not { } rule)
            {
                problems.Add(place, null, "is missing", "write a rule or take the entry out");
                continue;
            }

            EgressRuleChecks.Check(rule, place, problems.At(place), scope);
            if (rule.None && args.Rules.Count > 1)
            {
                problems.Add($"{place}.none", "true", "says that the pods connect nowhere, beside rules that say where", "keep one of the two");
            }
        }
    }

    private static void CheckDenies(EgressPolicyArgs args, ProblemList problems, EgressScope scope)
    {
        if (args.Deny is null)
        {
            return;
        }

        EntryLists.RefuseEmpty(args.Deny.Count, problems, "egressDeny");
        for (var index = 0; index < args.Deny.Count; index++)
        {
            var place = EntryLists.Item("egressDeny", index);
            if (args.Deny[index] is { } deny)
            {
                EgressDenyChecks.Check(deny, place, problems.At(place), scope);
            }
            else
            {
                problems.Add(place, null, "is missing", "write a carve-out or take the entry out");
            }
        }
    }
}
