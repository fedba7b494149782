using Crdgen.Diff.Reading;
using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>Compares all kinds of two sides.</summary>
internal static class KindComparison
{
    /// <summary>The changes by group, kind, version and path.</summary>
    public static IReadOnlyList<Change> Of(ComparedSide old, ComparedSide @new)
    {
        var before = old.Kinds.ToLookup(Key);
        var after = @new.Kinds.ToLookup(Key);
        return [.. before.Select(kinds => kinds.Key).Union(after.Select(kinds => kinds.Key))
            .SelectMany(key => Of(key.Group, key.Kind, [.. before[key]], [.. after[key]]))
            .Distinct()
            .OrderBy(change => change.Group, StringComparer.Ordinal)
            .ThenBy(change => change.Kind, StringComparer.Ordinal)
            .ThenBy(change => change.Version ?? "", StringComparer.Ordinal)
            .ThenBy(change => change.Path, StringComparer.Ordinal)
            .ThenBy(change => change.Local.Subject, StringComparer.Ordinal)
            .ThenBy(change => change.Local.Old, StringComparer.Ordinal)
            .ThenBy(change => change.Local.New, StringComparer.Ordinal)
            .ThenBy(change => change.Local.Type)];
    }

    private static (string Group, string Kind) Key(ComparedKind kind) => (kind.Kind.Group, kind.Kind.Kind);

    private static IEnumerable<Change> Of(string group, string kind, ComparedKind[] old, ComparedKind[] @new)
    {
        if (old.Length == 0 || @new.Length == 0)
        {
            return [OfKind(null, "kind", old.Length == 0 ? null : Versions(old), @new.Length == 0 ? null : Versions(@new))];
        }

        var (first, last) = (old[0].Kind, @new[0].Kind);
        var versions = old.Concat(@new).Select(version => version.Kind.Version).Distinct(StringComparer.Ordinal).SelectMany(version => OfVersion(
            Array.Find(old, candidate => candidate.Kind.Version == version),
            Array.Find(@new, candidate => candidate.Kind.Version == version)));
        return [
            .. Whole("scope", first.Scope, last.Scope, Impact.Breaks),
            .. Whole("plural", first.Plural, last.Plural, Impact.May),
            .. versions];

        IEnumerable<Change> Whole(string subject, string before, string after, Impact manifests) =>
            before == after ? [] : [new Change(group, kind, null, "", 1, LocalChange.Changed(subject, before, after, manifests))];

        Change OfKind(string? version, string subject, string? before, string? after) => new(group, kind, version, "", 1, Existence(subject, before, after));
    }

    private static IEnumerable<Change> OfVersion(ComparedKind? old, ComparedKind? @new)
    {
        var kind = (old ?? @new)!.Kind;
        return (old, @new) switch
        {
            (null, _) => [Here("", Existence("version", null, Say(@new!)))],
            (_, null) => [Here("", Existence("version", Say(old), null, old.Kind.Served))],
            ({ Kind.Served: false }, { Kind.Served: false }) => [],
            _ when old.Kind.Served != @new.Kind.Served => [Here("", Existence("served", old.Kind.Served ? "" : null, @new.Kind.Served ? "" : null))],
            _ => [.. Deprecation(old, @new).Select(change => Here("", change)), .. Schemas(old, @new)],
        };

        Change Here(string path, LocalChange change, long places = 1) => new(kind.Group, kind.Kind, kind.Version, path, places, change);

        IEnumerable<Change> Schemas(ComparedKind before, ComparedKind after)
        {
            var (oldArgs, newArgs) = (Args(before), Args(after));
            var pair = new SchemaPair(before.Kind.Schema, after.Kind.Schema, Reference(oldArgs), Reference(newArgs), IsProperty: false, IsWritten: true) { IsRoot = true };
            var names = oldArgs is null || newArgs is null ? [] : TypeNameComparison.Of(oldArgs, newArgs).Select(renamed => Here(renamed.Path, renamed.Change));
            return SchemaComparison.Of(pair).Select(found => Here(found.Path, found.Change, found.Places)).Concat(names);
        }
    }

    private static IEnumerable<LocalChange> Deprecation(ComparedKind old, ComparedKind @new)
    {
        if (old.StatesLifecycle && @new.StatesLifecycle && old.Kind.Deprecated != @new.Kind.Deprecated)
        {
            yield return LocalChange.Changed("deprecated", Warning(old.Kind), Warning(@new.Kind), Impact.None);
        }
    }

    private static string? Warning(KindSchema kind) => kind.Deprecated ? kind.DeprecationWarning ?? "" : null;

    private static LocalChange Existence(string subject, string? old, string? @new, bool wasServed = true)
    {
        var impact = old is not null && wasServed ? Impact.Breaks : Impact.None;
        return new LocalChange(old is null ? ChangeType.Added : ChangeType.Removed, subject, old, @new) { Manifests = impact, Code = impact };
    }

    private static string Versions(ComparedKind[] kinds) => string.Join(", ", kinds.Select(Say).Order(StringComparer.Ordinal));

    private static string Say(ComparedKind kind) => kind.Kind.Served ? kind.Kind.Version : $"{kind.Kind.Version} (not served)";

    private static TypeModel.ClassReference? Reference(ClassModel? args) => args is null ? null : new TypeModel.ClassReference(args);

    /// <summary>The generated class of the kind, or null where none can be generated.</summary>
    private static ClassModel? Args(ComparedKind kind)
    {
        if (!kind.IsCustom)
        {
            return null;
        }

        try
        {
            return CustomResourceModeler.Build(kind.Kind, "Compared", new HashSet<string>(StringComparer.Ordinal) { kind.Kind.Kind, $"{kind.Kind.Kind}Args" }, new ModelOptions { Outputs = false }).Args;
        }
        catch (SchemaException)
        {
            return null;
        }
    }
}
