using Crdgen.Model;
using Crdgen.Output;
using Crdgen.Planning;
using Crdgen.Printing;
using Crdgen.Reading;

namespace Crdgen.Generating;

/// <summary>Makes the files of the custom resources that share a C# namespace.</summary>
/// <param name="plan">The plan.</param>
/// <param name="keepsModels">Whether the models are handed on beside the files.</param>
internal sealed class CustomResourceFiles(Plan plan, bool keepsModels)
{
    private readonly CustomResourcePrinter _printer = new(plan.Namespace, plan.Descriptions != Descriptions.None);

    /// <summary>The namespace of a kind: the plan's, the group's, the version's.</summary>
    public string Namespace(KindSchema kind) => $"{plan.Namespace}.{GroupNamespace(kind.Group)}.{Names.Pascal(kind.Version)}";

    /// <summary>The file that all of a plan's kinds share, where any of them needs it.</summary>
    public IEnumerable<GeneratedFile> Shared(IEnumerable<KindFiles> made) =>
        made.Any(files => files.IsExtensible)
            ? [new GeneratedFile($"{plan.Types}/{ExtensibleArgsPrinter.ClassName}.cs", ExtensibleArgsPrinter.Print(plan.Namespace))]
            : [];

    /// <param name="namespace">The namespace.</param>
    /// <param name="kinds">Its kinds and the source of each.</param>
    /// <param name="all">All namespaces: a type may not have the name of one.</param>
    public KindFiles Make(string @namespace, IReadOnlyList<(PlannedSource Source, KindSchema Kind)> kinds, IEnumerable<string> all)
    {
        var made = new KindFiles();
        var unique = Unique(kinds, made);
        var groups = unique.Select(kind => kind.Kind.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (groups.Count > 1)
        {
            made.Warnings.Add(new Diagnostic(
                unique[0].Source.Source.Name,
                @namespace,
                $"the groups {string.Join(" and ", groups)} share this namespace; --group {groups[^1]}=Name, or groups in the plan, keeps them apart"));
        }

        var options = unique.Select(kind => Options(kind.Source, kind.Kind)).ToList();
        var used = all.Where(other => other.StartsWith(@namespace + ".", StringComparison.Ordinal)).Select(other => other[(@namespace.Length + 1)..].Split('.')[0])
            .Append(KindNames.Outputs).ToHashSet(StringComparer.Ordinal);
        string[] patch = options.Exists(each => each.Patch) ? ["Patch", "PatchArgs"] : [];
        string[] list = options.Exists(each => each.List) ? ["List", "ListArgs"] : [];
        var names = KindNames.Of(unique.Select(kind => kind.Kind.Kind), used, ["Args", .. patch, .. list]);
        foreach (var (source, kind) in unique)
        {
            made.Attempt(source.Source.Name, kind.Line, () => Make(@namespace, source, kind with { TypeName = names[kind.Kind] }, used, made));
        }

        return made;
    }

    private static string Name(KindSchema kind) => $"{kind.ApiVersion}/{kind.Kind}";

    private ModelOptions Options(PlannedSource source, KindSchema kind)
    {
        var planned = source.Planned.Kinds.FirstOrDefault(planned => planned.Kind == Name(kind));
        return new ModelOptions
        {
            Outputs = plan.Outputs,
            Patch = plan.Patch || planned is { Patch: true },
            List = plan.List || planned is { List: true },
            Definitions = kind.Definitions,
        };
    }

    private void Make(string @namespace, PlannedSource planned, KindSchema kind, HashSet<string> used, KindFiles made)
    {
        var source = planned.Source.Name;
        if (plan.Types is { } types)
        {
            if (kind.TypeName != kind.Kind)
            {
                made.Warnings.Add(new Diagnostic(source, Name(kind), $"the class is named {kind.TypeName}"));
            }

            var resource = CustomResourceModeler.Build(kind, @namespace, used, Options(planned, kind));
            if (keepsModels)
            {
                made.Models.Add(resource);
            }

            made.Warnings.AddRange(resource.Renamed.Select(renamed => new Diagnostic(source, Name(kind), renamed)));
            made.IsExtensible |= resource.Classes.Any(model => model.Extensible);
            var folder = @namespace[plan.Namespace.Length..].Trim('.').Replace('.', '/');
            made.Files.Add(new GeneratedFile($"{types}/{folder}/{kind.TypeName}.cs", _printer.Print(resource)));
        }

        if (plan.Tables is { } tables)
        {
            made.Files.Add(new GeneratedFile($"{tables}/{Name(kind)}.json", SchemaTablePrinter.Print(kind, kind.Definitions)));
        }
    }

    /// <summary>
    /// Each kind once, by name. The same kind twice is one if both say the same; of two that differ neither is taken, so that no order of files
    /// decides. Of two groups' kinds that would be one type the first by name is. Where only prose differs the prose decides.
    /// </summary>
    private static List<(PlannedSource Source, KindSchema Kind)> Unique(IReadOnlyList<(PlannedSource Source, KindSchema Kind)> kinds, KindFiles made)
    {
        var unique = new List<(PlannedSource Source, KindSchema Kind)>();
        foreach (var same in kinds.GroupBy(kind => kind.Kind.Kind, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            var taken = false;
            foreach (var one in same.GroupBy(kind => kind.Kind.Group, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                var (source, kind) = one.OrderBy(each => each.Source.Source.Name, StringComparer.Ordinal).First();
                if (Other(one, kind) is { } other)
                {
                    made.Errors.Add(new Diagnostic(other.Source.Source.Name, Name(kind), $"is another schema than the one in {source.Source.Name}; neither is taken") { Line = other.Kind.Line });
                }
                else if (taken)
                {
                    made.Errors.Add(new Diagnostic(source.Source.Name, Name(kind), $"would be the same type as {Name(unique[^1].Kind)}: give their groups different namespaces") { Line = kind.Line });
                }
                else
                {
                    unique.Add(Speaker(one));
                    taken = true;
                }
            }
        }

        return unique;
    }

    /// <summary>Of kinds that say the same, the one whose words are taken.</summary>
    private static (PlannedSource Source, KindSchema Kind) Speaker(IEnumerable<(PlannedSource Source, KindSchema Kind)> same) => same.Skip(1).Any()
        ? same.OrderBy(each => Wording.Of(each.Kind), StringComparer.Ordinal).ThenBy(each => each.Source.Source.Name, StringComparer.Ordinal).First()
        : same.First();

    private static (PlannedSource Source, KindSchema Kind)? Other(IEnumerable<(PlannedSource Source, KindSchema Kind)> kinds, KindSchema first)
    {
        var shapes = new Shapes();
        return kinds
            .Where(kind => kind.Kind != first && (kind.Kind.Scope != first.Scope || kind.Kind.Plural != first.Plural || shapes.Of(kind.Kind.Schema) != shapes.Of(first.Schema)))
            .OrderBy(kind => kind.Source.Source.Name, StringComparer.Ordinal)
            .Select(kind => ((PlannedSource, KindSchema)?)kind)
            .FirstOrDefault();
    }

    private string GroupNamespace(string group) =>
        plan.Groups.GetValueOrDefault(group) ?? (group.Length == 0 ? "Core" : string.Join('.', group.Split('.').Reverse().Select(Names.Pascal)));
}
