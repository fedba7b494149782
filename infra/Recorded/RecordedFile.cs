using System.IO.Compression;
using Hardening.Components;
using Hardening.Infra.Commands;

namespace Hardening.Infra.Recorded;

/// <summary>A file of recorded facts, or standard input.</summary>
/// <param name="Option">The option that named it.</param>
/// <param name="Shown">What the user wrote.</param>
/// <param name="RecordedBy">The command that records such a file.</param>
internal sealed record RecordedFile(string Option, string Shown, string RecordedBy)
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Opens it; what is compressed by gzip is decompressed.</summary>
    /// <exception cref="EnvironmentException">There is no such file.</exception>
    public Stream Open(Terminal terminal)
    {
        if (Shown == StandardInput)
            return Decompressed(terminal.OpenInput());
        var path = Path.GetFullPath(Shown, terminal.WorkingDirectory);
        if (Directory.Exists(path))
            throw new EnvironmentException($"{Shown} is a folder", $"name the file that was recorded with {RecordedBy}");
        return File.Exists(path)
            ? Decompressed(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan))
            : throw new EnvironmentException($"{Shown} does not exist", $"record it with {RecordedBy} > {Shown}");
    }

    /// <summary>Something that is wrong with the file.</summary>
    /// <param name="place">Where in the file, when known.</param>
    /// <param name="message">What is wrong.</param>
    public Problem Problem(string? place, string message) => new(place is null ? $"{Option} {Shown}" : $"{Option} {Shown}: {place}", null, message, $"record it with {RecordedBy}");

    private static Stream Decompressed(Stream stream)
    {
        var head = new byte[2];
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(head.AsMemory(0, count), stream);
        return head is [0x1f, 0x8b] ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }
}
