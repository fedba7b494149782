using System.Text.Json;

namespace Hardening.Preview.Schemas;

/// <summary>
/// One schema of a table. Its keywords are read when the first value meets it: a table has thousands of schemas, an object touches a few dozen.
/// </summary>
internal sealed class SchemaNode(SchemaTable table, JsonElement element)
{
    private SchemaKeywords? _keywords;

    public SchemaTable Table => table;

    /// <summary>The keywords; those of the definition where this is a reference.</summary>
    public SchemaKeywords Keywords => _keywords ??= Compile();

    private SchemaKeywords Compile()
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref"u8, out var reference))
        {
            // A reference to nothing says nothing; a broken table must not stop a preview.
            return table.Definition(reference.GetString() ?? "") is { } definition && !ReferenceEquals(definition, this)
                ? definition.Keywords
                : new SchemaKeywords();
        }

        return SchemaReader.Read(table, element);
    }
}
