using System.Globalization;
using Hardening.Infra.Recorded.Sizing;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>A quota's sum over the pods of a namespace.</summary>
/// <param name="Value">The quota.</param>
/// <param name="Why">Why.</param>
internal sealed record QuotaSizing(Quantity Value, string Why)
{
    private const decimal Headroom = 1.2m;
    private const decimal LimitHeadroom = 1.25m;

    /// <summary>Sums requests or limits.</summary>
    /// <param name="resource">cpu or memory.</param>
    /// <param name="isLimit">Limits instead of requests.</param>
    /// <param name="pods">Each workload with what is recommended for its containers.</param>
    /// <param name="whereNone">What a container gets that states nothing.</param>
    /// <param name="used">What the quota counts as used now.</param>
    public static QuotaSizing Of(
        string resource,
        bool isLimit,
        IReadOnlyList<(ScaledWorkload Workload, IReadOnlyDictionary<string, ContainerRecommendation> Recommended)> pods,
        Quantity whereNone,
        Quantity? used)
    {
        var wanted = Quantity.Zero;
        var running = Quantity.Zero;
        foreach (var (workload, recommended) in pods)
        {
            wanted += Pod(workload, container => recommended.TryGetValue(container.Name, out var advice) ? Wanted(advice) : Stated(container)).Multiply(workload.Pods);
            running += Pod(workload, Stated).Multiply(workload.Pods);
        }

        var floor = Quantity.Max(running, used ?? Quantity.Zero);
        var value = wanted.Multiply(Headroom);
        var count = pods.Sum(pod => pod.Workload.Pods);
        var of = count == 1 ? "1 pod" : string.Create(CultureInfo.InvariantCulture, $"{count} pods");
        return value >= floor
            ? new QuotaSizing(Rounding.Up(resource, value), $"{of}, rollouts included, and a fifth more")
            : new QuotaSizing(Rounding.Up(resource, floor), used > running ? $"what is used now ({Rounding.Readable(resource, floor)})" : $"what {of} {(count == 1 ? "has" : "have")} already, rollouts included");

        Quantity Wanted(ContainerRecommendation advice) =>
            isLimit ? Quantity.Max(advice.Target[resource]!.Value.Multiply(LimitHeadroom), advice.Upper[resource]!.Value) : advice.Target[resource]!.Value;

        Quantity Stated(StatedContainer container) => isLimit ? container.Limits[resource] ?? whereNone : container.Requests[resource] ?? container.Limits[resource] ?? whereNone;
    }

    /// <summary>A pod asks for what its containers do together, or for its largest init container where that is more.</summary>
    private static Quantity Pod(ScaledWorkload workload, Func<StatedContainer, Quantity> ask)
    {
        var sum = workload.Containers.Where(container => !container.IsInit).Select(ask).Aggregate(Quantity.Zero, (a, b) => a + b);
        return workload.Containers.Where(container => container.IsInit).Select(ask).Append(sum).Max();
    }
}
