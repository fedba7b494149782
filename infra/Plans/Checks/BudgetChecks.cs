using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans.Reading;
using Hardening.Primitives;

namespace Hardening.Infra.Plans.Checks;

/// <summary>What the quotas promise, one by one and together, against what the workers have.</summary>
internal static class BudgetChecks
{
    public static void Run(HardeningPlan plan, PlanProblems problems, List<Warning> warnings)
    {
        var budgets = plan.Namespaces.Select(space => NamespaceBudget.From(space.Args)).ToList();
        if (Quantity.TryParse(plan.Cluster.Facts.WorkerMemory, out var workers, out _))
        {
            var most = workers.Multiply((decimal)plan.Cluster.MemoryOvercommit);
            var factor = plan.Cluster.MemoryOvercommit.ToString(CultureInfo.InvariantCulture);
            for (var index = 0; index < budgets.Count; index++)
            {
                Check(budgets[index].RequestsMemory, workers, "requests.memory", $"all workers together have ({workers})");
                Check(budgets[index].LimitsMemory, most, "limits.memory", $"{factor} times what all workers together have ({most})");

                void Check(Quantity? promised, Quantity bound, string key, string what)
                {
                    if (promised is { } quantity && quantity > bound)
                        problems.Add($"{plan.Namespaces[index].Path}.quota.hard[{key}]", quantity.ToString(), $"is more than {what}", "lower it");
                }
            }
        }

        var result = ClusterBudget.Check(plan.Cluster.Facts, budgets, plan.Cluster.MemoryOvercommit);
        foreach (var problem in result.Problems)
            problems.Add(problem with { Path = PlanSections.Namespaces });
        warnings.AddRange(result.Warnings.Select(warning => warning with { Path = PlanSections.Namespaces }));
    }
}
