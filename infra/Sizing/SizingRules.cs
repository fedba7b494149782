using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded.Sizing;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>What recommendations speak for changing in a plan.</summary>
internal static class SizingRules
{
    /// <summary>The floor that the recommender gives every pod unless told otherwise, spread over its containers.</summary>
    private static readonly Quantity PodFloor = Quantity.Parse("250Mi");

    public static SizingProposal Propose(HardeningPlan plan, SizingFacts facts, DateOnly asOf)
    {
        var usable = new UsableRecommendations(facts, asOf);
        var remarks = new SizingRemarks();
        var changes = new List<SizingChange>();
        for (var index = 0; index < plan.Namespaces.Count; index++)
        {
            var space = plan.Namespaces[index];
            remarks.Skipped.AddRange(usable.Skipped.Where(skip => skip.Namespace == space.Name).Select(skip => skip.Skip));
            changes.AddRange(NamespaceSizing.Of(space, index, facts, usable, plan.Cluster.Facts, remarks));
        }

        var planned = plan.Namespaces.Select(space => space.Name).ToHashSet(StringComparer.Ordinal);
        remarks.Skipped.AddRange(facts.Recommendations.Select(recommendation => recommendation.Namespace).Distinct(StringComparer.Ordinal).Where(name => !planned.Contains(name)).Order(StringComparer.Ordinal)
            .Select(name => new SizingSkip(name, "is no namespace of the plan")));
        var floors = facts.Recommendations.Count(IsFloor);
        if (floors > 0)
            remarks.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{floors} of {facts.Recommendations.Count} targets are the {PodFloor} that the recommender gives every pod at least: lower its --pod-recommendation-min-memory-mb to learn what they need"));
        return new SizingProposal(changes, remarks.Skipped, remarks.Notes, facts.Recommendations.Count, usable.Count);
    }

    /// <summary>The sums of the quotas before and after.</summary>
    public static IReadOnlyList<SizingTotal> Totals(HardeningPlan before, HardeningPlan after)
    {
        if (!Quantity.TryParse(before.Cluster.Facts.WorkerMemory, out var workers, out _))
            return [];
        var factor = before.Cluster.MemoryOvercommit;
        return
        [
            new SizingTotal("requests.memory", Sum(before, budget => budget.RequestsMemory), Sum(after, budget => budget.RequestsMemory), Rounding.Gibibytes(workers)),
            new SizingTotal("limits.memory", Sum(before, budget => budget.LimitsMemory), Sum(after, budget => budget.LimitsMemory), Rounding.Gibibytes(workers.Multiply((decimal)factor))),
        ];
    }

    private static string Sum(HardeningPlan plan, Func<NamespaceBudget, Quantity?> of) =>
        Rounding.Gibibytes(plan.Namespaces.Select(space => of(NamespaceBudget.From(space.Args))).OfType<Quantity>().Aggregate(Quantity.Zero, (a, b) => a + b));

    private static bool IsFloor(VpaRecommendation recommendation)
    {
        var memory = recommendation.Containers.Select(container => container.Target.Memory).OfType<Quantity>().ToList();
        return memory.Count > 0 && memory.Aggregate(Quantity.Zero, (a, b) => a + b) == PodFloor;
    }
}
