using System.Text.Json;

namespace Hardening.Components;

/// <summary>Reads members of a policy whose shape nobody has checked yet.</summary>
internal static class SpecReader
{
    /// <summary>Whether the member is there; null counts as absent, as for the API server.</summary>
    public static bool Has(JsonElement parent, string member) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The entries of a list; none where it is absent or, which is reported, no list.</summary>
    public static IReadOnlyList<JsonElement> List(JsonElement parent, string member, ProblemList problems)
    {
        if (!Has(parent, member))
        {
            return [];
        }

        var value = parent.GetProperty(member);
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        problems.Add(member, value.GetRawText(), "is no list", "write a list");
        return [];
    }

    /// <summary>The texts of a list with their places; entries that are no text are reported.</summary>
    public static IEnumerable<(string Path, string Text)> Texts(JsonElement parent, string member, ProblemList problems)
    {
        var entries = List(parent, member, problems);
        for (var index = 0; index < entries.Count; index++)
        {
            var path = EntryLists.Item(member, index);
            if (entries[index].ValueKind == JsonValueKind.String)
            {
                yield return (path, entries[index].GetString()!);
            }
            else
            {
                problems.Add(path, entries[index].GetRawText(), "is no text", "write a text");
            }
        }
    }

    /// <summary>A text; null where it is absent or, which is reported, no text.</summary>
    public static string? Text(JsonElement parent, string member, ProblemList problems)
    {
        if (!Has(parent, member))
        {
            return null;
        }

        var value = parent.GetProperty(member);
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        problems.Add(member, value.GetRawText(), "is no text", "write it in quotes");
        return null;
    }

    /// <summary>A boolean; null where it is absent or no boolean.</summary>
    public static bool? Flag(JsonElement parent, string member) =>
        Has(parent, member) && parent.GetProperty(member) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;
}
