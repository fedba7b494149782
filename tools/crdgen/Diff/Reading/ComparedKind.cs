using Crdgen.Reading;

namespace Crdgen.Diff.Reading;

/// <summary>One kind in one version on one side of a comparison, its references followed.</summary>
/// <param name="Source">The file that it stands in.</param>
/// <param name="Kind">The kind.</param>
internal sealed record ComparedKind(string Source, KindSchema Kind)
{
    /// <summary>A definition states whether the version is deprecated; a schema table does not.</summary>
    public bool StatesLifecycle { get; init; } = true;

    /// <summary>Whether types are generated for the kind as a custom resource.</summary>
    public bool IsCustom => Kind.Definition is null;
}
