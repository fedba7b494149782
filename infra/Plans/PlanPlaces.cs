using System.Globalization;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Plans;

/// <summary>Where a path of the plan stands in its stack file.</summary>
internal sealed class PlanPlaces(StackConfiguration stack)
{
    /// <summary>File and line of the nearest part of the path that exists; null where the plan was not read from a file.</summary>
    public string? Of(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var end = colon < 0 ? -1 : path.AsSpan(colon).IndexOfAny('.', '[');
        var key = end < 0 ? path : path[..(colon + end)];
        if (!stack.Values.TryGetValue(key, out var node))
            return null;
        var rest = path[key.Length..];
        while (rest.Length > 0 && Step(node, ref rest) is { } next)
            node = next;
        return node.Line == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{stack.FileName}:{node.Line}");
    }

    private static ConfigNode? Step(ConfigNode node, ref string rest)
    {
        if (rest[0] is '[' && rest.IndexOf(']', StringComparison.Ordinal) is > 0 and var close)
        {
            var inside = rest[1..close];
            rest = rest[(close + 1)..];
            return int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? node.Items.ElementAtOrDefault(index)
                : node.Members.GetValueOrDefault(inside.Trim('"'));
        }

        // Labels and resources have dots in their names: the longest member that the path begins with is meant.
        var tail = rest[0] is '.' ? rest[1..] : rest;
        var name = node.Members.Keys
            .Where(member => tail.StartsWith(member, StringComparison.Ordinal) && (tail.Length == member.Length || tail[member.Length] is '.' or '['))
            .MaxBy(member => member.Length);
        if (name is null)
            return null;
        rest = tail[name.Length..];
        return node.Members[name];
    }
}
