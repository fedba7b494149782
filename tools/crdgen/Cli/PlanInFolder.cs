using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>A plan and the folder that its output folders are relative to.</summary>
internal sealed record PlanInFolder(string Folder, Plan Plan);
