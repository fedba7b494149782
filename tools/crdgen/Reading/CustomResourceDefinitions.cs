using System.Text.RegularExpressions;

namespace Crdgen.Reading;

/// <summary>Reads CustomResourceDefinitions of <c>apiextensions.k8s.io/v1</c> and, with its schema in other places, of <c>v1beta1</c>.</summary>
internal static class CustomResourceDefinitions
{
    public const string Current = "apiextensions.k8s.io/v1";
    public const string Former = "apiextensions.k8s.io/v1beta1";

    private static readonly Node AnyObject = Node.Map(
    [
        new("type", Node.Scalar(NodeKind.Text, "object")),
        new("x-kubernetes-preserve-unknown-fields", Node.Scalar(NodeKind.Boolean, "true")),
    ]);

    /// <summary>The definitions that a document is or that are inside it as a list.</summary>
    public static IEnumerable<Node> Find(Node document) => document["kind"]?.Text switch
    {
        "CustomResourceDefinition" => [document],
        "List" or "CustomResourceDefinitionList" => (document["items"]?.Items ?? []).SelectMany(Find),
        _ => [],
    };

    /// <summary>The definitions among documents.</summary>
    public static IEnumerable<Node> Find(IEnumerable<Node> documents) => documents.SelectMany(Find);

    /// <summary>The kind in each of its versions.</summary>
    public static IReadOnlyList<KindSchema> Read(Node document) => [.. Versions(document).Select(version => version.Read())];

    /// <summary>
    /// Whether it is what Kustomize merges into a definition, as Kubebuilder keeps beside those in <c>config/crd/patches</c>: it has a name, and neither a
    /// kind nor a version of its own.
    /// </summary>
    public static bool IsPatch(Node document) =>
        document["metadata"]?["name"] is not null && document["spec"] is null or { Kind: NodeKind.Map } && document["spec"]?["names"] is null
        && document["spec"]?["versions"] is null && document["spec"]?["version"] is null && document["spec"]?["group"] is null;

    /// <summary>The kind in each of its versions; their schemas are not read yet.</summary>
    public static IReadOnlyList<DefinedVersion> Versions(Node document)
    {
        var apiVersion = document["apiVersion"]?.Text;
        if (apiVersion is not (Current or Former))
        {
            throw new SchemaException("apiVersion", $"must be {Current}, is '{apiVersion}'", document["apiVersion"]?.Line ?? document.Line);
        }

        var isFormer = apiVersion == Former;
        var spec = Member(document, "spec", "");
        var names = Member(spec, "names", "spec");
        var group = Name(spec, "group", "spec", ApiNames.Group());
        var kind = Name(names, "kind", "spec.names", ApiNames.Kind());
        var plural = Name(names, "plural", "spec.names", ApiNames.Label());
        var scope = isFormer && spec["scope"] is null ? "Namespaced" : Name(spec, "scope", "spec", ApiNames.Scope());
        if (isFormer && spec["versions"] is null)
        {
            var version = Name(spec, "version", "spec", ApiNames.Label());
            return [new DefinedVersion(group, version, kind, plural, scope, Node.Map([], spec.Line), "spec", () => FormerSchema(spec, null, ""))];
        }

        return [.. Member(spec, "versions", "spec", NodeKind.List).Items.Select((version, index) =>
        {
            var path = $"spec.versions[{index}]";
            return new DefinedVersion(
                group,
                Name(version, "name", path, ApiNames.Label()),
                kind,
                plural,
                scope,
                version,
                path,
                () => isFormer ? FormerSchema(spec, version, path) : VersionSchema(version, path));
        })];
    }

    private static (Node Schema, string Path) VersionSchema(Node version, string path) =>
        (Member(Member(version, "schema", path), "openAPIV3Schema", $"{path}.schema"), $"{path}.schema.openAPIV3Schema");

    /// <summary>Where a version has no schema of its own that of all versions counts; without either, any object is valid.</summary>
    private static (Node Schema, string Path) FormerSchema(Node spec, Node? version, string path)
    {
        if (version?["schema"]?["openAPIV3Schema"] is not null)
        {
            return VersionSchema(version, path);
        }

        return (spec["validation"]?["openAPIV3Schema"] ?? AnyObject, "spec.validation.openAPIV3Schema");
    }

    private static Node Member(Node node, string name, string path, NodeKind kind = NodeKind.Map)
    {
        var at = path.Length == 0 ? name : $"{path}.{name}";
        SchemaReader.Expect(node, NodeKind.Map, path);
        var member = node[name] ?? throw new SchemaException(at, "is missing", node.Line);
        SchemaReader.Expect(member, kind, at);
        return member;
    }

    private static string Name(Node node, string name, string path, Regex allowed)
    {
        SchemaReader.Expect(node, NodeKind.Map, path);
        var text = SchemaReader.Text(node, name, path) ?? throw new SchemaException($"{path}.{name}", "is missing", node.Line);
        return ApiNames.Check(text, allowed, $"{path}.{name}", node[name]!.Line);
    }
}
