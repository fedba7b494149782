using System.Text.Json;

namespace Hardening.Preview.Schemas;

/// <summary>One kind's schema as its table states it.</summary>
internal sealed class SchemaTable
{
    /// <summary>Each level of a schema is two of the table; the generator takes schemas of 250.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1_000 };

    private readonly JsonElement _definitions;
    private readonly Dictionary<string, SchemaNode> _byName = new(StringComparer.Ordinal);

    private SchemaTable(JsonElement table, bool isStrict)
    {
        IsStrict = isStrict;
        ApiVersion = Text(table, "apiVersion");
        Kind = Text(table, "kind");
        IsNamespaced = Text(table, "scope") != "Cluster";
        table.TryGetProperty("definitions"u8, out _definitions);
        Root = new SchemaNode(this, table.GetProperty("schema"u8));
    }

    public string ApiVersion { get; }

    public string Kind { get; }

    /// <summary>Whether objects of the kind live in a namespace.</summary>
    public bool IsNamespaced { get; }

    /// <summary>
    /// Whether an object schema without members means an object without members. It does in a CustomResourceDefinition; in the documents of the
    /// core kinds it stands for any object.
    /// </summary>
    public bool IsStrict { get; }

    public SchemaNode Root { get; }

    /// <summary>Reads a table, or returns null where the bytes are none.</summary>
    public static SchemaTable? TryParse(ReadOnlyMemory<byte> json, bool isStrict)
    {
        try
        {
            return Parse(json, isStrict);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads a table.</summary>
    public static SchemaTable Parse(ReadOnlyMemory<byte> json, bool isStrict) => new(JsonDocument.Parse(json, Options).RootElement, isStrict);

    /// <summary>The subschema that <c>#/definitions/{name}</c> names; null where the table has none such.</summary>
    public SchemaNode? Definition(string reference)
    {
        const string Prefix = "#/definitions/";
        if (!reference.StartsWith(Prefix, StringComparison.Ordinal) || _definitions.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var name = reference[Prefix.Length..];
        lock (_byName)
        {
            if (!_byName.TryGetValue(name, out var node) && _definitions.TryGetProperty(name, out var element))
            {
                _byName.Add(name, node = new SchemaNode(this, element));
            }

            return node;
        }
    }

    private static string Text(JsonElement table, string name) => table.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
