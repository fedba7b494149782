namespace Hardening.Preview;

/// <summary>One file of a rendered tree.</summary>
/// <param name="Path">The path relative to the tree's folder, with <c>/</c> between the parts.</param>
/// <param name="Content">The file's bytes: UTF-8 without a byte order mark, lines ended by a line feed.</param>
public sealed record RenderedFile(string Path, ReadOnlyMemory<byte> Content);
