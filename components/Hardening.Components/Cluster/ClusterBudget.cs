using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Holds the quotas of all namespaces against what the workers have.</summary>
public static class ClusterBudget
{
    /// <summary>Overcommit of memory limits that is accepted unless the plan says otherwise.</summary>
    public const double DefaultOvercommit = 2;

    /// <summary>
    /// A problem where the sum of memory limits exceeds worker memory times <paramref name="overcommit"/>; a warning where the sum of memory requests exceeds worker
    /// memory, since the scheduler then cannot place what the quotas promise.
    /// </summary>
    /// <param name="facts">The facts; nothing is checked where they do not state worker memory.</param>
    /// <param name="budgets">The namespaces' budgets.</param>
    /// <param name="overcommit">How often worker memory may be promised, at least 1.</param>
    /// <returns>Paths are relative to the plan: <c>namespaces</c>.</returns>
    public static ValidationResult Check(ClusterFactsArgs facts, IReadOnlyCollection<NamespaceBudget> budgets, double overcommit = DefaultOvercommit)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(budgets);
        var problems = new ProblemList();
        if (!(overcommit >= 1 && overcommit <= 100))
        {
            problems.Add("overcommit", overcommit.ToString(CultureInfo.InvariantCulture), "is not between 1 and 100", "write how often worker memory may be promised, such as 1.5");
        }
        else if (Quantity.TryParse(facts.WorkerMemory, out var workers, out _))
        {
            CheckMemory(workers, budgets, overcommit, problems);
        }

        return problems.ToResult();
    }

    private static void CheckMemory(Quantity workers, IReadOnlyCollection<NamespaceBudget> budgets, double overcommit, ProblemList problems)
    {
        var limits = Sum(budgets.Select(budget => budget.LimitsMemory));
        var most = workers.Multiply((decimal)overcommit);
        if (limits > most)
        {
            var factor = overcommit.ToString(CultureInfo.InvariantCulture);
            problems.Add("namespaces", null, $"the quotas allow {limits} of memory limits together, more than {factor} times the workers' {workers}", "lower the largest quotas, or raise the overcommit factor");
        }

        var requests = Sum(budgets.Select(budget => budget.RequestsMemory));
        if (requests > workers)
        {
            problems.Warn("namespaces", $"the quotas allow {requests} of memory requests together, and the workers have {workers}: not every namespace can use up its quota at once.");
        }
    }

    private static Quantity Sum(IEnumerable<Quantity?> quantities) =>
        quantities.Aggregate(Quantity.Zero, (sum, quantity) => quantity is { } one ? sum + one : sum);
}
