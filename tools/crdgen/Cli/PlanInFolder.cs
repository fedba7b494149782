using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>A plan and the folder that its output folders are relative to. <c>IsWhole</c>: what it does not give has no place in them.</summary>
internal sealed record PlanInFolder(string Folder, Plan Plan, bool IsWhole);
