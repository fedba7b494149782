namespace Crdgen.Reading;

/// <summary>The keywords of one structural or OpenAPI v2 schema; prose only where it was asked for. Properties are sorted by name.</summary>
internal sealed record Schema
{
    /// <summary>The line that it starts on; 0 where it is not known.</summary>
    public int Line { get; init; }

    public string? Ref { get; init; }

    /// <summary>The description; null where it was not asked for.</summary>
    public string? Prose { get; init; }

    public string? Type { get; init; }

    public string? Format { get; init; }

    public bool Nullable { get; init; }

    public IReadOnlyList<KeyValuePair<string, Schema>> Properties { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    public Schema? Items { get; init; }

    /// <summary>The schema of a map's values; null where <c>additionalProperties</c> is absent or a boolean.</summary>
    public Schema? AdditionalProperties { get; init; }

    /// <summary><c>additionalProperties</c> given as a boolean.</summary>
    public bool? AdditionalPropertiesAllowed { get; init; }

    public IReadOnlyList<Node> Enum { get; init; } = [];

    public Node? Default { get; init; }

    /// <summary>Bounds and the like, as written: <c>minimum</c>, <c>maxLength</c>, <c>pattern</c>, … sorted by keyword.</summary>
    public IReadOnlyList<KeyValuePair<string, Node>> Bounds { get; init; } = [];

    public IReadOnlyList<Schema> OneOf { get; init; } = [];

    public IReadOnlyList<Schema> AnyOf { get; init; } = [];

    public IReadOnlyList<Schema> AllOf { get; init; } = [];

    public Schema? Not { get; init; }

    public bool IntOrString { get; init; }

    public bool PreserveUnknownFields { get; init; }

    public bool EmbeddedResource { get; init; }

    /// <summary><c>set</c> or <c>map</c> where the API server refuses items that repeat; null for lists that may hold any.</summary>
    public string? ListType { get; init; }

    /// <summary>The members that tell the items of a <c>map</c> apart.</summary>
    public IReadOnlyList<string> ListMapKeys { get; init; } = [];

    public IReadOnlyList<CelRule> Rules { get; init; } = [];

    public Node? Bound(string keyword)
    {
        foreach (var bound in Bounds)
        {
            if (bound.Key == keyword)
            {
                return bound.Value;
            }
        }

        return null;
    }
}
