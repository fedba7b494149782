using Crdgen.Model;

namespace Crdgen.Output;

/// <summary>What a plan gives: its files sorted by path, what failed, and what deserves a look. All sorted.</summary>
internal sealed record Generation(IReadOnlyList<GeneratedFile> Files, IReadOnlyList<Diagnostic> Errors, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>What the command line has to say otherwise. Nothing is written where there is any.</summary>
    public IReadOnlyList<Diagnostic> Refusals { get; init; } = [];

    /// <summary>The models of its kinds, where it makes types of them.</summary>
    public IReadOnlyList<ResourceModel> Models { get; init; } = [];

    /// <summary>Files in folders that have nothing for crdgen.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];
}
