using System.Text.Json;

namespace Hardening.Preview.Schemas;

/// <summary>
/// One schema of a table. Its keywords are read when the first value meets it: a table has thousands of schemas, an object touches a few dozen.
/// </summary>
internal sealed class SchemaNode(SchemaTable table, JsonElement element)
{
    private const int LongestChain = 64;

    private readonly JsonElement _element = element;
    private SchemaKeywords? _keywords;

    public SchemaTable Table => table;

    /// <summary>The keywords; those of the definition where this is a reference.</summary>
    public SchemaKeywords Keywords => _keywords ??= Compile();

    /// <summary>Whether it states a default, told without reading its keywords: most properties of a schema are touched by no object.</summary>
    public bool HasDefault => Target() is { } target && target._element.ValueKind == JsonValueKind.Object && target._element.TryGetProperty("default"u8, out _);

    private string? Reference => _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty("$ref"u8, out var reference)
        ? reference.ValueKind == JsonValueKind.String ? reference.GetString() : ""
        : null;

    private SchemaKeywords Compile() => Target() switch
    {
        null => new SchemaKeywords(),
        var target when ReferenceEquals(target, this) => SchemaReader.Read(table, _element),
        var target => target.Keywords,
    };

    /// <summary>The definition that this refers to, or itself; null where it refers to nothing, or to itself: a broken table must not stop a preview.</summary>
    private SchemaNode? Target()
    {
        var target = this;
        for (var i = 0; target.Reference is { } reference; i++)
        {
            if (i == LongestChain || table.Definition(reference) is not { } definition)
            {
                return null;
            }

            target = definition;
        }

        return target;
    }
}
