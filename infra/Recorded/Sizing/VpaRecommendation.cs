namespace Hardening.Infra.Recorded.Sizing;

/// <summary>A VerticalPodAutoscaler, of somebody's own or made by Goldilocks.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Kind of the workload that it is about.</param>
/// <param name="Workload">Name of that workload.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Conditions">Its conditions that are true.</param>
/// <param name="Containers">What it recommends; none where it does not yet.</param>
internal sealed record VpaRecommendation(
    string Namespace,
    string Name,
    string Kind,
    string Workload,
    DateTimeOffset Created,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<ContainerRecommendation> Containers);
