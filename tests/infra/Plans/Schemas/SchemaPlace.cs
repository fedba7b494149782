using System.Text.Json.Nodes;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans.Schemas;

/// <summary>One object of the schema: where it stands in a plan, its keys, and a plan that holds an object of one's own there and nothing else.</summary>
/// <param name="Path">Its path with the index 0 for every list.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Around">Builds the section from what stands at the place.</param>
internal sealed record SchemaPlace(string Path, JsonObject Schema, Func<ConfigNode, ConfigNode> Around)
{
    /// <summary>Every object of the plan whose keys are closed.</summary>
    public static IReadOnlyList<(string Section, SchemaPlace Place)> All() =>
        [.. SchemaFiles.Schema["properties"]!["config"]!["properties"]!.AsObject().SelectMany(section => Below(section.Key, section.Value!, node => node).Select(place => (section.Key, place)))];

    private static IEnumerable<SchemaPlace> Below(string path, JsonNode at, Func<ConfigNode, ConfigNode> around)
    {
        var schema = Resolve(at);
        if (schema["items"] is { } items)
        {
            foreach (var place in Below(path + "[0]", items, node => around(ConfigNode.List([node]))))
                yield return place;
        }

        if (schema["properties"] is not JsonObject members || schema["additionalProperties"] is not JsonValue)
            yield break;
        yield return new SchemaPlace(path, schema, around);
        foreach (var (key, member) in members)
        {
            foreach (var place in Below($"{path}.{key}", member!, node => around(ConfigNode.Object([new(key, node)]))))
                yield return place;
        }
    }

    private static JsonObject Resolve(JsonNode at)
    {
        var schema = at.AsObject();
        if (schema["allOf"] is JsonArray parts)
            schema = parts[0]!.AsObject();
        return schema["$ref"] is { } reference ? SchemaFiles.Schema["definitions"]![reference.GetValue<string>()["#/definitions/".Length..]]!.AsObject() : schema;
    }
}
