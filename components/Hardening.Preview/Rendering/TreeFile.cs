using Hardening.Preview.Yaml;

namespace Hardening.Preview.Rendering;

/// <summary>A manifest on its way into the tree: where it goes and which piece of a buffer it is.</summary>
internal sealed record TreeFile(CapturedResource Resource, string Folder, string Name, Utf8Buffer Buffer, int Start, int Length)
{
    /// <summary>What makes it distinct from any other object of the stack.</summary>
    public string Identity => $"{Resource.ApiVersion}/{Resource.Kind}/{Resource.ObjectNamespace}/{Resource.ObjectName}/{Resource.Urn}";

    public string FileName { get; set; } = Name + ".yaml";

    public string Path => $"{Folder}/{FileName}";

    public RenderedPiece ToPiece() => new(Path, Buffer, Start, Length);
}
