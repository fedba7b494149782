namespace Hardening.Components;

/// <summary>Checks the arguments of a policy: each rule, then the rules against each other.</summary>
internal static class EgressPolicyChecks
{
    public const string DefaultPolicyName = "egress";
    public const string DenySuffix = "-deny";

    public static EgressScope Check(EgressPolicyArgs args, ProblemList problems)
    {
        var facts = new NetworkFacts(args.Cluster);
        SubjectChecks.Check(args.Namespace, args.PolicyName, DenySuffix, args.PodSelector, problems);
        NetworkModes.Check(args.Mode, args.WaitForValid, args.Cluster, facts, Direction.Egress, problems);
        CheckCarveOutsAlone(args, facts, problems);
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

    private static void CheckCarveOutsAlone(EgressPolicyArgs args, NetworkFacts facts, ProblemList problems)
    {
        if (!facts.NonDefaultDenyPolicies && args.Mode != Rollout.Audit && args.Rules is null && args.Deny is not null)
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

        if (scope.Facts.IsKubernetes)
        {
            problems.Add(
                "egressDeny",
                null,
                "a NetworkPolicy denies nothing by name: it only allows, and what no rule allows is denied",
                "leave the destinations out of the rules: except where they lie in an allowed block");
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
