using System.Collections.Concurrent;
using System.Reflection;

namespace Hardening.Preview.Schemas;

/// <summary>
/// Finds schema tables: embedded resources named <c>schema/{apiVersion}/{Kind}.json</c>. A kind's own assembly is asked first, then this library
/// for the core kinds, then whatever else is loaded. Tables are read once a process.
/// </summary>
internal sealed class SchemaCatalog
{
    public static readonly SchemaCatalog Default = new();

    private static readonly Assembly Own = typeof(SchemaCatalog).Assembly;

    private readonly ConcurrentDictionary<(string Name, Assembly First), SchemaTable?> _tables = new();
    private readonly ConcurrentDictionary<string, SchemaTable> _added = new(StringComparer.Ordinal);

    public SchemaCatalog()
    {
        // What nobody had may be in an assembly that is loaded later.
        AppDomain.CurrentDomain.AssemblyLoad += (_, _) =>
        {
            foreach (var missing in _tables.Where(static table => table.Value is null))
            {
                _tables.TryRemove(missing);
            }
        };
    }

    /// <summary>The metadata of every kind.</summary>
    public SchemaTable? ObjectMeta => Find("meta.k8s.io/v1", "ObjectMeta", Own);

    /// <summary>The table of a kind, or null where nobody has one.</summary>
    public SchemaTable? Find(string apiVersion, string kind, Assembly first)
    {
        var name = Name(apiVersion, kind);
        if (_added.TryGetValue(name, out var added))
        {
            return added;
        }

        if (!_tables.TryGetValue((name, first), out var table))
        {
            table = Load(name, first);
            _tables[(name, first)] = table;
        }

        return table;
    }

    /// <summary>Adds a table, for kinds that no assembly describes.</summary>
    internal void Add(SchemaTable table) => _added[Name(table.ApiVersion, table.Kind)] = table;

    private static string Name(string apiVersion, string kind) => $"schema/{apiVersion}/{kind}.json";

    /// <summary>Whether a table of this library is that of a core kind, whose group has no dot or ends in <c>k8s.io</c>, and not that of a definition.</summary>
    private static bool IsOfKubernetes(string name) => name.Split('/')[1] is var group && (!group.Contains('.', StringComparison.Ordinal) || group.EndsWith(".k8s.io", StringComparison.Ordinal));

    private static SchemaTable? Load(string name, Assembly first)
        => Load(name, [first, Own]) ?? Load(name, AppDomain.CurrentDomain.GetAssemblies());

    private static SchemaTable? Load(string name, IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            if (!assembly.IsDynamic && assembly.GetManifestResourceStream(name) is { } stream)
            {
                using (stream)
                {
                    var bytes = new byte[stream.Length];
                    stream.ReadExactly(bytes);
                    if (SchemaTable.TryParse(bytes, isStrict: assembly != Own || !IsOfKubernetes(name)) is { } table)
                    {
                        return table;
                    }
                }
            }
        }

        return null;
    }
}
