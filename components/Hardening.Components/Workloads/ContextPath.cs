using System.Text.Json;

namespace Hardening.Components;

/// <summary>Reads members of objects that may lack any of them.</summary>
internal static class ContextPath
{
    /// <summary>The CEL text that tells whether every member of a path is there: <c>c.securityContext.privileged</c>, of which the first <paramref name="known"/> names are.</summary>
    public static string Has(string path, int known = 1)
    {
        var names = path.Split('.');
        return string.Join(" && ", Enumerable.Range(known + 1, names.Length - known).Select(count => $"has({string.Join('.', names[..count])})"));
    }

    /// <summary>The value below a path; null where it is absent.</summary>
    public static JsonElement? At(JsonElement value, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value) || value.ValueKind == JsonValueKind.Null)
            {
                return null;
            }
        }

        return value;
    }

    public static bool? Flag(JsonElement value, string path) => At(value, path)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static long? Number(JsonElement value, string path) => At(value, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var read) ? read : null;

    public static string? Text(JsonElement value, string path) => At(value, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IEnumerable<string> Texts(JsonElement value, string path) =>
        Items(value, path).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    public static IEnumerable<JsonElement> Items(JsonElement value, string path) => At(value, path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
