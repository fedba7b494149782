using Crdgen.Model;
using Crdgen.Output;
using Crdgen.Reading;

namespace Crdgen.Diff.Reading;

/// <summary>
/// The kinds of one side: definitions, lists of them, schema tables and OpenAPI documents, in files and folders. What cannot be read is a
/// problem each, and the rest is read all the same.
/// </summary>
internal sealed class ComparedSide
{
    private readonly Dictionary<(string Group, string Kind, string Version), ComparedKind> _kinds = [];
    private readonly List<Diagnostic> _problems = [];

    public IReadOnlyCollection<ComparedKind> Kinds => _kinds.Values;

    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Reads a file, or each file of a folder; standard input where the name is <c>-</c>.</summary>
    public static ComparedSide Read(string name, Func<string, byte[]> load)
    {
        var side = new ComparedSide();
        var isFolder = Directory.Exists(name);
        foreach (var file in isFolder ? SchemaFolder.Files(name) : [name])
        {
            side.Attempt(file, "", () => side.Add(file, SchemaFile.Read(load(file)), isFolder));
        }

        if (side._kinds.Count == 0 && side._problems.Count == 0)
        {
            side._problems.Add(new Diagnostic(name, "", "holds no CustomResourceDefinition, no schema table and no OpenAPI document"));
        }

        return side;
    }

    private void Add(string file, List<Node> documents, bool isFolder)
    {
        var before = _kinds.Count + _problems.Count;
        foreach (var document in documents)
        {
            if (SchemaTables.Is(document))
            {
                Attempt(file, "", () => Add(new ComparedKind(file, SchemaTables.Read(document)) { StatesLifecycle = false }));
            }
            else if (OpenApiDocument.Is(document))
            {
                Attempt(file, "", () => AddBuiltIn(file, OpenApiDocument.Read(document)));
            }
        }

        foreach (var definition in CustomResourceDefinitions.Find(documents))
        {
            Attempt(file, definition["metadata"]?["name"]?.Text ?? "", () =>
            {
                foreach (var kind in CustomResourceDefinitions.Read(definition))
                {
                    Add(new ComparedKind(file, kind with { Schema = new PlainSchemas(new Dictionary<string, Schema>(StringComparer.Ordinal)).Of(kind.Schema) }));
                }
            });
        }

        if (!isFolder && before == _kinds.Count + _problems.Count)
        {
            _problems.Add(new Diagnostic(file, "", "holds no CustomResourceDefinition, no schema table and no OpenAPI document"));
        }
    }

    private void AddBuiltIn(string file, OpenApiDocument document)
    {
        var plain = new PlainSchemas(document.Definitions);
        foreach (var kind in document.Kinds)
        {
            Add(new ComparedKind(file, kind with { Schema = plain.Of(kind.Schema) }) { StatesLifecycle = false });
        }
    }

    /// <summary>The same kind twice is one if both say the same.</summary>
    private void Add(ComparedKind kind)
    {
        var key = (kind.Kind.Group, kind.Kind.Kind, kind.Kind.Version);
        if (_kinds.TryAdd(key, kind))
        {
            return;
        }

        var shapes = new Shapes();
        if (shapes.Of(kind.Kind.Schema) != shapes.Of(_kinds[key].Kind.Schema))
        {
            _problems.Add(new Diagnostic(kind.Source, $"{kind.Kind.ApiVersion}/{kind.Kind.Kind}", $"is another schema than the one in {_kinds[key].Source}"));
        }
    }

    private void Attempt(string file, string name, Action action)
    {
        try
        {
            action();
        }
        catch (SchemaException e)
        {
            _problems.Add(new Diagnostic(file, name.Length == 0 ? e.Path : $"{name}: {e.Path}", e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new Diagnostic(file, "", e.Message));
        }
    }
}
