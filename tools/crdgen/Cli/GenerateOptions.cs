using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>The command line as given.</summary>
internal sealed record GenerateOptions(
    IReadOnlyList<string> Inputs,
    string CurrentFolder,
    string? Schemas = null,
    string Namespace = "Crds",
    string? Output = null,
    bool Check = false)
{
    /// <summary>For schema files without a plan, as in <see cref="Plan"/>.</summary>
    public bool Outputs { get; init; } = true;

    /// <inheritdoc cref="Outputs"/>
    public bool Patch { get; init; }

    /// <inheritdoc cref="Outputs"/>
    public bool List { get; init; }

    /// <inheritdoc cref="Outputs"/>
    public Descriptions Descriptions { get; init; }
}
