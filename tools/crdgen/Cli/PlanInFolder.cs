using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>A plan, its sources, and the folder that its output folders are relative to.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Sources">What it reads.</param>
/// <param name="IsWhole">Whether what it does not give has no place in its output folders.</param>
internal sealed record PlanInFolder(string Folder, Plan Plan, IReadOnlyList<PlannedSource> Sources, bool IsWhole);
