namespace Crdgen.Diff;

/// <summary>What a change means to a caller, the least first.</summary>
internal enum Impact
{
    None,

    /// <summary>Everything is accepted as before, and something else comes of it.</summary>
    Behaves,

    /// <summary>Whether anything is refused cannot be told from the schemas.</summary>
    May,

    /// <summary>Manifests: what was valid can be refused or pruned. C#: what compiled does not.</summary>
    Breaks,
}
