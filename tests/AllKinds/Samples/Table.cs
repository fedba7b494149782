using System.Reflection;
using System.Text.Json;

namespace Hardening.AllKinds.Samples;

/// <summary>A schema table as the assemblies of the generated types carry it.</summary>
internal sealed class Table
{
    private const string Prefix = "#/definitions/";

    private static readonly Assembly[] Assemblies = [typeof(Table).Assembly, typeof(Pulumi.KubernetesCrds.Cilium.V2.CiliumCIDRGroup).Assembly];

    private readonly JsonElement _definitions;

    private Table(JsonElement root, string kind)
    {
        Kind = kind;
        _definitions = root.GetProperty("definitions");
        Schema = root.GetProperty("schema");
    }

    /// <summary><c>apiVersion/Kind</c>.</summary>
    public string Kind { get; }

    public JsonElement Schema { get; }

    /// <summary>Every generated kind.</summary>
    public static IReadOnlyList<Table> All { get; } = [.. Assemblies.SelectMany(Read).OrderBy(table => table.Kind, StringComparer.Ordinal)];

    public static Table Of(string kind) => All.Single(table => table.Kind == kind);

    /// <summary>The schema itself, or the definition that it refers to.</summary>
    public JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? Resolve(_definitions.GetProperty(reference.GetString()![Prefix.Length..])) : schema;

    private static IEnumerable<Table> Read(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("schema/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return new Table(JsonDocument.Parse(stream).RootElement, name["schema/".Length..^".json".Length]);
        }
    }
}
