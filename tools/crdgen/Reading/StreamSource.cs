namespace Crdgen.Reading;

/// <summary>A stream that is there already, such as standard input.</summary>
internal sealed class StreamSource(Stream stream, string name) : SchemaSource(name)
{
    public override byte[] Load() => Load(stream);
}
