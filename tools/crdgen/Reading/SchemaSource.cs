namespace Crdgen.Reading;

/// <summary>Where schemas come from: a file, standard input, a cluster.</summary>
internal abstract class SchemaSource(string name)
{
    /// <summary>The most that one source may hold.</summary>
    public const int MaximumLength = 64 * 1024 * 1024;

    /// <summary>What diagnostics call it.</summary>
    public string Name { get; } = name;

    /// <summary>The bytes as they are.</summary>
    /// <exception cref="SchemaException">There are too many of them.</exception>
    /// <exception cref="IOException">They cannot be read.</exception>
    public abstract byte[] Load();

    /// <summary>Reads a stream to its end, which has to come before <see cref="MaximumLength"/>.</summary>
    public static byte[] Load(Stream stream)
    {
        const int Chunk = 1024 * 1024;
        var chunks = new List<byte[]>();
        var last = Chunk;
        while (last == Chunk)
        {
            var chunk = GC.AllocateUninitializedArray<byte>(Chunk);
            last = stream.ReadAtLeast(chunk, Chunk, throwOnEndOfStream: false);
            chunks.Add(chunk);
            if (((chunks.Count - 1L) * Chunk) + last > MaximumLength)
            {
                throw TooLarge();
            }
        }

        var content = GC.AllocateUninitializedArray<byte>(((chunks.Count - 1) * Chunk) + last);
        for (var i = 0; i < chunks.Count; i++)
        {
            chunks[i].AsSpan(0, Math.Min(Chunk, content.Length - (i * Chunk))).CopyTo(content.AsSpan(i * Chunk));
        }

        return content;
    }

    protected static SchemaException TooLarge() => new("", $"is larger than {MaximumLength / 1024 / 1024} MiB");
}
