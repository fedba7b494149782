using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>One ingress policy of a namespace: that of all its pods, or that of one workload.</summary>
/// <param name="Workload">The workload's name; null for the policy of all pods.</param>
/// <param name="Args">The policy.</param>
/// <param name="Path">Its place in the plan; the policy's own paths continue it.</param>
/// <param name="ModePath">Where its mode is set.</param>
internal sealed record IngressPlan(string? Workload, IngressPolicyArgs Args, string Path, string ModePath);
