using System.Globalization;
using Hardening.Infra.Recorded.Sizing;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>
/// The recommendations that are worth following. The recommender's upper bound is the estimate times 1 + 1/days, so that it says nothing at first and settles in about a week.
/// </summary>
internal sealed class UsableRecommendations
{
    private const int SettledDays = 7;
    private const int WidestSpread = 10;

    private readonly Dictionary<(string Namespace, string Kind, string Workload), Dictionary<string, ContainerRecommendation>> _usable = [];

    public UsableRecommendations(SizingFacts facts, DateOnly asOf)
    {
        foreach (var recommendation in facts.Recommendations)
        {
            var subject = $"{recommendation.Namespace}/{recommendation.Name}";
            if (WhyNot(recommendation, asOf) is { } reason)
            {
                Skipped.Add((recommendation.Namespace, new SizingSkip(subject, reason)));
                continue;
            }

            var containers = new Dictionary<string, ContainerRecommendation>(StringComparer.Ordinal);
            foreach (var container in recommendation.Containers)
            {
                if (WhyNot(container) is { } why)
                    Skipped.Add((recommendation.Namespace, new SizingSkip($"{subject}, container {container.Name}", why)));
                else
                    containers[container.Name] = container;
            }

            if (containers.Count > 0 && _usable.TryAdd((recommendation.Namespace, recommendation.Kind, recommendation.Workload), containers))
                Count++;
            else if (containers.Count > 0)
                Skipped.Add((recommendation.Namespace, new SizingSkip(subject, $"is about {recommendation.Kind} {recommendation.Workload}, as an earlier one is")));
        }
    }

    public int Count { get; private set; }

    public List<(string Namespace, SizingSkip Skip)> Skipped { get; } = [];

    /// <summary>The workloads of a namespace that are recommended for.</summary>
    public IEnumerable<(string Kind, string Workload)> WorkloadsOf(string space) => _usable.Keys.Where(key => key.Namespace == space).Select(key => (key.Kind, key.Workload));

    /// <summary>What is recommended for the containers of a workload; none where nothing is.</summary>
    public IReadOnlyDictionary<string, ContainerRecommendation> Of(string space, string kind, string workload) =>
        _usable.TryGetValue((space, kind, workload), out var containers) ? containers : new Dictionary<string, ContainerRecommendation>(StringComparer.Ordinal);

    private static string? WhyNot(VpaRecommendation recommendation, DateOnly asOf)
    {
        if (recommendation.Containers.Count == 0)
            return recommendation.Conditions.Contains("NoPodsMatched", StringComparer.Ordinal) ? "matches no pods" : "has no recommendation yet";
        if (recommendation.Conditions.Contains("NoPodsMatched", StringComparer.Ordinal))
            return "matches no pods any more";
        if (!recommendation.Conditions.Contains("RecommendationProvided", StringComparer.Ordinal))
            return "does not call its recommendation provided";
        if (recommendation.Conditions.Contains("LowConfidence", StringComparer.Ordinal))
            return "has low confidence in its recommendation";
        var days = asOf.DayNumber - DateOnly.FromDateTime(recommendation.Created.UtcDateTime).DayNumber;
        return days < SettledDays ? string.Create(CultureInfo.InvariantCulture, $"is {Math.Max(0, days)} {(days == 1 ? "day" : "days")} old, and recommendations settle in {SettledDays}") : null;
    }

    private static string? WhyNot(ContainerRecommendation container)
    {
        foreach (var (resource, target, upper) in new[] { ("cpu", container.Target.Cpu, container.Upper.Cpu), ("memory", container.Target.Memory, container.Upper.Memory) })
        {
            if (target is not { } aim || upper is not { } most || aim <= Quantity.Zero)
                return $"recommends no {resource}";
            if (most > aim.Multiply(WidestSpread))
                return $"has an upper bound of {resource} ({Rounding.Readable(resource, most)}) above {WidestSpread} times its target ({Rounding.Readable(resource, aim)})";
        }

        return null;
    }
}
