using System.Security.Cryptography;
using Crdgen.Model;
using Crdgen.Output;
using Crdgen.Planning;
using Crdgen.Printing;
using Crdgen.Reading;

namespace Crdgen;

/// <summary>Carries out a plan: reads its schemas, makes the models, prints the files. Touches no disk but to read schemas.</summary>
internal sealed class Generator(Plan plan, string planFolder, string? schemas)
{
    private readonly List<GeneratedFile> _files = [];
    private readonly List<Diagnostic> _errors = [];
    private readonly List<Diagnostic> _warnings = [];

    public Generation Run()
    {
        var custom = new List<(PlannedSchema Source, KindSchema Kind)>();
        foreach (var planned in plan.Schemas.OrderBy(schema => schema.File, StringComparer.Ordinal))
        {
            Attempt(planned.File, () =>
            {
                var documents = Read(planned);
                if (documents is [var document] && OpenApiDocument.Is(document))
                {
                    BuiltIn(planned, OpenApiDocument.Read(document));
                }
                else
                {
                    custom.AddRange(Select(planned, [.. CustomResourceDefinitions.Find(documents)]).Select(kind => (planned, kind)));
                }
            });
        }

        CustomResources(custom);
        return new Generation([.. _files.OrderBy(file => file.Path, StringComparer.Ordinal)], _errors, _warnings);
    }

    private List<Node> Read(PlannedSchema planned)
    {
        var bytes = SchemaFile.Load(planned.Locate(planFolder, schemas));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (planned.Sha256.Length > 0 && hash != planned.Sha256)
        {
            throw new SchemaException("", $"has the SHA-256 {hash}, the plan says {planned.Sha256}; take the release that the plan names, or change the plan");
        }

        return SchemaFile.Read(bytes);
    }

    /// <summary>The kinds that the plan takes from a file. A definition that is broken costs the others nothing.</summary>
    private List<KindSchema> Select(PlannedSchema planned, List<Node> definitions)
    {
        if (definitions.Count == 0)
        {
            throw new SchemaException("", "holds no CustomResourceDefinition");
        }

        var all = new List<KindSchema>();
        var errors = _errors.Count;
        foreach (var definition in definitions)
        {
            var name = definitions.Count > 1 ? definition["metadata"]?["name"]?.Text : null;
            Attempt(planned.File, () => all.AddRange(CustomResourceDefinitions.Read(definition)), name);
        }

        if (planned.Kinds.Count == 0)
        {
            return [.. all.Where(kind => kind.Served)];
        }

        var taken = all.Where(kind => planned.Kinds.Any(wanted => wanted.Kind == Name(kind))).ToList();
        var missing = planned.Kinds.Where(wanted => !taken.Exists(kind => Name(kind) == wanted.Kind)).ToList();
        if (missing.Count > 0 && errors == _errors.Count)
        {
            _errors.Add(new Diagnostic(planned.File, string.Join(", ", missing.Select(wanted => wanted.Kind)), $"is not in the file, which has {string.Join(", ", all.Select(Name))}"));
        }

        return taken;
    }

    private static string Name(KindSchema kind) => $"{kind.ApiVersion}/{kind.Kind}";

