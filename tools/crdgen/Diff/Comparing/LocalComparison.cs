using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>What changed in one schema itself; what changed inside it has places of its own.</summary>
internal sealed class LocalComparison(SchemaPair pair, Shapes shapes)
{
    private Schema Old => pair.Old;

    private Schema New => pair.New;

    public IEnumerable<LocalChange> Changes()
    {
        var changes = TypeComparison.IsRetyped(pair)
            ? [TypeComparison.Retyped(pair)]
            : Keywords().Concat(PropertyComparison.Of(pair, shapes)).Concat(TypeComparison.Code(pair));
        return changes.Select(change => IsWritten(change) ? change : change with { Manifests = Impact.None, Code = Impact.None });
    }

    private bool IsWritten(LocalChange change) => pair.IsWritten && !(pair.IsRoot && change.Property == "status");

    private IEnumerable<LocalChange> Keywords()
    {
        var changes = new List<LocalChange?>();
        if (TypeComparison.Widened(pair) is { } widened)
        {
            changes.Add(widened);
        }

        if (Old.Nullable != New.Nullable)
        {
            changes.Add(Old.Nullable ? LocalChange.Tightened("nullable", "", null) : LocalChange.Loosened("nullable", null, ""));
        }

        changes.Add(FormatComparison.Of(Old.Format, New.Format));
        changes.AddRange(EnumComparison.Of(Old, New));
        changes.AddRange(BoundComparison.Of(Old, New));
        changes.Add(OpennessComparison.Of(Old, New));
        changes.Add(LocalChange.Constraint("list type", ListType(Old), ListType(New)));
        changes.Add(Embedded());
        changes.AddRange(ConditionComparison.Of(Old, New, shapes));
        return changes.OfType<LocalChange>();
    }

    private LocalChange? Embedded() => (Old.EmbeddedResource, New.EmbeddedResource) switch
    {
        (false, true) => LocalChange.Tightened("Kubernetes object", null, ""),
        (true, false) => LocalChange.Loosened("Kubernetes object", "", null) with { Manifests = Impact.May },
        _ => null,
    };

    private static string? ListType(Schema schema) => schema.ListType is "map" ? $"map by {string.Join(", ", schema.ListMapKeys)}" : schema.ListType;
}
