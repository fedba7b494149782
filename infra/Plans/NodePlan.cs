namespace Hardening.Infra.Plans;

/// <summary>One worker.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Memory">Its memory, a quantity.</param>
/// <param name="Cpu">Its CPU, a quantity, when stated.</param>
/// <param name="Zone">Its zone label, when it has one.</param>
internal sealed record NodePlan(string Name, string Memory, string? Cpu, string? Zone);
