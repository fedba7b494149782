namespace Hardening.Components;

/// <summary>Checks the arguments of a policy: each rule, then the rules against each other.</summary>
internal static class IngressPolicyChecks
{
    public const string DefaultPolicyName = "ingress";

    public static void Check(IngressPolicyArgs args, ProblemList problems)
    {
        var facts = new NetworkFacts(args.Cluster);
        SubjectChecks.Check(args.Namespace, args.PolicyName, string.Empty, args.PodSelector, problems);
        NetworkModes.Check(args.Mode, args.WaitForValid, args.Cluster, facts, Direction.Ingress, problems);
        var scope = new IngressScope(facts);
        CheckRules(args, problems, scope);
        WorldChecks.CheckTogether(scope.Allowed, Direction.Ingress, problems);
        AddressInteractions.WarnOfReopenedExceptions(scope.Allowed, "leave them out there too", problems);
        NetworkModes.WarnOfMissingLog(args.Mode, facts, problems);
        WarnOfCoreDns(args, problems);
    }

    private static void CheckRules(IngressPolicyArgs args, ProblemList problems, IngressScope scope)
    {
        const string fix = "list the sources, or none: true where nobody connects to these pods";
        if (args.Rules is null)
        {
            problems.Add("ingress", null, "the policy says nothing", fix);
            return;
        }

        if (args.Rules.Count == 0)
        {
            problems.Add("ingress", null, "is empty, which Cilium refuses", fix);
        }

        for (var index = 0; index < args.Rules.Count; index++)
        {
            var place = EntryLists.Item("ingress", index);
            if (args.Rules[index] is not { } rule)
            {
                problems.Add(place, null, "is missing", "write a rule or take the entry out");
                continue;
            }

            IngressRuleChecks.Check(rule, place, problems.At(place), scope);
            if (rule.None && args.Rules.Count > 1)
            {
                problems.Add($"{place}.none", "true", "says that nobody connects to these pods, beside rules that say who", "keep one of the two");
            }
        }
    }

    private static void WarnOfCoreDns(IngressPolicyArgs args, ProblemList problems)
    {
        if (args.Mode == Rollout.Enforce && args.PodSelector is null
            && args.Namespace is not null && InputLeaf.Of(args.Namespace) is { Value: "kube-system", IsSecret: false })
        {
            problems.Warn(
                "podSelector",
                "is absent in kube-system: CoreDNS is governed too, and every pod of the cluster has to reach its 53/UDP and 53/TCP");
        }
    }
}
