namespace Hardening.Components;

/// <summary>Checks budgets against each other: a pod that two of them select cannot be evicted at all, so that its node never drains.</summary>
/// <remarks>Two selectors are apart only where they ask one label for two values.</remarks>
public static class PodDisruptionSet
{
    /// <summary>Checks budgets against each other; each alone is the matter of <see cref="PodDisruption.Validate"/>.</summary>
    /// <param name="budgets">Each budget and its path, which is put before the paths of its problems.</param>
    public static ValidationResult Validate(IReadOnlyList<(string Path, PodDisruptionArgs Args)> budgets)
    {
        ArgumentNullException.ThrowIfNull(budgets);
        var problems = new ProblemList();
        for (var index = 0; index < budgets.Count; index++)
        {
            var (path, args) = budgets[index];
            var siblings = budgets.Take(index).Where(earlier => earlier.Args.Namespace == args.Namespace && args.Namespace is not null).ToList();
            if (siblings.Find(earlier => earlier.Args.Workload == args.Workload) is { Path: { } same })
            {
                problems.At(path).Add("workload", args.Workload, $"{same} is a budget of the same workload", "keep one of them");
            }
            else if (siblings.Find(earlier => MayOverlap(earlier.Args.PodSelector, args.PodSelector)) is { Path: { } overlapping })
            {
                problems.At(path).Add(
                    "podSelector",
                    null,
                    $"may select pods of {overlapping} too, and a pod of two budgets cannot be evicted at all",
                    "give both a label with different values, such as app.kubernetes.io/component");
            }
        }

        return problems.ToResult();
    }

    private static bool MayOverlap(Dictionary<string, string>? one, Dictionary<string, string>? other) =>
        one is { Count: > 0 } && other is { Count: > 0 } && LabelChecks.MayOverlap(one, other);
}
