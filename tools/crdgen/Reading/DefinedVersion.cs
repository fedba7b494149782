namespace Crdgen.Reading;

/// <summary>One version of a CustomResourceDefinition, its schema not read yet.</summary>
/// <param name="Group">API group.</param>
/// <param name="Version">Name of the version.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Plural">The kind's name in paths.</param>
/// <param name="Scope"><c>Namespaced</c> or <c>Cluster</c>.</param>
/// <param name="Node">What the definition says about the version.</param>
/// <param name="Path">Where it says so.</param>
/// <param name="Schema">Where the schema is.</param>
internal sealed record DefinedVersion(
    string Group, string Version, string Kind, string Plural, string Scope, Node Node, string Path, Func<(Node Schema, string Path)> Schema)
{
    public string ApiVersion => $"{Group}/{Version}";

    public bool Served => Node["served"]?.Text != "false";

    /// <exception cref="SchemaException">The schema is broken.</exception>
    public KindSchema Read(bool prose = false)
    {
        var (schema, path) = Schema();
        return new KindSchema(Group, Version, Kind, Plural, Scope, SchemaReader.Read(schema, path, prose: prose))
        {
            Served = Served,
            Deprecated = Node["deprecated"]?.Text == "true",
            DeprecationWarning = SchemaReader.Text(Node, "deprecationWarning", Path),
        };
    }
}
