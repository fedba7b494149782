using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Infra.Recorded.Sizing;

/// <summary>Members of recorded objects that may be absent or null.</summary>
internal static class Json
{
    public static JsonElement? Find(JsonElement? owner, string member) =>
        owner is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    public static IEnumerable<JsonElement> Items(JsonElement? owner, string member) => Find(owner, member) is { } list ? list.EnumerateArray() : [];

    /// <summary>CPU and memory of a mapping of resources.</summary>
    /// <exception cref="FormatException">One of them is no quantity.</exception>
    public static Amounts AmountsOf(JsonElement? owner, string member)
    {
        var map = Find(owner, member);
        return new Amounts(QuantityOf(map, "cpu"), QuantityOf(map, "memory"));
    }

    /// <summary>A number, or its text.</summary>
    public static string? Text(JsonElement? owner, string member) => Find(owner, member) is { } value ? value.ValueKind is JsonValueKind.Number ? value.GetRawText() : value.GetString() : null;

    private static Quantity? QuantityOf(JsonElement? map, string resource) => Text(map, resource) is { } text ? Quantity.Parse(text) : null;
}
