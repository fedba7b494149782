namespace Crdgen.Reading;

/// <summary>A schema that cannot be used, and where in it the reason stands.</summary>
internal sealed class SchemaException(string path, string message, int line = 0) : Exception(message)
{
    public string Path { get; } = path;

    /// <summary>The line in the file, from 1 on; 0 where it is not known.</summary>
    public int Line { get; } = line;
}
