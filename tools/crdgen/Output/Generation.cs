namespace Crdgen.Output;

/// <summary>What a plan gives: its files sorted by path, what failed, and what is worth knowing.</summary>
internal sealed record Generation(IReadOnlyList<GeneratedFile> Files, IReadOnlyList<Diagnostic> Errors);
