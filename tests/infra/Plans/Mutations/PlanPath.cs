using System.Globalization;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans.Mutations;

/// <summary>Changes a plan at the path that a problem names.</summary>
internal static class PlanPath
{
    /// <summary>The plan with the node at a path changed, or taken away where the change gives null; null where the path leads to nothing.</summary>
    public static IReadOnlyDictionary<string, ConfigNode>? Edit(IReadOnlyDictionary<string, ConfigNode> sections, string path, Func<ConfigNode, ConfigNode?> change)
    {
        var root = Edit(ConfigNode.Object(sections), "." + path, (_, node) => ("", change(node)));
        return root?.Members;
    }

    /// <summary>The plan with the key at a path called otherwise.</summary>
    public static IReadOnlyDictionary<string, ConfigNode>? Rename(IReadOnlyDictionary<string, ConfigNode> sections, string path, string key) =>
        Edit(ConfigNode.Object(sections), "." + path, (_, node) => (key, node))?.Members;

    private static ConfigNode? Edit(ConfigNode node, string rest, Func<string, ConfigNode, (string Key, ConfigNode? Node)> change)
    {
        if (node.Kind is ConfigKind.List)
        {
            var end = rest.IndexOf(']', StringComparison.Ordinal);
            if (rest[0] is not '[' || !int.TryParse(rest.AsSpan(1, end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= node.Items.Count)
                return null;
            var item = end + 1 == rest.Length ? change("", node.Items[index]).Node : Edit(node.Items[index], rest[(end + 1)..], change);
            if (item is null && end + 1 < rest.Length)
                return null;
            return ConfigNode.List([.. node.Items.Take(index), .. item is null ? Array.Empty<ConfigNode>() : [item], .. node.Items.Skip(index + 1)]);
        }

        // Keys may hold dots.
        foreach (var (key, value) in node.Members.OrderByDescending(member => member.Key.Length))
        {
            foreach (var written in new[] { "." + key, $"[{key}]" })
            {
                if (!rest.StartsWith(written, StringComparison.Ordinal) || (rest.Length > written.Length && rest[written.Length] is not ('.' or '[')))
                    continue;
                var isLast = rest.Length == written.Length;
                var (name, changed) = isLast ? change(key, value) : (key, Edit(value, rest[written.Length..], change));
                if (changed is null && !isLast)
                    return null;
                return ConfigNode.Object(node.Members.Where(member => member.Key != key).Concat(changed is null ? [] : [KeyValuePair.Create(name.Length > 0 ? name : key, changed)]));
            }
        }

        return null;
    }
}
