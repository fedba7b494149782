using System.Text;

namespace Crdgen.Output;

/// <summary>A file to write. Hundreds wait for the last of them, so that they are held as they are written, which is half of what a string takes.</summary>
/// <param name="path">Its path below the plan's folder, with forward slashes.</param>
/// <param name="text">Its text.</param>
internal sealed class GeneratedFile(string path, string text) : IEquatable<GeneratedFile>
{
    private readonly byte[] _content = Encoding.UTF8.GetBytes(text);

    public string Path { get; } = path;

    /// <summary>The text as UTF-8, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Content => _content;

    public string Text => Encoding.UTF8.GetString(_content);

    public bool Equals(GeneratedFile? other) => other is not null && Path == other.Path && Content.SequenceEqual(other.Content);

    public override bool Equals(object? obj) => Equals(obj as GeneratedFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
