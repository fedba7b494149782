namespace Hardening.Infra.Commands;

/// <summary>Which plan a command is about.</summary>
/// <param name="Stack">The stack's name, when given.</param>
/// <param name="ConfigFile">The stack file, when given.</param>
/// <param name="AsOf">The day against which exemptions expire, when given.</param>
internal sealed record PlanRequest(string? Stack, string? ConfigFile, DateOnly? AsOf);
