namespace Hardening.Infra.Commands;

/// <summary>What <c>hardening sizing</c> is asked.</summary>
/// <param name="Facts">The file with what was recorded, <c>-</c> for standard input; null for the cluster.</param>
/// <param name="FromCluster">Whether the cluster is asked.</param>
/// <param name="Kubectl">The program that asks it.</param>
/// <param name="Write">Whether the stack file is changed.</param>
/// <param name="Json">Whether the answer is JSON.</param>
internal sealed record SizingRequest(string? Facts, bool FromCluster, string Kubectl, bool Write, bool Json);
