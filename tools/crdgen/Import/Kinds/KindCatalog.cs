using Crdgen.Model;

namespace Crdgen.Import.Kinds;

/// <summary>The kinds that can be imported: those of both packages, and what a plan or definitions add or replace.</summary>
internal sealed class KindCatalog
{
    private readonly Dictionary<string, KnownKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _typesOfNamespace = new(StringComparer.Ordinal);
    private readonly PropertyModel _metadata;

    public KindCatalog(IEnumerable<KnownKind> more)
    {
        var official = KindTable.Official();
        _metadata = official[0].Args.Properties.First(property => property.WireName == "metadata");
        foreach (var kind in official.Concat(KindTable.Crds()).Concat(more))
        {
            _kinds[kind.Name] = kind;
        }

        foreach (var kind in _kinds.Values)
        {
            AddTypes(kind);
        }
    }

    public KnownKind? Find(string apiVersion, string kind) => _kinds.GetValueOrDefault($"{apiVersion}/{kind}");

    /// <summary>The apiVersions under which a kind of this name is known.</summary>
    public IReadOnlyList<string> Versions(string kind) =>
        [.. _kinds.Values.Where(known => known.Kind == kind).Select(known => known.ApiVersion).Order(StringComparer.Ordinal)];

    /// <summary>The args of a kind or of its patches, with metadata where their class inherits it.</summary>
    public ClassModel Args(KnownKind kind, bool patch)
    {
        var args = (patch ? kind.PatchArgs : null) ?? kind.Args;
        return kind.BuiltIn ? args : new ClassModel(args.Namespace, args.Name) { Properties = [_metadata, .. args.Properties] };
    }

    public bool Has(TypeName type) => _typesOfNamespace.TryGetValue(type.Namespace, out var types) && types.Contains(type.Name);

    private void AddTypes(KnownKind kind)
    {
        Add(kind.Resource);
        Add(kind.Creates(patch: true));
        var seen = new HashSet<ClassModel>();
        var open = new Stack<ClassModel>(new[] { kind.Args, kind.PatchArgs }.OfType<ClassModel>());
        while (open.TryPop(out var model))
        {
            if (!seen.Add(model))
            {
                continue;
            }

            Add(kind.ArgsOf(model, patch: false));
            Add(kind.ArgsOf(model, patch: true));
            foreach (var property in model.Properties)
            {
                if (property.Constants is { } constants)
                {
                    Add(new TypeName(kind.Resource.Namespace, constants.Name));
                }

                if (property.Type.Innermost() is { } next)
                {
                    open.Push(next);
                }
            }
        }
    }

    private void Add(TypeName type)
    {
        if (!_typesOfNamespace.TryGetValue(type.Namespace, out var types))
        {
            types = new HashSet<string>(StringComparer.Ordinal);
            _typesOfNamespace.Add(type.Namespace, types);
        }

        types.Add(type.Name);
    }
}
