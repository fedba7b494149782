namespace Crdgen.Model;

/// <summary>A class of properties. Its name is without the suffix of inputs; properties are filled in once it is known, so that classes may refer to themselves.</summary>
internal sealed class ClassModel(string @namespace, string name)
{
    /// <summary>For built-in kinds the part behind <c>Types.Inputs</c>; otherwise the whole namespace.</summary>
    public string Namespace { get; } = @namespace;

    public string Name { get; } = name;

    public IReadOnlyList<PropertyModel> Properties { get; set; } = [];

    public IReadOnlyList<string> Facts { get; set; } = [];

    /// <summary>The schema's own words, where they were asked for.</summary>
    public string? Prose { get; init; }

    /// <summary>The object may have members that its schema does not declare.</summary>
    public bool Extensible { get; init; }
}
