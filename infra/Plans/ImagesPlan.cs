namespace Hardening.Infra.Plans;

/// <summary>The images that a workload runs, as its chart or manifest states them.</summary>
/// <param name="Namespace">The workload's namespace.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Labels">The labels of its pods, as far as the plan states them.</param>
/// <param name="Images">The images, each of which parses.</param>
/// <param name="Path">Where the list stands in the plan.</param>
internal sealed record ImagesPlan(string Namespace, string Workload, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> Images, string Path);
