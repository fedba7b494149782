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
        using var content = new MemoryStream();
        var chunk = new byte[1024 * 1024];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            if (content.Length + read > MaximumLength)
            {
                throw TooLarge();
            }

            content.Write(chunk, 0, read);
        }

        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }

    protected static SchemaException TooLarge() => new("", $"is larger than {MaximumLength / 1024 / 1024} MiB");
}
