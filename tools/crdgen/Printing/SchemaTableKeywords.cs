using System.Text.Json;
using Crdgen.Reading;

namespace Crdgen.Printing;

/// <summary>Writes the keywords of a schema that hold no schemas themselves.</summary>
internal static class SchemaTableKeywords
{
    public static void Write(Utf8JsonWriter json, Schema schema)
    {
        if (schema.Type is { } type && !schema.IntOrString)
        {
            json.WriteString("type", type);
        }

        if (schema.Format is { } format && format != "int-or-string")
        {
            json.WriteString("format", format);
        }

        Flag(json, "nullable", schema.Nullable);
        Flag(json, "x-kubernetes-int-or-string", schema.IntOrString);
        Flag(json, "x-kubernetes-preserve-unknown-fields", schema.PreserveUnknownFields);
        Flag(json, "x-kubernetes-embedded-resource", schema.EmbeddedResource);
        if (schema.ListType is { } listType)
        {
            json.WriteString("x-kubernetes-list-type", listType);
        }

        Names(json, "x-kubernetes-list-map-keys", schema.ListMapKeys);
        if (schema.AdditionalPropertiesAllowed is { } allowed)
        {
            json.WriteBoolean("additionalProperties", allowed);
        }

        Names(json, "required", schema.Required);

        if (schema.Enum.Count > 0)
        {
            json.WriteStartArray("enum");
            foreach (var value in schema.Enum)
            {
                Value(json, value);
            }

            json.WriteEndArray();
        }

        foreach (var (keyword, value) in schema.Bounds)
        {
            json.WritePropertyName(keyword);
            Value(json, value);
        }

        if (schema.Default is { } @default)
        {
            json.WritePropertyName("default");
            Value(json, @default);
        }

        if (schema.Rules.Count > 0)
        {
            json.WriteStartArray("x-kubernetes-validations");
            foreach (var rule in schema.Rules)
            {
                json.WriteStartObject();
                json.WriteString("rule", rule.Rule);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Names(Utf8JsonWriter json, string keyword, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            json.WriteStartArray(keyword);
            foreach (var name in names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }
    }

    private static void Flag(Utf8JsonWriter json, string keyword, bool value)
    {
        if (value)
        {
            json.WriteBoolean(keyword, true);
        }
    }

    private static void Value(Utf8JsonWriter json, Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Map:
                json.WriteStartObject();
                foreach (var (name, value) in node.Members)
                {
                    json.WritePropertyName(name);
                    Value(json, value);
                }

                json.WriteEndObject();
                break;
            case NodeKind.List:
                json.WriteStartArray();
                foreach (var item in node.Items)
                {
                    Value(json, item);
                }

                json.WriteEndArray();
                break;
            case NodeKind.Text:
                json.WriteStringValue(node.Text);
                break;
            case NodeKind.Number:
                json.WriteRawValue(node.Text);
                break;
            case NodeKind.Boolean:
                json.WriteBooleanValue(node.Text == "true");
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
