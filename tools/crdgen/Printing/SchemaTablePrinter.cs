using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crdgen.Reading;

namespace Crdgen.Printing;

/// <summary>Prints the schema table of a kind: JSON without prose; subschemas that repeat are definitions.</summary>
internal sealed class SchemaTablePrinter
{
    /// <summary>How every table begins.</summary>
    public const string Start = "{\"apiVersion\":\"";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyDictionary<string, Schema> _definitions;
    private readonly SortedDictionary<string, Schema> _named = new(StringComparer.Ordinal);
    private readonly SharedSchemas _shared;

    private SchemaTablePrinter(Schema schema, IReadOnlyDictionary<string, Schema> definitions)
    {
        _definitions = definitions;
        _shared = SharedSchemas.Of(schema, Referenced);
    }

    /// <param name="kind">The kind.</param>
    /// <param name="definitions">The definitions that a <c>$ref</c> names; none for a custom resource.</param>
    public static string Print(KindSchema kind, IReadOnlyDictionary<string, Schema> definitions) => new SchemaTablePrinter(kind.Schema, definitions).Print(kind);

    private string Print(KindSchema kind)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion", kind.ApiVersion);
            json.WriteString("kind", kind.Kind);
            json.WriteString("plural", kind.Plural);
            json.WriteString("scope", kind.Scope);
            json.WritePropertyName("schema");
            Write(json, kind.Schema, inside: true);
            json.WriteStartObject("definitions");
            foreach (var (name, schema) in _shared.All.Concat(_named))
            {
                json.WritePropertyName(name);
                Write(json, schema, inside: true);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The definition that a reference leads to, the first time that one does; null where it is written out in place.</summary>
    private Schema? Referenced(string reference)
    {
        var name = References.Target(reference);
        return !IsInlined(name) && _named.TryAdd(Short(name), Definition(name)) ? Definition(name) : null;
    }

    private Schema Definition(string name) =>
        _definitions.GetValueOrDefault(name) ?? throw new SchemaException(name, "the document has no such definition");

    /// <summary>Definitions of a scalar are written where they are used.</summary>
    private bool IsInlined(string name) => Definition(name) is { Properties.Count: 0, Ref: null };

    private static string Short(string definition) => string.Join('.', definition.Split('.').TakeLast(3));

    private void Write(Utf8JsonWriter json, Schema schema, bool inside = false)
    {
        if (!inside && _shared.NameOf(schema) is { } shared)
        {
            Reference(json, shared);
            return;
        }

        if (schema.Ref is { } reference)
        {
            var name = References.Target(reference);
            if (IsInlined(name))
            {
                WriteScalar(json, name);
            }
            else
            {
                Reference(json, Short(name));
            }

            return;
        }

        json.WriteStartObject();
        SchemaTableKeywords.Write(json, schema);
        if (schema.Properties.Count > 0)
        {
            json.WriteStartObject("properties");
            foreach (var (name, property) in schema.Properties)
            {
                json.WritePropertyName(name);
                Write(json, property);
            }

            json.WriteEndObject();
        }

        Write(json, "items", schema.Items);
        Write(json, "additionalProperties", schema.AdditionalProperties);
        Write(json, "not", schema.Not);
        Write(json, "oneOf", schema.OneOf);
        Write(json, "anyOf", schema.AnyOf);
        Write(json, "allOf", schema.AllOf);
        json.WriteEndObject();
    }

    private void WriteScalar(Utf8JsonWriter json, string name)
    {
        var schema = Definition(name);
        json.WriteStartObject();
        if (name.EndsWith(".Quantity", StringComparison.Ordinal))
        {
            json.WriteString("format", "quantity");
            json.WriteStartArray("anyOf");
            foreach (var type in new[] { "string", "number" })
            {
                json.WriteStartObject();
                json.WriteString("type", type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else
        {
            SchemaTableKeywords.Write(json, schema);
            if (schema.Type == "object")
            {
                json.WriteBoolean("x-kubernetes-preserve-unknown-fields", true);
            }
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, string keyword, Schema? schema)
    {
        if (schema is not null)
        {
            json.WritePropertyName(keyword);
            Write(json, schema);
        }
    }

    private void Write(Utf8JsonWriter json, string keyword, IReadOnlyList<Schema> schemas)
    {
        if (schemas.Count > 0)
        {
            json.WriteStartArray(keyword);
            foreach (var schema in schemas)
            {
                Write(json, schema);
            }

            json.WriteEndArray();
        }
    }

    private static void Reference(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("$ref", $"#/definitions/{name}");
        json.WriteEndObject();
    }
}
