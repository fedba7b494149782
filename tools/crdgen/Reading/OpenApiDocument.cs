namespace Crdgen.Reading;

/// <summary>A Kubernetes OpenAPI v2 document: its definitions, and the kinds among them with their plural and scope from the paths.</summary>
internal sealed class OpenApiDocument
{
    private OpenApiDocument(IReadOnlyDictionary<string, Schema> definitions, IReadOnlyList<KindSchema> kinds)
    {
        Definitions = definitions;
        Kinds = kinds;
    }

    public IReadOnlyDictionary<string, Schema> Definitions { get; }

    public IReadOnlyList<KindSchema> Kinds { get; }

    public static bool Is(Node document) => document["swagger"]?.Text == "2.0" && document["definitions"] is not null;

    public static OpenApiDocument Read(Node document)
    {
        var nodes = document["definitions"]!;
        SchemaReader.Expect(nodes, NodeKind.Map, "definitions");
        var definitions = new Dictionary<string, Schema>(StringComparer.Ordinal);
        foreach (var (name, node) in nodes.Members)
        {
            definitions.Add(name, SchemaReader.Read(node, $"definitions.{name}"));
        }

        References.RefuseCycles(definitions);
        var places = Places(document);
        var kinds = new List<KindSchema>();
        foreach (var (name, node) in nodes.Members)
        {
            foreach (var entry in node["x-kubernetes-group-version-kind"]?.Items ?? [])
            {
                var key = Key(entry);
                if (places.TryGetValue(key, out var place) && key.Kind == name[(name.LastIndexOf('.') + 1)..])
                {
                    Check(key, place.Plural, $"definitions.{name}");
                    kinds.Add(new KindSchema(key.Group, key.Version, key.Kind, place.Plural, place.Scope, definitions[name]) { Definition = name });
                }
            }
        }

        return new OpenApiDocument(definitions, kinds);
    }

    private static void Check((string Group, string Version, string Kind) key, string plural, string path)
    {
        if (key.Group.Length > 0)
        {
            ApiNames.Check(key.Group, ApiNames.Group(), path);
        }

        ApiNames.Check(key.Version, ApiNames.Label(), path);
        ApiNames.Check(key.Kind, ApiNames.Kind(), path);
        ApiNames.Check(plural, ApiNames.Label(), path);
    }

    private static Dictionary<(string Group, string Version, string Kind), (string Plural, string Scope)> Places(Node document)
    {
        var places = new Dictionary<(string Group, string Version, string Kind), (string Plural, string Scope)>();
        foreach (var (path, operations) in document["paths"]?.Members ?? [])
        {
            if (operations["get"]?["x-kubernetes-group-version-kind"] is not { Kind: NodeKind.Map } kind || !path.EndsWith("/{name}", StringComparison.Ordinal))
            {
                continue;
            }

            var scope = path.Contains("/namespaces/{namespace}/", StringComparison.Ordinal) ? "Namespaced" : "Cluster";
            places[Key(kind)] = (path[..^"/{name}".Length].Split('/')[^1], scope);
        }

        return places;
    }

    private static (string Group, string Version, string Kind) Key(Node entry) =>
        (entry["group"]?.Text ?? "", entry["version"]?.Text ?? "", entry["kind"]?.Text ?? "");
}
