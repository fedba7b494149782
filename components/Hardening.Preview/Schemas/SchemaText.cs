using System.Globalization;

namespace Hardening.Preview.Schemas;

/// <summary>Schemas and values in the words of messages.</summary>
internal static class SchemaText
{
    private const int LongestShown = 80;

    public static string Type(SchemaKeywords keywords) => keywords.IsIntOrString ? "an integer or a string" : keywords.Type switch
    {
        "object" => "an object",
        "array" => "a list",
        "integer" => "an integer",
        "boolean" => "true or false",
        null => "a value",
        _ => "a " + keywords.Type,
    };

    public static bool HasType(CapturedValue value, SchemaKeywords keywords)
    {
        if (keywords.IsIntOrString)
        {
            return value.Kind == CapturedKind.Text || IsInteger(value);
        }

        return keywords.Type switch
        {
            "object" => value.Kind == CapturedKind.Map,
            "array" => value.Kind == CapturedKind.List,
            "string" => value.Kind == CapturedKind.Text,
            "boolean" => value.Kind == CapturedKind.Boolean,
            "number" => value.Kind == CapturedKind.Number,
            "integer" => IsInteger(value),
            _ => true,
        };
    }

    /// <summary>The length that Kubernetes counts: code points, not UTF-16 units.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        foreach (var c in text)
        {
            length -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return length;
    }

    public static string Show(CapturedValue value) => value.Kind switch
    {
        CapturedKind.Text => $"\"{Shortened(value.Text!)}\"",
        CapturedKind.Number => Show(value.Number),
        CapturedKind.Boolean => value.Boolean ? "true" : "false",
        CapturedKind.Null => "null",
        _ => value.ToString(),
    };

    public static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>What distinguishes one alternative, as far as a few words can say it.</summary>
    public static string Alternative(SchemaKeywords keywords)
    {
        if (keywords.Required.Length > 0)
        {
            return string.Join(" and ", keywords.Required.Select(static name => $"with {name}"));
        }

        if (keywords.Pattern is { } pattern)
        {
            return "matching " + pattern.Text;
        }

        if (keywords.Format is { } format)
        {
            return "format " + format;
        }

        if (keywords.Properties is { Count: > 0 } properties)
        {
            return string.Join(" and ", properties.Keys.Order(StringComparer.Ordinal).Select(static name => $"{name} as stated"));
        }

        return keywords.Not is { } not ? "not " + Alternative(not.Keywords) : Type(keywords);
    }

    public static string Hint(SchemaKeywords keywords) => keywords.Required.Length > 0 ? $" ({string.Join(" together with ", keywords.Required)})" : "";

    private static bool IsInteger(CapturedValue value) => value.Kind == CapturedKind.Number && (Math.Truncate(value.Number) == value.Number || !double.IsFinite(value.Number));

    private static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings("\\n");
        return line.Length <= LongestShown ? line : line[..(char.IsHighSurrogate(line[LongestShown - 1]) ? LongestShown - 1 : LongestShown)] + "…";
    }
}
