using System.Text.Json;

namespace Hardening.AllKinds.Samples;

/// <summary>What a schema is to a typed program: the form that its C# type depends on.</summary>
internal static class Form
{
    public static string Of(JsonElement schema, Table table)
    {
        schema = table.Resolve(schema);
        if (Has(schema, "x-kubernetes-int-or-string"))
        {
            return "integer or string";
        }

        return Text(schema, "type") switch
        {
            "array" => $"list of {(schema.TryGetProperty("items", out var items) ? Of(items, table) : "any value")}",
            "object" => Object(schema, table),
            "string" when schema.TryGetProperty("enum", out _) => "string with known values",
            { } scalar => Text(schema, "format") is { } format ? $"{scalar} of format {format}" : scalar,
            null when schema.TryGetProperty("properties", out _) || schema.TryGetProperty("additionalProperties", out _) => Object(schema, table),
            null => "any value",
        };
    }

    public static bool Has(JsonElement schema, string flag) => schema.TryGetProperty(flag, out var value) && value.ValueKind == JsonValueKind.True;

    public static string? Text(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var value) ? value.GetString() : null;

    public static JsonElement.ObjectEnumerator Properties(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default;

    public static JsonElement? MapValues(JsonElement schema) =>
        schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object ? values : null;

    private static string Object(JsonElement schema, Table table)
    {
        if (schema.TryGetProperty("properties", out _))
        {
            return "object";
        }

        if (MapValues(schema) is { } values)
        {
            return $"map of {Of(values, table)}";
        }

        return Has(schema, "x-kubernetes-embedded-resource") ? "Kubernetes object"
            : Has(schema, "x-kubernetes-preserve-unknown-fields") ? "free object"
            : "object without fields";
    }
}
