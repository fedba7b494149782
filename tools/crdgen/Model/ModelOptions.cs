using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Which types of a kind are made.</summary>
internal sealed record ModelOptions
{
    /// <summary>Types for what the API server returns.</summary>
    public bool Outputs { get; init; } = true;

    /// <summary>A resource that sets fields of an object that somebody else owns.</summary>
    public bool Patch { get; init; }

    /// <summary>A resource that is a list of objects of the kind.</summary>
    public bool List { get; init; }

    /// <summary>What a <c>$ref</c> may name; nothing in a CustomResourceDefinition.</summary>
    public IReadOnlyDictionary<string, Schema> Definitions { get; init; } = new Dictionary<string, Schema>(StringComparer.Ordinal);
}
