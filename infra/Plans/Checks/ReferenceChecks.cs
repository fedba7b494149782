using Hardening.Infra.Plans.Reading;

namespace Hardening.Infra.Plans.Checks;

/// <summary>Names that have to stand elsewhere in the plan.</summary>
internal static class ReferenceChecks
{
    public static void Run(HardeningPlan plan, PlanProblems problems)
    {
        var planned = plan.Namespaces.Select(space => space.Name).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < plan.Cluster.ExternalNamespaces.Count; index++)
        {
            var name = plan.Cluster.ExternalNamespaces[index];
            if (planned.Contains(name))
                problems.Add($"{PlanSections.Cluster}.externalNamespaces[{index}]", name, "is planned below " + PlanSections.Namespaces, "remove it here");
        }

        var namespaces = planned.Concat(plan.Cluster.ExternalNamespaces).ToHashSet(StringComparer.Ordinal);
        if (plan.Cluster.Facts.KyvernoExceptionNamespace is { Length: > 0 } admin)
            CheckNamespace(admin, $"{PlanSections.Cluster}.kyvernoExceptionNamespace", namespaces, problems);
        foreach (var exemptions in plan.Exemptions)
            CheckExemptions(exemptions, namespaces, problems);
        if (plan.Dashboard?.ServiceAccount?.Namespace is { Length: > 0 } dashboard)
            CheckNamespace(dashboard, $"{PlanSections.Dashboard}.serviceAccount.namespace", namespaces, problems);
        for (var index = 0; index < plan.Disruption.Count; index++)
        {
            var budget = plan.Disruption[index];
            WorkloadReferences.Check(plan, budget.Namespace, budget.Workload, budget.PodSelector, budget.Replicas, $"{PlanSections.Disruption}[{index}]", namespaces, problems);
        }

        ProjectChecks.Run(plan, namespaces, problems);
        problems.HidesValues = true;
        if (plan.Secrets is { } secrets)
            SecretChecks.Run(plan, secrets, (name, path) => CheckNamespace(name, path, namespaces, problems), problems);
        problems.HidesValues = false;
        SpreadChecks.Run(plan, namespaces, problems);
        var groups = plan.Cluster.CidrGroups.Select(group => group.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in plan.Namespaces.SelectMany(space => space.References).Concat(plan.Defaults?.References ?? []))
        {
            if (reference.Kind is ReferenceKind.Namespace)
                CheckNamespace(reference.Name, reference.Path, namespaces, problems);
            else if (!groups.Contains(reference.Name))
                problems.Add(reference.Path, reference.Name, "is no CIDR group of the plan", PlanProblems.Suggest(reference.Name, groups, $"add it to {PlanSections.Cluster}.cidrGroups"));
        }
    }

    private static void CheckExemptions(PolicyExemptions exemptions, HashSet<string> namespaces, PlanProblems problems)
    {
        for (var index = 0; index < exemptions.Namespaces?.Count; index++)
        {
            if (exemptions.Namespaces[index] is { Length: > 0 } name)
                CheckNamespace(name, exemptions.PathOf(index) + ".namespace", namespaces, problems);
        }

        foreach (var exception in exemptions.Exceptions)
        {
            if (exception.Args.Namespace is { Length: > 0 } name)
                CheckNamespace(name, exception.Path + ".namespace", namespaces, problems);
        }
    }

    /// <summary>Refuses the name of a namespace that is neither planned nor declared to exist.</summary>
    public static void CheckNamespace(string name, string path, HashSet<string> known, PlanProblems problems)
    {
        if (!known.Contains(name))
            problems.Add(path, name, "is no namespace of the plan", PlanProblems.Suggest(name, known, $"plan it, or add it to {PlanSections.Cluster}.externalNamespaces"));
    }
}
