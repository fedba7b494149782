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
    /// <summary><c>apiVersion/Kind</c> patterns of the kinds to take; none: every kind.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    public bool AllVersions { get; init; }

    /// <summary>Entries <c>group=Name.Space</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether the definitions of a live cluster are read.</summary>
    public bool Cluster { get; init; }

    public string? Context { get; init; }

    public string? Kubeconfig { get; init; }

    /// <summary>Whether neither a project file nor <c>crdgen.targets</c> is written.</summary>
    public bool WithoutProject { get; init; }

    /// <summary>For schemas without a plan, as in <see cref="Plan"/>.</summary>
    public bool Outputs { get; init; } = true;

    /// <inheritdoc cref="Outputs"/>
    public bool Patch { get; init; }

    /// <inheritdoc cref="Outputs"/>
    public bool List { get; init; }

    /// <inheritdoc cref="Outputs"/>
    public Descriptions Descriptions { get; init; }

    /// <summary>Whether anything is generated without a plan.</summary>
    public bool HasSchemas => Cluster || Inputs.Any(input => !Cli.Inputs.IsPlan(input));
}
