namespace Crdgen.Reading;

/// <summary>Reads the documents of a text one at a time: as JSON where they are JSON, which is many times faster, else as YAML.</summary>
internal static class SchemaFile
{
    /// <summary>The bytes of a file that is not too large to be one of schemas.</summary>
    public static byte[] Load(string path) => new FileSource(path).Load();

    /// <summary>All documents that are maps.</summary>
    public static List<Node> Read(byte[] content) => [.. Documents(Utf8Text.Of(content), splitLists: false)];

    /// <summary>
    /// The documents that are maps. With <paramref name="splitLists"/> each of a document's <c>items</c> is one of its own, so that a list of
    /// hundreds of definitions is never in memory as a whole.
    /// </summary>
    /// <exception cref="SchemaException">The text is neither; the documents before that are given.</exception>
    public static IEnumerable<Node> Documents(ReadOnlyMemory<byte> utf8, bool splitLists)
    {
        var json = new JsonDocuments(utf8, splitLists);
        foreach (var document in json.Read())
        {
            yield return document;
        }

        if (json.Rest is { } rest)
        {
            foreach (var document in YamlDocuments.Read(utf8[rest..], Utf8Text.Line(utf8.Span[..rest]), splitLists))
            {
                if (document.Kind == NodeKind.Map)
                {
                    yield return document;
                }
            }
        }
    }
}
