namespace Crdgen.Model;

/// <summary>One property of a class: its name on the wire, its name in C#, its type, and what its documentation states.</summary>
internal sealed record PropertyModel(string WireName, string Name, TypeModel Type)
{
    /// <summary>The schema requires it and has no default; of an output: it is there.</summary>
    public bool Required { get; init; }

    /// <summary>The compiler may insist on it: required, without a default, not a collection.</summary>
    public bool CompilerRequired { get; init; }

    public bool Secret { get; init; }

    /// <summary>Sentences about the property, without markup.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The schema's own words, where they were asked for.</summary>
    public string? Prose { get; init; }

    public ConstantsModel? Constants { get; init; }
}
