namespace Crdgen.Reading;

/// <summary>Bytes that are there already, such as those of a cluster.</summary>
internal sealed class BytesSource(byte[] content, string name) : SchemaSource(name)
{
    public override byte[] Load() => content;
}
