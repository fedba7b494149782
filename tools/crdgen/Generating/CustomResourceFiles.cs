using Crdgen.Model;
using Crdgen.Output;
using Crdgen.Planning;
using Crdgen.Printing;
using Crdgen.Reading;

namespace Crdgen.Generating;

/// <summary>Makes the files of the custom resources that share a C# namespace.</summary>
internal sealed class CustomResourceFiles(Plan plan)
{
    private readonly CustomResourcePrinter _printer = new(plan.Namespace);

    /// <summary>The namespace of a kind: the plan's, the group's, the version's.</summary>
    public string Namespace(KindSchema kind) => $"{plan.Namespace}.{GroupNamespace(kind.Group)}.{Names.Pascal(kind.Version)}";

    /// <summary>The file that all of a plan's kinds share, where any of them needs it.</summary>
    public IEnumerable<GeneratedFile> Shared(IEnumerable<KindFiles> made) =>
        made.Any(files => files.IsExtensible)
            ? [new GeneratedFile($"{plan.Types}/{ExtensibleArgsPrinter.ClassName}.cs", ExtensibleArgsPrinter.Print(plan.Namespace))]
            : [];

    /// <param name="namespace">The namespace.</param>
    /// <param name="kinds">Its kinds and the name of the source of each.</param>
    public KindFiles Make(string @namespace, IReadOnlyList<(string Source, KindSchema Kind)> kinds)
    {
        var made = new KindFiles();
        var unique = Unique(kinds, made);
        var groups = unique.Select(kind => kind.Kind.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (groups.Count > 1)
        {
            made.Warnings.Add(new Diagnostic(
                unique[0].Source,
                @namespace,
                $"the groups {string.Join(" and ", groups)} share this namespace; --group {groups[^1]}=Name, or groups in the plan, keeps them apart"));
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var names = KindNames.Of(unique.Select(kind => kind.Kind.Kind), used);
        foreach (var (source, kind) in unique)
        {
            made.Attempt(source, kind.Line, () => Make(@namespace, source, kind with { TypeName = names[kind.Kind] }, used, made));
        }

        return made;
    }

    private static string Name(KindSchema kind) => $"{kind.ApiVersion}/{kind.Kind}";

    private void Make(string @namespace, string source, KindSchema kind, HashSet<string> used, KindFiles made)
    {
        if (plan.Types is { } types)
        {
            if (kind.TypeName != kind.Kind)
            {
                made.Warnings.Add(new Diagnostic(source, Name(kind), $"the class is named {kind.TypeName}"));
            }

            var resource = CustomResourceModeler.Build(kind, @namespace, used);
            made.Models.Add(resource);
            made.Warnings.AddRange(resource.Renamed.Select(renamed => new Diagnostic(source, Name(kind), renamed)));
            made.IsExtensible |= resource.Classes.Any(model => model.Extensible);
            var folder = @namespace[plan.Namespace.Length..].Trim('.').Replace('.', '/');
            made.Files.Add(new GeneratedFile($"{types}/{folder}/{kind.TypeName}.cs", _printer.Print(resource)));
        }

        if (plan.Tables is { } tables)
        {
            made.Files.Add(new GeneratedFile($"{tables}/{Name(kind)}.json", SchemaTablePrinter.Print(kind, new Dictionary<string, Schema>(StringComparer.Ordinal))));
        }
    }

    /// <summary>
    /// Each kind once, by name. The same kind twice is one if both say the same; of two that differ neither is taken, so that no order of files
    /// decides. Of two groups' kinds that would be one type the first by name is.
    /// </summary>
    private static List<(string Source, KindSchema Kind)> Unique(IReadOnlyList<(string Source, KindSchema Kind)> kinds, KindFiles made)
    {
        var unique = new List<(string Source, KindSchema Kind)>();
        foreach (var same in kinds.GroupBy(kind => kind.Kind.Kind, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            var taken = false;
            foreach (var one in same.GroupBy(kind => kind.Kind.Group, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                var (source, kind) = one.OrderBy(each => each.Source, StringComparer.Ordinal).First();
                if (Other(one, kind) is { } other)
                {
                    made.Errors.Add(new Diagnostic(other.Source, Name(kind), $"is another schema than the one in {source}; neither is taken") { Line = other.Kind.Line });
                }
                else if (taken)
                {
                    made.Errors.Add(new Diagnostic(source, Name(kind), $"would be the same type as {Name(unique[^1].Kind)}: give their groups different namespaces") { Line = kind.Line });
                }
                else
                {
                    unique.Add((source, kind));
                    taken = true;
                }
            }
        }

        return unique;
    }

    private static (string Source, KindSchema Kind)? Other(IEnumerable<(string Source, KindSchema Kind)> kinds, KindSchema first)
    {
        var shapes = new Shapes();
        return kinds
            .Where(kind => kind.Kind != first && (kind.Kind.Scope != first.Scope || kind.Kind.Plural != first.Plural || shapes.Of(kind.Kind.Schema) != shapes.Of(first.Schema)))
            .OrderBy(kind => kind.Source, StringComparer.Ordinal)
            .Select(kind => ((string, KindSchema)?)kind)
            .FirstOrDefault();
    }

    private string GroupNamespace(string group) =>
        plan.Groups.GetValueOrDefault(group) ?? (group.Length == 0 ? "Core" : string.Join('.', group.Split('.').Reverse().Select(Names.Pascal)));
}
