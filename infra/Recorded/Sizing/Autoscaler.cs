namespace Hardening.Infra.Recorded.Sizing;

/// <summary>A HorizontalPodAutoscaler, of somebody's own or made by KEDA.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Kind of the workload that it scales.</param>
/// <param name="Workload">Name of that workload.</param>
/// <param name="MaxReplicas">How many replicas it gives it at most.</param>
internal sealed record Autoscaler(string Namespace, string Name, string Kind, string Workload, int MaxReplicas);
