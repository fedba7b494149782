using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>Listed values. Each value of a text has a constant in C#.</summary>
internal static class EnumComparison
{
    public static IEnumerable<LocalChange> Of(Schema old, Schema @new)
    {
        var before = Values(old);
        var after = Values(@new);
        if (before.Count == 0 || after.Count == 0)
        {
            if (after.Count > 0)
            {
                yield return LocalChange.Tightened("enum", null, string.Join(", ", after.Keys));
            }
            else if (before.Count > 0)
            {
                yield return LocalChange.Loosened("enum", string.Join(", ", before.Keys), null) with { Code = before.ContainsValue(true) ? Impact.Breaks : Impact.None };
            }

            yield break;
        }

        foreach (var (value, isConstant) in before.Where(value => !after.ContainsKey(value.Key)))
        {
            yield return LocalChange.Tightened("enum value", value, null) with { Code = isConstant ? Impact.Breaks : Impact.None };
        }

        foreach (var (value, _) in after.Where(value => !before.ContainsKey(value.Key)))
        {
            yield return LocalChange.Loosened("enum value", null, value);
        }
    }

    private static SortedDictionary<string, bool> Values(Schema schema)
    {
        var values = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var value in schema.Enum)
        {
            values[SchemaWords.Of(value)] = value.Kind == NodeKind.Text && schema.Type == "string";
        }

        return values;
    }
}