    private void CustomResources(IReadOnlyList<(PlannedSchema Source, KindSchema Kind)> kinds)
    {
        var printer = new CustomResourcePrinter(plan.Namespace);
        var extensible = false;
        foreach (var group in kinds.GroupBy(kind => Namespace(kind.Kind), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var used = new HashSet<string>(StringComparer.Ordinal);
            var names = KindNames.Of(group.Select(kind => kind.Kind.Kind), used);
            foreach (var (source, kind) in Unique(group).OrderBy(kind => kind.Kind.Kind, StringComparer.Ordinal))
            {
                Attempt(source.File, () =>
                {
                    if (plan.Types is { } types)
                    {
                        var named = kind with { TypeName = names[kind.Kind] };
                        if (named.TypeName != kind.Kind)
                        {
                            _warnings.Add(new Diagnostic(source.File, Name(kind), $"the class is named {named.TypeName}"));
                        }

                        var resource = CustomResourceModeler.Build(named, group.Key, used);
                        _warnings.AddRange(resource.Renamed.Select(renamed => new Diagnostic(source.File, Name(kind), renamed)));
                        extensible |= resource.Classes.Any(model => model.Extensible);
                        var folder = group.Key[plan.Namespace.Length..].Trim('.').Replace('.', '/');
                        _files.Add(new GeneratedFile($"{types}/{folder}/{named.TypeName}.cs", printer.Print(resource)));
                    }

                    Table(Name(kind), kind, new Dictionary<string, Schema>(StringComparer.Ordinal));
                });
            }
        }

        if (extensible)
        {
            _files.Add(new GeneratedFile($"{plan.Types}/{ExtensibleArgsPrinter.ClassName}.cs", ExtensibleArgsPrinter.Print(plan.Namespace)));
        }
    }

    /// <summary>The same kind twice is one if both say the same, else an error of the later file.</summary>
    private IEnumerable<(PlannedSchema Source, KindSchema Kind)> Unique(IEnumerable<(PlannedSchema Source, KindSchema Kind)> kinds)
    {
        foreach (var same in kinds.GroupBy(kind => kind.Kind.Kind, StringComparer.Ordinal))
        {
            var shapes = new Shapes();
            var first = same.First();
            foreach (var (source, kind) in same)
            {
                if (Name(kind) != Name(first.Kind))
                {
                    _errors.Add(new Diagnostic(source.File, Name(kind), $"would be the same type as {Name(first.Kind)}: give their groups different namespaces"));
                }
                else if (shapes.Of(kind.Schema) != shapes.Of(first.Kind.Schema))
                {
                    _errors.Add(new Diagnostic(source.File, Name(kind), $"is another schema than the one in {first.Source.File}"));
                }
            }

            yield return first;
        }
    }

    private string Namespace(KindSchema kind)
    {
        var group = plan.Groups.GetValueOrDefault(kind.Group) ?? string.Join('.', kind.Group.Split('.').Reverse().Select(Names.Pascal));
        return $"{plan.Namespace}.{group}.{Names.Pascal(kind.Version)}";
    }

    private void BuiltIn(PlannedSchema planned, OpenApiDocument document)
    {
        if (planned.Kinds.Count == 0)
        {
            throw new SchemaException("", "is an OpenAPI document: name the kinds to take from it in a crds.json");
        }

        if (plan.Types is { } types)
        {
            var kinds = new BuiltInKinds(document, planned, plan.Groups);
            var printer = new BuiltInPrinter(plan.Namespace, plan.PackageVersion ?? "");
            foreach (var resource in kinds.Resources)
            {
                _files.Add(new GeneratedFile($"{types}/{resource.Namespace.Replace('.', '/')}/{resource.Name}.cs", printer.Resource(resource)));
            }

            foreach (var group in kinds.Inputs.GroupBy(model => model.Namespace, StringComparer.Ordinal))
            {
                _files.Add(new GeneratedFile($"{types}/Types/Inputs/{group.Key}.cs", printer.Inputs(group.Key, group)));
            }

            foreach (var group in kinds.Outputs.GroupBy(model => model.Namespace, StringComparer.Ordinal))
            {
                _files.Add(new GeneratedFile($"{types}/Types/Outputs/{group.Key}.cs", printer.Outputs(group.Key, group)));
            }
        }

        foreach (var wanted in planned.Kinds)
        {
            var kind = document.Kinds.First(kind => Name(kind) == wanted.Kind);
            Table(wanted.Kind, kind, document.Definitions);
        }

        foreach (var (name, definition) in planned.Definitions)
        {
            var schema = document.Definitions.GetValueOrDefault(definition) ?? throw new SchemaException(definition, "the document has no such definition");
            var slash = name.LastIndexOf('/');
            var apiVersion = name[..slash].Split('/');
            var kind = new KindSchema(apiVersion.Length == 1 ? "" : apiVersion[0], apiVersion[^1], name[(slash + 1)..], "", "", schema);
            Table(name, kind, document.Definitions);
        }
    }

    private void Table(string name, KindSchema kind, IReadOnlyDictionary<string, Schema> definitions)
    {
        if (plan.Tables is { } tables)
        {
            _files.Add(new GeneratedFile($"{tables}/{name}.json", SchemaTablePrinter.Print(kind, definitions)));
        }
    }

    private void Attempt(string file, Action action, string? definition = null)
    {
        var before = _files.Count;
        try
        {
            action();
        }
        catch (SchemaException e)
        {
            Fail(e.Path, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail("", e.Message);
        }

        void Fail(string path, string message)
        {
            _files.RemoveRange(before, _files.Count - before);
            _errors.Add(new Diagnostic(file, definition is null ? path : $"{definition}: {path}", message));
        }
    }
}
