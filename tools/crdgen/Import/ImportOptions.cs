namespace Crdgen.Import;

/// <summary>The command line of <c>crdgen import</c> as given.</summary>
internal sealed record ImportOptions(IReadOnlyList<string> Files)
{
    /// <summary>Statements instead of a class.</summary>
    public bool Statements { get; init; }

    /// <summary>The class, with its namespace.</summary>
    public string ClassName { get; init; } = "Imported.Manifests";

    /// <summary>The file to write; null: standard output.</summary>
    public string? Output { get; init; }

    /// <summary>The objects are server-side-apply patches of objects that something else owns.</summary>
    public bool Patch { get; init; }

    /// <summary>A plan whose kinds are known beside those of the packages.</summary>
    public string? Plan { get; init; }

    /// <summary>The folder of the plan's schema files.</summary>
    public string? Schemas { get; init; }

    /// <summary>CustomResourceDefinitions whose kinds are known.</summary>
    public IReadOnlyList<string> Crds { get; init; } = [];

    /// <summary>The C# namespace that their types were generated with.</summary>
    public string Namespace { get; init; } = "Crds";
}
