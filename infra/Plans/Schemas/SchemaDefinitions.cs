using System.Text.Json.Nodes;

namespace Hardening.Infra.Plans.Schemas;

/// <summary>Objects that stand at several places of the plan, such as egress rules: written once, referred to by name.</summary>
internal sealed class SchemaDefinitions
{
    private static readonly string[] Suffixes = ["Args", "Plan"];

    private readonly SortedDictionary<string, (string Text, JsonObject Value)> _shared = new(StringComparer.Ordinal);

    /// <summary>A reference to the object's definition. An object of the same name with other members stays where it is, and so does one that no type describes.</summary>
    public JsonObject Share(ObjectShape shape, JsonObject value)
    {
        if (shape.Types.Count == 0)
            return value;
        var name = NameOf(shape.Types[0]);
        var text = value.ToJsonString();
        if (_shared.TryGetValue(name, out var known) && known.Text != text)
            return value;
        _shared[name] = (text, value);
        return new JsonObject { ["$ref"] = "#/definitions/" + name };
    }

    /// <summary>The definitions by name.</summary>
    public JsonObject Take() => new(_shared.Select(definition => KeyValuePair.Create<string, JsonNode?>(definition.Key, definition.Value.Value)));

    private static string NameOf(Type type)
    {
        var suffix = Suffixes.FirstOrDefault(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)) ?? "";
        return char.ToLowerInvariant(type.Name[0]) + type.Name[1..^suffix.Length];
    }
}
