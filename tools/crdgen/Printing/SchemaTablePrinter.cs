using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Printing;

/// <summary>Prints the schema table of a kind: JSON without prose; subschemas that repeat are definitions.</summary>
internal sealed class SchemaTablePrinter
{
    /// <summary>How every table begins.</summary>
    public const string Start = "{\"apiVersion\":\"";

    private const int WorthSharing = 4;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Shapes _shapes = new();
    private readonly Dictionary<int, int> _seen = [];
    private readonly Dictionary<int, (string Name, Schema Schema)> _shared = [];
    private readonly SortedDictionary<string, Schema> _named = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, Schema> _definitions;

    private SchemaTablePrinter(IReadOnlyDictionary<string, Schema> definitions) => _definitions = definitions;

    /// <param name="kind">The kind.</param>
    /// <param name="definitions">The definitions that a <c>$ref</c> names; none for a custom resource.</param>
    public static string Print(KindSchema kind, IReadOnlyDictionary<string, Schema> definitions) => new SchemaTablePrinter(definitions).Print(kind);

    private string Print(KindSchema kind)
    {
        Count(kind.Schema);
        Share(kind.Schema, "root");
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
            foreach (var (_, (name, schema)) in _shared.OrderBy(shared => shared.Value.Name, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                Write(json, schema, inside: true);
            }

            foreach (var (name, schema) in _named)
            {
                json.WritePropertyName(name);
                Write(json, schema, inside: true);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static IEnumerable<(string Name, Schema Schema)> Children(Schema schema)
    {
        foreach (var (name, property) in schema.Properties)
        {
            yield return (name, property);
        }

        if (schema.Items is { } items)
        {
            yield return ("item", items);
        }

        if (schema.AdditionalProperties is { } values)
        {
            yield return ("value", values);
        }

        if (schema.Not is { } not)
        {
            yield return ("not", not);
        }

        foreach (var choice in schema.OneOf.Concat(schema.AnyOf).Concat(schema.AllOf))
        {
            yield return ("choice", choice);
        }
    }

    /// <summary>Counts each schema once per place where it would be written out; below the second place nothing is counted again.</summary>
    private void Count(Schema schema)
    {
        var shape = _shapes.Of(schema);
        if (_seen.TryGetValue(shape, out var times))
        {
            _seen[shape] = times + 1;
            return;
        }

        _seen.Add(shape, 1);
        foreach (var (_, child) in Children(schema))
        {
            Count(child);
        }

        if (schema.Ref is { } reference)
        {
            var name = References.Target(reference);
            if (!IsInlined(name) && _named.TryAdd(Short(name), Definition(name)))
            {
                Count(Definition(name));
            }
        }
    }

    private void Share(Schema schema, string name)
    {
        var shape = _shapes.Of(schema);
        if (_shared.ContainsKey(shape))
        {
            return;
        }

        if (_seen.GetValueOrDefault(shape) > 1 && Size(schema) >= WorthSharing)
        {
            _shared.Add(shape, ($"{name}.{_shared.Count + 1}", schema));
        }

        foreach (var (childName, child) in Children(schema))
        {
            Share(child, childName is "item" or "value" or "not" or "choice" ? name : childName);
        }
    }

    private static int Size(Schema schema) =>
        1 + schema.Bounds.Count + schema.Required.Count + schema.Enum.Count + schema.Rules.Count + Children(schema).Sum(child => Size(child.Schema));

    private Schema Definition(string name) =>
        _definitions.GetValueOrDefault(name) ?? throw new SchemaException(name, "the document has no such definition");

    /// <summary>Definitions of a scalar are written where they are used.</summary>
    private bool IsInlined(string name) => Definition(name) is { Properties.Count: 0, Ref: null };

    private static string Short(string definition) => string.Join('.', definition.Split('.').TakeLast(3));

    private void Write(Utf8JsonWriter json, Schema schema, bool inside = false)
    {
        if (!inside && _shared.TryGetValue(_shapes.Of(schema), out var shared))
        {
            Reference(json, shared.Name);
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
