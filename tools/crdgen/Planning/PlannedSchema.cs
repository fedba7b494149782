namespace Crdgen.Planning;

/// <summary>One schema file: where it comes from, what it must hash to, and the kinds taken from it.</summary>
internal sealed record PlannedSchema
{
    /// <summary>Path below the folder given as <c>--schemas</c>; with <c>./</c> in front, beside the plan.</summary>
    public string File { get; init; } = "";

    /// <summary>Where the file is.</summary>
    public string Locate(string planFolder, string? schemas) =>
        System.IO.Path.GetFullPath(File, IsBesidePlan ? planFolder : schemas ?? planFolder);

    /// <summary>Whether the file is found without <c>--schemas</c>.</summary>
    public bool IsBesidePlan => File.StartsWith("./", StringComparison.Ordinal) || System.IO.Path.IsPathRooted(File);

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
