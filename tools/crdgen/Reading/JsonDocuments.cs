using System.Text.Json;

namespace Crdgen.Reading;

/// <summary>Reads a JSON text into the same values as YAML.</summary>
internal static class JsonDocuments
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = YamlDocuments.MaximumDepth };

    public static Node Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream, Options);
        return Convert(document.RootElement);
    }

    private static Node Convert(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new List<KeyValuePair<string, Node>>();
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    if (!seen.Add(member.Name))
                    {
                        throw new SchemaException(member.Name, $"the key '{member.Name}' is given twice");
                    }

                    members.Add(new(member.Name, Convert(member.Value)));
                }

                return Node.Map(members);
            case JsonValueKind.Array:
                return Node.List([.. element.EnumerateArray().Select(Convert)]);
            case JsonValueKind.String:
                return Node.Scalar(NodeKind.Text, element.GetString()!);
            case JsonValueKind.Number:
                return Node.Scalar(NodeKind.Number, element.GetRawText());
            case JsonValueKind.True or JsonValueKind.False:
                return Node.Scalar(NodeKind.Boolean, element.ValueKind == JsonValueKind.True ? "true" : "false");
            default:
                return Node.Scalar(NodeKind.Null, "");
        }
    }
}
