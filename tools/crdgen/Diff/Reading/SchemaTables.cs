using Crdgen.Reading;

namespace Crdgen.Diff.Reading;

/// <summary>Reads the schema tables that this tool writes.</summary>
internal static class SchemaTables
{
    public static bool Is(Node document) => document["schema"] is { Kind: NodeKind.Map } && document["kind"] is { Kind: NodeKind.Text } && document["apiVersion"] is { Kind: NodeKind.Text };

    public static KindSchema Read(Node document)
    {
        var apiVersion = document["apiVersion"]!.Text;
        var slash = apiVersion.LastIndexOf('/');
        var definitions = new Dictionary<string, Schema>(StringComparer.Ordinal);
        foreach (var (name, node) in document["definitions"]?.Members ?? [])
        {
            definitions.Add(name, SchemaReader.Read(node, $"definitions.{name}"));
        }

        References.RefuseCycles(definitions);
        var schema = new PlainSchemas(definitions).Of(SchemaReader.Read(document["schema"]!, "schema"));
        SchemaWeight.Check(schema);
        return new KindSchema(
            slash < 0 ? "" : apiVersion[..slash],
            apiVersion[(slash + 1)..],
            document["kind"]!.Text,
            document["plural"]?.Text ?? "",
            document["scope"]?.Text ?? "",
            schema);
    }
}
