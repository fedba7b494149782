using Hardening.Infra.Plans.Reading;

namespace Hardening.Infra.Plans.Checks;

/// <summary>What spreading workloads needs of the rest of the plan.</summary>
internal static class SpreadChecks
{
    public static void Run(HardeningPlan plan, HashSet<string> namespaces, PlanProblems problems)
    {
        if (plan.Spread is not { } spread)
            return;
        for (var index = 0; index < spread.Workloads?.Count; index++)
        {
            var workload = spread.Workloads[index];
            WorkloadReferences.Check(plan, workload.Namespace, workload.Workload, workload.PodSelector, workload.Replicas, $"{PlanSections.Spread}.workloads[{index}]", namespaces, problems);
        }

        if (plan.Cluster.Facts.Zones is not { Count: > 1 })
            return;
        for (var index = 0; index < plan.Cluster.Nodes.Count; index++)
        {
            if (plan.Cluster.Nodes[index].Zone is null)
                problems.Add($"{PlanSections.Cluster}.nodes[{index}].zone", null, "is missing while other nodes have one, and the scheduler passes over nodes without a zone when it spreads pods", "state its zone, or that of no node");
        }
    }
}
