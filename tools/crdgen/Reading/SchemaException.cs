namespace Crdgen.Reading;

/// <summary>A schema that cannot be used, and where in it the reason stands.</summary>
internal sealed class SchemaException(string path, string message) : Exception(message)
{
    public string Path { get; } = path;
}
