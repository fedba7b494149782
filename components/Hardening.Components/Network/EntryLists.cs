using System.Globalization;
using Pulumi;

namespace Hardening.Components;

/// <summary>Checks of lists: never empty, no entry missing, none twice.</summary>
internal static class EntryLists
{
    /// <summary>Checks a list whose values may still be unknown; gives the canonical form of each known one.</summary>
    public static List<string> Check(List<Input<string>>? list, ProblemList problems, string member, LeafCheck check)
    {
        var canonical = new List<string>();
        if (list is null)
        {
            return canonical;
        }

        RefuseEmpty(list.Count, problems, member);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < list.Count; index++)
        {
            var path = Item(member, index);
            if (list[index] is not { } input)
            {
                problems.Add(path, null, "is missing", "give a value or take the entry out");
                continue;
            }

            var leaf = InputLeaf.Of(input);
            if (leaf.Check(problems, path, check) is not { } value)
            {
                continue;
            }

            if (!seen.TryAdd(value, index))
            {
                problems.Add(path, leaf.IsSecret ? null : leaf.Value, $"repeats {Item(member, seen[value])}", "take one of them out");
            }

            canonical.Add(value);
        }

        return canonical;
    }

    public static void RefuseEmpty(int count, ProblemList problems, string member)
    {
        if (count == 0)
        {
            problems.Add(
                member,
                null,
                "is empty; an absent list means any, so an emptied one would open everything",
                "give at least one entry or leave the member out");
        }
    }

    public static string Item(string member, int index) => string.Create(CultureInfo.InvariantCulture, $"{member}[{index}]");
}
