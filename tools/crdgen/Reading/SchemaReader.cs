namespace Crdgen.Reading;

/// <summary>Reads one schema node: keywords that this generator does not know are left out, malformed ones are errors.</summary>
internal static class SchemaReader
{
    private const int MaximumDepth = 250;

    private static readonly string[] BoundKeywords =
    [
        "exclusiveMaximum", "exclusiveMinimum", "maxItems", "maxLength", "maxProperties", "maximum",
        "minItems", "minLength", "minProperties", "minimum", "multipleOf", "pattern", "uniqueItems",
    ];

    public static Schema Read(Node node, string path, int depth = 0, bool prose = false)
    {
        Expect(node, NodeKind.Map, path);
        if (depth > MaximumDepth)
        {
            throw new SchemaException(path, $"the schema is nested more than {MaximumDepth} deep", node.Line);
        }

        var additional = node["additionalProperties"];
        var oneOf = Schemas(node, "oneOf", path, depth, prose);
        var anyOf = Schemas(node, "anyOf", path, depth, prose);
        return new Schema
        {
            Line = node.Line,
            Ref = Text(node, "$ref", path),
            Prose = prose && node["description"] is { Kind: NodeKind.Text } description ? description.Text : null,
            Type = Text(node, "type", path),
            Format = Text(node, "format", path),
            Nullable = Flag(node, "nullable", path),
            Properties = Properties(node, path, depth, prose),
            Required = Strings(node, "required", path),
            Items = Child(node, "items", path, depth, prose),
            AdditionalProperties = additional is { Kind: not NodeKind.Boolean } ? Child(node, "additionalProperties", path, depth, prose) : null,
            AdditionalPropertiesAllowed = additional is { Kind: NodeKind.Boolean } ? additional.Text == "true" : null,
            Enum = [.. List(node, "enum", path).Select(value => value.Sorted())],
            Default = node["default"]?.Sorted(),
            Bounds = [.. BoundKeywords.Where(keyword => node[keyword] is not null).Select(keyword => KeyValuePair.Create(keyword, Bound(node, keyword, path)))],
            OneOf = oneOf,
            AnyOf = anyOf,
            AllOf = Schemas(node, "allOf", path, depth, prose),
            Not = Child(node, "not", path, depth, prose),
            IntOrString = Flag(node, "x-kubernetes-int-or-string", path) || Text(node, "format", path) == "int-or-string" || IsIntOrString(oneOf) || IsIntOrString(anyOf),
            PreserveUnknownFields = Flag(node, "x-kubernetes-preserve-unknown-fields", path),
            EmbeddedResource = Flag(node, "x-kubernetes-embedded-resource", path),
            ListType = Text(node, "x-kubernetes-list-type", path) is "set" or "map" ? node["x-kubernetes-list-type"]!.Text : null,
            ListMapKeys = Strings(node, "x-kubernetes-list-map-keys", path),
            Rules = Rules(node, path),
        };
    }

    private static bool IsIntOrString(Schema[] choices) =>
        choices.Length == 2 && choices.Any(choice => choice.Type == "integer") && choices.Any(choice => choice.Type == "string");

    private static List<KeyValuePair<string, Schema>> Properties(Node node, string path, int depth, bool prose)
    {
        var read = new List<KeyValuePair<string, Schema>>();
        if (node["properties"] is { Kind: not NodeKind.Null } properties)
        {
            Expect(properties, NodeKind.Map, $"{path}.properties");
            foreach (var (name, value) in properties.Members)
            {
                read.Add(new(name, Read(value, $"{path}.properties.{name}", depth + 1, prose)));
            }

            read.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        }

        return read;
    }

    private static Node Bound(Node node, string keyword, string path)
    {
        var value = node[keyword]!;
        var expected = keyword switch
        {
            "pattern" => NodeKind.Text,
            "uniqueItems" => NodeKind.Boolean,
            "exclusiveMaximum" or "exclusiveMinimum" when value.Kind == NodeKind.Boolean => NodeKind.Boolean,
            _ => NodeKind.Number,
        };
        Expect(value, expected, $"{path}.{keyword}");
        return value;
    }

    private static Schema? Child(Node node, string keyword, string path, int depth, bool prose) =>
        node[keyword] is { Kind: not NodeKind.Null } child ? Read(child, $"{path}.{keyword}", depth + 1, prose) : null;

    private static Schema[] Schemas(Node node, string keyword, string path, int depth, bool prose) =>
        [.. List(node, keyword, path).Select((item, index) => Read(item, $"{path}.{keyword}[{index}]", depth + 1, prose))];

    private static CelRule[] Rules(Node node, string path) =>
        [.. List(node, "x-kubernetes-validations", path).Select((item, index) =>
        {
            var at = $"{path}.x-kubernetes-validations[{index}]";
            Expect(item, NodeKind.Map, at);
            return new CelRule(Text(item, "rule", at) ?? throw new SchemaException(at, "has no rule", item.Line), Text(item, "message", at));
        })];

    private static string[] Strings(Node node, string keyword, string path) =>
        [.. List(node, keyword, path).Select((item, index) =>
        {
            Expect(item, NodeKind.Text, $"{path}.{keyword}[{index}]");
            return item.Text;
        }).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<Node> List(Node node, string keyword, string path)
    {
        if (node[keyword] is not { Kind: not NodeKind.Null } list)
        {
            return [];
        }

        Expect(list, NodeKind.List, $"{path}.{keyword}");
        return list.Items;
    }

    private static bool Flag(Node node, string keyword, string path)
    {
        if (node[keyword] is not { } value)
        {
            return false;
        }

        Expect(value, NodeKind.Boolean, $"{path}.{keyword}");
        return value.Text == "true";
    }

    public static string? Text(Node node, string keyword, string path)
    {
        if (node[keyword] is not { } value)
        {
            return null;
        }

        Expect(value, NodeKind.Text, $"{path}.{keyword}");
        return value.Text;
    }

    public static void Expect(Node node, NodeKind kind, string path)
    {
        if (node.Kind != kind)
        {
            throw new SchemaException(path, $"must be a {Say(kind)}, is a {Say(node.Kind)}", node.Line);
        }
    }

    private static string Say(NodeKind kind) => kind switch
    {
        NodeKind.Map => "map",
        NodeKind.List => "list",
        NodeKind.Text => "string",
        NodeKind.Number => "number",
        NodeKind.Boolean => "boolean",
        _ => "null",
    };
}
