using Hardening.Infra.Recorded.Sizing;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>A container with a recommendation.</summary>
/// <param name="Workload">Its workload.</param>
/// <param name="Recommended">What is recommended.</param>
/// <param name="Running">What it states; null where it was not recorded.</param>
internal sealed record SizedContainer(string Workload, ContainerRecommendation Recommended, StatedContainer? Running)
{
    public Quantity Target(string resource) => Recommended.Target[resource]!.Value;

    public Quantity Upper(string resource) => Recommended.Upper[resource]!.Value;

    /// <summary>Whether the LimitRange gives it its request, as far as is known.</summary>
    public bool TakesRequest(string resource) => Running?.Requests[resource] is null && Running?.Limits[resource] is null;

    /// <summary>Whether the LimitRange gives it its limit, as far as is known.</summary>
    public bool TakesLimit(string resource) => Running?.Limits[resource] is null;
}
