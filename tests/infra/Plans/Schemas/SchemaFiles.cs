using System.Text.Json.Nodes;
using Hardening.Infra.Plans.Schemas;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans.Schemas;

/// <summary>The schema, and plans as an editor shows them to it.</summary>
internal static class SchemaFiles
{
    public static JsonObject Schema { get; } = JsonNode.Parse(PlanSchema.Write())!.AsObject();

    public static SchemaValidator Validator { get; } = new(Schema);

    /// <summary>A stack file with these sections.</summary>
    public static JsonObject Document(IReadOnlyDictionary<string, ConfigNode> sections) =>
        new() { ["config"] = new JsonObject(sections.Select(section => KeyValuePair.Create(section.Key, Node(section.Value)))) };

    private static JsonNode? Node(ConfigNode node) => node.Kind switch
    {
        ConfigKind.Null => null,
        ConfigKind.Secret => new JsonObject { ["secure"] = "AAABAKh1" },
        ConfigKind.Bool => node.Text is "true",
        ConfigKind.Number => JsonNode.Parse(node.Text),
        ConfigKind.List => new JsonArray([.. node.Items.Select(Node)]),
        ConfigKind.Object => new JsonObject(node.Members.Select(member => KeyValuePair.Create(member.Key, Node(member.Value)))),
        _ => node.Text,
    };
}
