using System.Text;
using System.Text.Json;

namespace Crdgen.Reading;

/// <summary>Reads the documents of a file: as JSON where it is JSON, which is many times faster, else as YAML.</summary>
internal static class SchemaFile
{
    private const int MaximumLength = 64 * 1024 * 1024;

    /// <summary>The bytes of a file that is not too large to be one of schemas.</summary>
    public static byte[] Load(string path) =>
        new FileInfo(path) is { Exists: true, Length: > MaximumLength }
            ? throw new SchemaException("", $"is larger than {MaximumLength / 1024 / 1024} MiB")
            : File.ReadAllBytes(path);

    public static List<Node> Read(byte[] content)
    {
        var first = Array.Find(content, static b => b is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0xEF or 0xBB or 0xBF));
        if (first is (byte)'{' or (byte)'[' && TryReadJson(content) is { } json)
        {
            return [json];
        }

        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        return [.. YamlDocuments.Read(reader).Where(document => document.Kind == NodeKind.Map)];
    }

    private static Node? TryReadJson(byte[] content)
    {
        try
        {
            return JsonDocuments.Read(new MemoryStream(content));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
