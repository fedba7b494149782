using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>CEL rules, <c>oneOf</c>, <c>anyOf</c>, <c>allOf</c> and <c>not</c>.</summary>
internal static class ConditionComparison
{
    public static IEnumerable<LocalChange> Of(Schema old, Schema @new, Shapes shapes)
    {
        foreach (var change in RuleComparison.Of(old.Rules, @new.Rules))
        {
            yield return change;
        }

        var all = Difference(Words(old.AllOf), Words(@new.AllOf));
        foreach (var change in Each("allOf", all.Gone, all.Fresh))
        {
            yield return change;
        }

        if (Alternatives("anyOf", old.AnyOf, @new.AnyOf, isExclusive: false) is { } any)
        {
            yield return any;
        }

        if (Alternatives("oneOf", old.OneOf, @new.OneOf, isExclusive: true) is { } one)
        {
            yield return one;
        }

        if (old.Not is null || @new.Not is null || shapes.Of(old.Not) != shapes.Of(@new.Not))
        {
            if (LocalChange.Constraint("not", old.Not is null ? null : SchemaWords.Of(old.Not), @new.Not is null ? null : SchemaWords.Of(@new.Not)) is { } not)
            {
                yield return not;
            }
        }
    }

    /// <summary>Each of these refuses something on its own.</summary>
    private static IEnumerable<LocalChange> Each(string subject, IEnumerable<string> gone, IEnumerable<string> fresh) =>
        gone.Select(text => LocalChange.Loosened(subject, text, null)).Concat(fresh.Select(text => LocalChange.Tightened(subject, null, text)));

    /// <summary>One more alternative accepts more, unless exactly one must hold.</summary>
    private static LocalChange? Alternatives(string subject, IReadOnlyList<Schema> old, IReadOnlyList<Schema> @new, bool isExclusive)
    {
        var (gone, fresh) = Difference(Words(old), Words(@new));
        if (gone.Length + fresh.Length == 0)
        {
            return null;
        }

        var before = old.Count == 0 ? null : string.Join(" | ", Words(old));
        var after = @new.Count == 0 ? null : string.Join(" | ", Words(@new));
        return (isExclusive || before is null || after is null, gone.Length, fresh.Length) switch
        {
            (true, _, _) => LocalChange.Constraint(subject, before, after),
            (false, 0, _) => LocalChange.Loosened(subject, before, after),
            (false, _, 0) => LocalChange.Tightened(subject, before, after),
            _ => LocalChange.Changed(subject, before, after, Impact.May),
        };
    }

    private static string[] Words(IReadOnlyList<Schema> schemas) => [.. schemas.Select(SchemaWords.Of)];

    private static (string[] Gone, string[] Fresh) Difference(string[] old, string[] @new) =>
        ([.. old.Except(@new, StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. @new.Except(old, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
}
