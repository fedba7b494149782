using System.Text.RegularExpressions;

namespace Crdgen.Reading;

/// <summary>Reads <c>apiextensions.k8s.io/v1</c> CustomResourceDefinitions, and lists of them.</summary>
internal static partial class CustomResourceDefinitions
{
    /// <summary>The definitions among the documents, those inside lists included.</summary>
    public static IEnumerable<Node> Find(IEnumerable<Node> documents) => documents.SelectMany(document => document["kind"]?.Text switch
    {
        "CustomResourceDefinition" => [document],
        "List" or "CustomResourceDefinitionList" => Find(document["items"]?.Items ?? []),
        _ => [],
    });

    /// <summary>The kind in each of its versions.</summary>
    public static IReadOnlyList<KindSchema> Read(Node document)
    {
        if (document["apiVersion"]?.Text is not "apiextensions.k8s.io/v1")
        {
            throw new SchemaException("apiVersion", $"must be apiextensions.k8s.io/v1, is '{document["apiVersion"]?.Text}'");
        }

        var spec = Member(document, "spec", "");
        var names = Member(spec, "names", "spec");
        var group = Name(spec, "group", "spec", GroupText());
        var kind = Name(names, "kind", "spec.names", KindText());
        var plural = Name(names, "plural", "spec.names", LabelText());
        var scope = Name(spec, "scope", "spec", ScopeText());
        return [.. Member(spec, "versions", "spec", NodeKind.List).Items.Select((version, index) =>
        {
            var path = $"spec.versions[{index}]";
            var schema = Member(Member(version, "schema", path), "openAPIV3Schema", $"{path}.schema");
            return new KindSchema(
                group,
                Name(version, "name", path, LabelText()),
                kind,
                plural,
                scope,
                SchemaReader.Read(schema, $"{path}.schema.openAPIV3Schema"))
            {
                Served = version["served"]?.Text != "false",
                Deprecated = version["deprecated"]?.Text == "true",
                DeprecationWarning = SchemaReader.Text(version, "deprecationWarning", path),
            };
        })];
    }

    private static Node Member(Node node, string name, string path, NodeKind kind = NodeKind.Map)
    {
        var at = path.Length == 0 ? name : $"{path}.{name}";
        SchemaReader.Expect(node, NodeKind.Map, path);
        var member = node[name] ?? throw new SchemaException(at, "is missing");
        SchemaReader.Expect(member, kind, at);
        return member;
    }

    private static string Name(Node node, string name, string path, Regex allowed)
    {
        SchemaReader.Expect(node, NodeKind.Map, path);
        var text = SchemaReader.Text(node, name, path) ?? throw new SchemaException($"{path}.{name}", "is missing");
        return allowed.IsMatch(text) ? text : throw new SchemaException($"{path}.{name}", $"is not a valid name: '{text}'");
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,62}\z", RegexOptions.None, 1000)]
    private static partial Regex KindText();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LabelText();

    [GeneratedRegex(@"^(?=.{1,253}\z)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GroupText();

    [GeneratedRegex(@"^(Namespaced|Cluster)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScopeText();
}
