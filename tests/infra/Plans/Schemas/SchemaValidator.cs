using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hardening.Infra.Tests.Plans.Schemas;

/// <summary>
/// The keywords of JSON Schema that the plan's schema uses, and no others: an unknown one is an error, so that nothing is passed over. CI holds its verdicts against those of
/// a validator that others wrote.
/// </summary>
internal sealed class SchemaValidator(JsonObject schema)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Where a value does not fit, with the keyword; nothing where it fits.</summary>
    public IReadOnlyList<string> Validate(JsonNode? value)
    {
        var errors = new List<string>();
        Check(schema, value, "", errors);
        return errors;
    }

    private void Check(JsonNode schema, JsonNode? value, string path, List<string> errors)
    {
        if (schema is JsonValue always)
        {
            if (!always.GetValue<bool>())
                errors.Add($"{path}: false");
            return;
        }

        foreach (var (keyword, wanted) in schema.AsObject())
        {
            if (!Holds(keyword, wanted!, schema.AsObject(), value, path, errors))
                errors.Add($"{path}: {keyword}");
        }
    }

    private bool Holds(string keyword, JsonNode wanted, JsonObject owner, JsonNode? value, string path, List<string> errors)
    {
        switch (keyword)
        {
            case "$schema" or "title" or "description" or "default" or "definitions":
                return true;
            case "$ref":
                Check(schema["definitions"]![wanted.GetValue<string>()["#/definitions/".Length..]]!, value, path, errors);
                return true;
            case "allOf":
                foreach (var part in wanted.AsArray())
                    Check(part!, value, path, errors);
                return true;
            case "not":
                return !Fits(wanted, value);
            case "maxProperties":
                return value is not JsonObject large || large.Count <= wanted.GetValue<int>();
            case "anyOf":
                return wanted.AsArray().Any(part => Fits(part!, value));
            case "type":
                return (wanted is JsonArray types ? types.Select(type => type!.GetValue<string>()) : [wanted.GetValue<string>()]).Any(type => IsA(type, value));
            case "enum":
                return wanted.AsArray().Any(choice => JsonNode.DeepEquals(choice, value));
            case "pattern":
                return !IsA("string", value) || Regex.IsMatch(value!.GetValue<string>(), wanted.GetValue<string>(), RegexOptions.ECMAScript, Timeout);
            case "minLength":
                return !IsA("string", value) || value!.GetValue<string>().Length >= wanted.GetValue<int>();
            case "minimum":
                return !IsA("number", value) || Number(value!) >= Number(wanted);
            case "maximum":
                return !IsA("number", value) || Number(value!) <= Number(wanted);
            case "exclusiveMinimum":
                return !IsA("number", value) || Number(value!) > Number(wanted);
            case "exclusiveMaximum":
                return !IsA("number", value) || Number(value!) < Number(wanted);
            case "required":
                return value is not JsonObject needy || wanted.AsArray().All(key => needy.ContainsKey(key!.GetValue<string>()));
            case "items":
                for (var index = 0; value is JsonArray list && index < list.Count; index++)
                    Check(wanted, list[index], $"{path}[{index}]", errors);
                return true;
            case "properties" or "patternProperties" or "additionalProperties":
                foreach (var (key, member) in value as JsonObject ?? [])
                {
                    if (Reaches(keyword, owner, key) is { } inner)
                        Check(inner, member, path.Length == 0 ? key : $"{path}.{key}", errors);
                }

                return true;
            default:
                throw new NotSupportedException(keyword);
        }
    }

    private bool Fits(JsonNode part, JsonNode? value)
    {
        var errors = new List<string>();
        Check(part, value, "", errors);
        return errors.Count == 0;
    }

    private static JsonNode? Reaches(string keyword, JsonObject owner, string key)
    {
        var named = owner["properties"]?[key];
        var matching = (owner["patternProperties"] as JsonObject ?? []).Where(pattern => Regex.IsMatch(key, pattern.Key, RegexOptions.ECMAScript, Timeout)).Select(pattern => pattern.Value).FirstOrDefault();
        return keyword switch
        {
            "properties" => named,
            "patternProperties" => matching,
            _ => named is null && matching is null ? owner["additionalProperties"] : null,
        };
    }

    private static bool IsA(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() is JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() is JsonValueKind.Number,
        "integer" => value?.GetValueKind() is JsonValueKind.Number && double.IsInteger(Number(value)),
        _ => throw new NotSupportedException(type),
    };

    private static double Number(JsonNode value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
}
