using Hardening.Preview.Yaml;

namespace Hardening.Preview.Rendering;

/// <summary>A file as a piece of a buffer that may still grow.</summary>
internal sealed record RenderedPiece(string Path, Utf8Buffer Buffer, int Start, int Length)
{
    /// <summary>The file, once the buffer grows no more.</summary>
    public RenderedFile ToFile() => new(Path, Buffer.Slice(Start, Length));
}
