namespace Crdgen.Planning;

/// <summary>One schema file: where it comes from, what it must hash to, and the kinds taken from it.</summary>
internal sealed record PlannedSchema
{
    /// <summary>Path below the folder given as <c>--schemas</c>.</summary>
    public string File { get; init; } = "";

    /// <summary>The upstream repository.</summary>
    public string Project { get; init; } = "";

    /// <summary>The upstream release.</summary>
    public string Release { get; init; } = "";

    /// <summary>The file's path in the upstream repository.</summary>
    public string Path { get; init; } = "";

    /// <summary>Lower-case hexadecimal SHA-256 of the file.</summary>
    public string Sha256 { get; init; } = "";

    public IReadOnlyList<PlannedKind> Kinds { get; init; } = [];

    /// <summary>OpenAPI definitions that get a table although they are no kind: <c>apiVersion/Kind</c> to definition name.</summary>
    public IReadOnlyDictionary<string, string> Definitions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Properties that the official package requires beyond what the document says: definition name to property names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Required { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
