namespace Hardening.Preview;

/// <summary>How a file of a folder differs from the rendered tree.</summary>
public enum FileDriftKind
{
    /// <summary>The tree has the file, the folder has not.</summary>
    Missing,

    /// <summary>Both have the file, with different content.</summary>
    Different,

    /// <summary>The folder has a file that the tree has not.</summary>
    Unexpected,
}
