using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What the quotas of a phase promise, one by one and together, against what the workers have.</summary>
internal static class PhaseBudget
{
    public static void Check(ClusterFactsArgs facts, double overcommit, IReadOnlyList<CheckedNamespace> namespaces, PhaseProblems problems)
    {
        var budgets = namespaces.Select(space => NamespaceBudget.From(space.Args, space.Plan)).ToList();
        if (overcommit is >= 1 and <= 100 && Quantity.TryParse(facts.WorkerMemory, out var workers, out _))
        {
            var most = workers.Multiply((decimal)overcommit);
            var factor = overcommit.ToString(CultureInfo.InvariantCulture);
            for (var index = 0; index < budgets.Count; index++)
            {
                Check(index, budgets[index].RequestsMemory, workers, "requests.memory", $"all workers together have ({workers})");
                Check(index, budgets[index].LimitsMemory, most, "limits.memory", $"{factor} times what all workers together have ({most})");
            }
        }

        var result = ClusterBudget.Check(facts, budgets, overcommit);
        foreach (var problem in result.Problems)
        {
            var (path, value) = problem.Path == "overcommit" ? ("memoryOvercommit", problem.Value) : ("namespaces", null);
            problems.Add(path, value, problem.Message, problem.Fix);
        }

        problems.Add("namespaces", new ValidationResult([], [.. result.Warnings.Select(warning => warning with { Path = string.Empty })]));

        void Check(int index, Quantity? promised, Quantity bound, string key, string what)
        {
            if (promised is { } quantity && quantity > bound)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"namespaces[{index}].quota.hard[{key}]"), quantity.ToString(), $"is more than {what}", "lower it");
            }
        }
    }
}
