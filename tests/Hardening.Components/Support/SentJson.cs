using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hardening.Components.Tests.Support;

/// <summary>Inputs as mocks see them, as JSON with sorted keys.</summary>
internal static class SentJson
{
    public static JsonNode Of(object value) => value switch
    {
        ImmutableDictionary<string, object> map => new JsonObject(map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Of(entry.Value)))),
        ImmutableArray<object> list => new JsonArray([.. list.Select(Of)]),
        double number => JsonValue.Create((long)number),
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        _ => throw new JsonException($"{value.GetType()} is not expected in an input"),
    };
}
