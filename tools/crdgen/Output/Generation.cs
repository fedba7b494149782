namespace Crdgen.Output;

/// <summary>What a plan gives: its files sorted by path, what failed, and which names had to give way.</summary>
internal sealed record Generation(IReadOnlyList<GeneratedFile> Files, IReadOnlyList<Diagnostic> Errors, IReadOnlyList<Diagnostic> Warnings);
