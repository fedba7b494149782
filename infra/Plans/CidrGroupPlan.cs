namespace Hardening.Infra.Plans;

/// <summary>A named list of addresses that egress rules refer to.</summary>
/// <param name="Name">The name of the CiliumCIDRGroup.</param>
/// <param name="Cidrs">Its addresses; left out where somebody else manages the group.</param>
/// <param name="Path">Its place in the plan.</param>
internal sealed record CidrGroupPlan(string Name, IReadOnlyList<string>? Cidrs, string Path);
