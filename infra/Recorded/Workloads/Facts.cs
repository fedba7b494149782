using System.Text.Json;

namespace Hardening.Infra.Recorded.Workloads;

/// <summary>Reads members of recorded objects. What is absent or null is nothing; what is of another type is no such object.</summary>
internal static class Facts
{
    /// <exception cref="InvalidOperationException">The value is there and no object.</exception>
    public static JsonElement? Object(JsonElement? owner, string name) => Member(owner, name, JsonValueKind.Object);

    /// <exception cref="InvalidOperationException">The value is there and no text.</exception>
    public static string? Text(JsonElement? owner, string name) => Member(owner, name, JsonValueKind.String)?.GetString();

    /// <exception cref="InvalidOperationException">The value is there and no list.</exception>
    public static IEnumerable<JsonElement> Items(JsonElement? owner, string name) => Member(owner, name, JsonValueKind.Array)?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();

    /// <exception cref="InvalidOperationException">The value is there and no mapping of texts.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Texts(JsonElement? owner, string name) =>
        Object(owner, name)?.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetString() ?? "")) ?? [];

    /// <exception cref="InvalidOperationException">The value is there and no whole number.</exception>
    public static int? Number(JsonElement? owner, string name) =>
        Member(owner, name, JsonValueKind.Number) is not { } number ? null : number.TryGetInt32(out var read) ? read : throw new InvalidOperationException();

    public static bool IsTrue(JsonElement? owner, string name) => owner is { ValueKind: JsonValueKind.Object } && owner.Value.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    private static JsonElement? Member(JsonElement? owner, string name, JsonValueKind kind)
    {
        if (owner is null)
            return null;
        if (!owner.Value.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
            return null;
        return value.ValueKind == kind ? value : throw new InvalidOperationException();
    }
}
