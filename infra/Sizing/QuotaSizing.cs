using Hardening.Infra.Recorded.Sizing;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>A quota's sum over the pods of a namespace.</summary>
/// <param name="Value">The quota.</param>
/// <param name="Why">Why.</param>
/// <param name="Least">What it has to hold, whatever is recommended.</param>
internal sealed record QuotaSizing(Quantity Value, string Why, Quantity Least)
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
            // What is recommended for and not in the template was put into the pods, as a mesh does with its proxies.
            var added = recommended.Values.Where(advice => !workload.Containers.Any(container => container.Name == advice.Name)).Select(Wanted).Aggregate(Quantity.Zero, (a, b) => a + b);
            wanted += (Pod(workload, container => recommended.TryGetValue(container.Name, out var advice) ? Wanted(advice) : Stated(container)) + added).Multiply(workload.Pods);
            running += Pod(workload, Stated).Multiply(workload.Pods);
        }

        var floor = Quantity.Max(running, used ?? Quantity.Zero);
        var value = wanted.Multiply(Headroom);
        var count = CountText.Of(pods.Sum(pod => (long)pod.Workload.Pods), "pod");
        var included = $"{CountText.Included(pods.Select(pod => pod.Workload))} included";
        return value >= floor
            ? new QuotaSizing(Rounding.Up(resource, value), $"{count}, {included}, and a fifth more", floor)
            : new QuotaSizing(Rounding.Up(resource, floor), used > running ? $"what is used now ({Rounding.Readable(resource, floor)})" : $"what {count} {(count[..2] is "1 " ? "has" : "have")} already, {included}", floor);

        Quantity Wanted(ContainerRecommendation advice) =>
            isLimit ? Quantity.Max(advice.Target[resource]!.Value.Multiply(LimitHeadroom), advice.Upper[resource]!.Value) : advice.Target[resource]!.Value;

        Quantity Stated(StatedContainer container) => isLimit ? container.Limits[resource] ?? whereNone : container.Requests[resource] ?? container.Limits[resource] ?? whereNone;
    }

    /// <summary>
    /// What admission counts of a pod: what its containers ask for together, or one of its init containers with the sidecars that run by then, where that is more.
    /// </summary>
    private static Quantity Pod(ScaledWorkload workload, Func<StatedContainer, Quantity> ask)
    {
        var (sidecars, most) = (Quantity.Zero, Quantity.Zero);
        foreach (var container in workload.Containers)
        {
            if (container.IsSidecar)
                sidecars += ask(container);
            else if (container.IsInit)
                most = Quantity.Max(most, sidecars + ask(container));
        }

        return Quantity.Max(most, workload.Containers.Where(container => container is { IsInit: false, IsSidecar: false }).Select(ask).Aggregate(sidecars, (a, b) => a + b));
    }
}
