namespace Crdgen.Reading;

/// <summary>A file. What says that it has no length, such as a pipe, is read as far as it goes.</summary>
internal sealed class FileSource(string path, string? name = null) : SchemaSource(name ?? path)
{
    public override byte[] Load()
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var length = stream.CanSeek ? stream.Length : 0;
        if (length > MaximumLength)
        {
            throw TooLarge();
        }

        if (length == 0)
        {
            return Load(stream);
        }

        var content = GC.AllocateUninitializedArray<byte>((int)length);
        stream.ReadExactly(content);
        return content;
    }
}
