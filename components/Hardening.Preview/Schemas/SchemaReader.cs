using System.Text.Json;

namespace Hardening.Preview.Schemas;

/// <summary>Reads the keywords of a schema. What is malformed or unheard of is passed over: a table of a newer generator must not stop a preview.</summary>
internal static class SchemaReader
{
    private static readonly JsonElement NoElements = JsonElement.Parse("[]"u8);

    public static SchemaKeywords Read(SchemaTable table, JsonElement schema)
    {
        var keywords = new SchemaKeywords();
        if (schema.ValueKind == JsonValueKind.Object)
        {
            foreach (var keyword in schema.EnumerateObject())
            {
                Read(table, keywords, keyword.Name, keyword.Value);
            }
        }

        return keywords;
    }

    private static void Read(SchemaTable table, SchemaKeywords keywords, string name, JsonElement value)
    {
        switch (name)
        {
            case "type":
                keywords.Type = Text(value);
                break;
            case "format":
                keywords.Format = Text(value);
                keywords.IsIntOrString |= keywords.Format == "int-or-string";
                break;
            case "nullable":
                keywords.Nullable = IsTrue(value);
                break;
            case "default":
                keywords.Default = value.ValueKind == JsonValueKind.Null ? null : JsonValues.Read(value);
                break;
            case "x-kubernetes-int-or-string":
                keywords.IsIntOrString |= IsTrue(value);
                break;
            case "x-kubernetes-preserve-unknown-fields":
                keywords.PreservesUnknown = IsTrue(value);
                break;
            case "x-kubernetes-embedded-resource":
                keywords.IsEmbeddedResource = IsTrue(value);
                break;
            case "x-kubernetes-list-type":
                keywords.ListType = Text(value);
                break;
            case "x-kubernetes-list-map-keys":
                keywords.ListMapKeys = [.. Elements(value).Select(Text).OfType<string>()];
                break;
            case "x-kubernetes-validations":
                keywords.Rules = [.. Elements(value).Select(static rule => rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("rule"u8, out var text) ? Text(text) : Text(rule)).OfType<string>()];
                break;
            case "enum":
                keywords.Enum = [.. Elements(value).Select(JsonValues.Read)];
                break;
            case "pattern":
                keywords.Pattern = Text(value) is { } pattern ? Pattern.Of(pattern) : null;
                break;
            default:
                ReadBound(keywords, name, value);
                ReadSubschemas(table, keywords, name, value);
                break;
        }
    }

    private static void ReadBound(SchemaKeywords keywords, string name, JsonElement value)
    {
        switch (name)
        {
            case "minimum":
                keywords.Minimum = Number(value);
                break;
            case "maximum":
                keywords.Maximum = Number(value);
                break;
            case "exclusiveMinimum":
                keywords.ExclusiveMinimum = IsTrue(value);
                break;
            case "exclusiveMaximum":
                keywords.ExclusiveMaximum = IsTrue(value);
                break;
            case "multipleOf":
                keywords.MultipleOf = Number(value);
                break;
            case "minLength":
                keywords.MinLength = Count(value);
                break;
            case "maxLength":
                keywords.MaxLength = Count(value);
                break;
            case "minItems":
                keywords.MinItems = Count(value);
                break;
            case "maxItems":
                keywords.MaxItems = Count(value);
                break;
            case "minProperties":
                keywords.MinProperties = Count(value);
                break;
            case "maxProperties":
                keywords.MaxProperties = Count(value);
                break;
            case "uniqueItems":
                keywords.UniqueItems = IsTrue(value);
                break;
        }
    }

    private static void ReadSubschemas(SchemaTable table, SchemaKeywords keywords, string name, JsonElement value)
    {
        switch (name)
        {
            case "properties" when value.ValueKind == JsonValueKind.Object:
                var properties = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
                foreach (var property in value.EnumerateObject())
                {
                    properties[property.Name] = new SchemaNode(table, property.Value);
                }

                keywords.Properties = properties;
                break;
            case "required":
                keywords.Required = [.. Elements(value).Select(Text).OfType<string>()];
                break;
            case "items":
                keywords.Items = new SchemaNode(table, value);
                break;
            case "additionalProperties" when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                keywords.AllowsAdditional = IsTrue(value);
                break;
            case "additionalProperties":
                keywords.AdditionalProperties = new SchemaNode(table, value);
                break;
            case "oneOf":
                keywords.OneOf = Nodes(table, value);
                break;
            case "anyOf":
                keywords.AnyOf = Nodes(table, value);
                break;
            case "allOf":
                keywords.AllOf = Nodes(table, value);
                break;
            case "not":
                keywords.Not = new SchemaNode(table, value);
                break;
        }
    }

    private static SchemaNode[] Nodes(SchemaTable table, JsonElement value) => [.. Elements(value).Select(element => new SchemaNode(table, element))];

    private static JsonElement.ArrayEnumerator Elements(JsonElement value) => (value.ValueKind == JsonValueKind.Array ? value : NoElements).EnumerateArray();

    private static bool IsTrue(JsonElement value) => value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static int? Count(JsonElement value) => Number(value) is { } count ? (int)Math.Clamp(count, 0, int.MaxValue) : null;
}
