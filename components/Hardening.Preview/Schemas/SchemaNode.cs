using System.Text.Json;

namespace Hardening.Preview.Schemas;

/// <summary>
/// One schema of a table. Its keywords are read when the first value meets it: a table has thousands of schemas, an object touches a few dozen.
/// </summary>
internal sealed class SchemaNode(SchemaTable table, JsonElement element)
{
    private const int LongestChain = 64;

    private SchemaKeywords? _keywords;

    public SchemaTable Table => table;

    /// <summary>The keywords; those of the definition where this is a reference.</summary>
    public SchemaKeywords Keywords => _keywords ??= Compile();

    private string? Reference => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref"u8, out var reference)
        ? reference.ValueKind == JsonValueKind.String ? reference.GetString() : ""
        : null;

    private SchemaKeywords Compile()
    {
        var target = this;
        for (var i = 0; target.Reference is { } reference; i++)
        {
            // A reference to nothing, or to itself, says nothing; a broken table must not stop a preview.
            if (i == LongestChain || table.Definition(reference) is not { } definition)
            {
                return new SchemaKeywords();
            }

            target = definition;
        }

        return ReferenceEquals(target, this) ? SchemaReader.Read(table, element) : target.Keywords;
    }
}
