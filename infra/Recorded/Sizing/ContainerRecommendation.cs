namespace Hardening.Infra.Recorded.Sizing;

/// <summary>What a VerticalPodAutoscaler recommends for one container.</summary>
/// <param name="Name">The container.</param>
/// <param name="Target">What it would request.</param>
/// <param name="Upper">What it hardly ever needs more than.</param>
internal sealed record ContainerRecommendation(string Name, Amounts Target, Amounts Upper);
