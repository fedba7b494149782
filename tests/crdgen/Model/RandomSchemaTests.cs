using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Crdgen.Planning;
using Crdgen.Tests.Support;
using FsCheck.Xunit;

namespace Crdgen.Tests.Model;

/// <summary>Whatever a schema says, its types are printed, and as far as text can tell they compile.</summary>
[Properties(Arbitrary = [typeof(SchemaArbitraries)], MaxTest = 150)]
public partial class RandomSchemaTests
{
    [Property]
    public void Any_schema_gives_types_without_a_name_twice(RandomSchema schema)
    {
        var code = Code(schema.Json, Descriptions.Constraints);

        var types = new HashSet<string>(StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);
        var (space, type) = ("", "");
        foreach (var line in code.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                space = line;
            }
            else if (Class().Match(line) is { Success: true } declared)
            {
                type = declared.Groups["name"].Value;
                members = [type];
                Assert.True(types.Add($"{space}.{type}"), $"{type} twice in\n{code}");
            }
            else if (Member().Match(line) is { Success: true } member)
            {
                Assert.True(members.Add(member.Groups["name"].Value), $"{type}.{member.Groups["name"].Value} twice in\n{code}");
            }
        }

        Assert.Equal(code.Count(c => c == '{'), code.Count(c => c == '}'));
    }

    [Property]
    public void The_order_of_members_does_not_change_a_byte(RandomSchema schema) =>
        Assert.Equal(Code(schema.Json, Descriptions.Constraints), Code(Reversed(JsonNode.Parse(schema.Json)!).ToJsonString(), Descriptions.Constraints));

    [Property]
    public void Documentation_is_XML_and_can_be_left_out(RandomSchema schema)
    {
        var full = Code(schema.Json, Descriptions.Full).Split('\n').Select(line => line.Trim()).ToList();
        var none = Code(schema.Json, Descriptions.None).Split('\n').Select(line => line.Trim()).ToList();

        Assert.All(full.Where(line => line.StartsWith("///", StringComparison.Ordinal)), line => XElement.Parse($"<doc>{line[3..]}</doc>"));
        Assert.DoesNotContain(none, line => line.StartsWith("///", StringComparison.Ordinal));
        Assert.Contains("#pragma warning disable CS1591", none);
    }

    private static string Code(string schema, Descriptions descriptions)
    {
        var generation = Generate.From(new Plan { Descriptions = descriptions, Patch = true, List = true }, Crd.WithSpec(schema));
        Assert.Empty(generation.Errors);
        return Assert.Single(generation.Files, file => file.Path.EndsWith("/Thing.cs", StringComparison.Ordinal)).Text;
    }

    private static JsonNode Reversed(JsonNode node) => node is not JsonObject map
        ? node.DeepClone()
        : new JsonObject(map.Reverse().Select(member => KeyValuePair.Create(
            member.Key,
            member is { Key: "allOf" or "anyOf" or "oneOf", Value: JsonArray choices } ? new JsonArray([.. choices.Select(choice => Reversed(choice!))])
            : member is { Key: "default" or "enum" } || member.Value is null ? member.Value?.DeepClone()
            : Reversed(member.Value))));

    [GeneratedRegex(@"^(public|private) (static |abstract |sealed |partial )*class (?<name>[A-Za-z0-9_]+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Class();

    [GeneratedRegex(@"^(\[[^\]]*\] )?(public|private) (const |readonly |static |required |override )*[A-Za-z0-9_:.<>, ?]+ (?<name>@?[A-Za-z0-9_]+)( =|;| \{|\()", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Member();
}
