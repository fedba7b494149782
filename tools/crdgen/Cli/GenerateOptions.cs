namespace Crdgen.Cli;

/// <summary>The command line as given.</summary>
internal sealed record GenerateOptions(
    IReadOnlyList<string> Inputs,
    string CurrentFolder,
    string? Schemas = null,
    string Namespace = "Crds",
    string? Output = null,
    bool Check = false);
