namespace Hardening.Components;

/// <summary>Whether images need a digest.</summary>
public static class ImageDigest
{
    /// <summary>A tag that does not move is enough; a digest is as good.</summary>
    public const string Optional = "Optional";

    /// <summary>Every image needs a digest, whatever its tag.</summary>
    public const string Required = "Required";

    /// <summary>Every value, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [Optional, Required];
}
