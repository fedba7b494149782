namespace Crdgen.Reading;

/// <summary>One kind in one version, as an input states it.</summary>
internal sealed record KindSchema(string Group, string Version, string Kind, string Plural, string Scope, Schema Schema)
{
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The name of its class: the kind, unless that is no name for a class or is taken.</summary>
    public string TypeName { get => field ?? Kind; init; }

    /// <summary>The line that its definition starts on; 0 where it is not known.</summary>
    public int Line => Schema.Line;

    public bool Served { get; init; } = true;

    /// <summary>True where the definition marks the version as deprecated.</summary>
    public bool Deprecated { get; init; }

    public string? DeprecationWarning { get; init; }

    /// <summary>The name of the OpenAPI definition; null for a custom resource.</summary>
    public string? Definition { get; init; }

    /// <summary>What the references of the schema name; nothing in a CustomResourceDefinition.</summary>
    public IReadOnlyDictionary<string, Schema> Definitions { get; init; } = new Dictionary<string, Schema>(StringComparer.Ordinal);
}
