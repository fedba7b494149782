using Hardening.Infra.StackFiles;
using Hardening.Primitives;

namespace Hardening.Infra.Tests.Plans.Mutations;

/// <summary>Every change to every leaf of a plan, one at a time.</summary>
internal static class PlanMutations
{
    private static readonly HashSet<string> References = new(StringComparer.Ordinal) { "namespace", "cidrGroup", "kyvernoExceptionNamespace" };

    private static readonly string[] Groups = [".limits", ".quota"];

    public static IEnumerable<Mutation> Of(IReadOnlyDictionary<string, ConfigNode> sections)
    {
        foreach (var (key, section) in sections)
        {
            foreach (var (kind, path, owner, changed) in Changes(section, key, key, null))
            {
                var mutated = new Dictionary<string, ConfigNode>(sections, StringComparer.Ordinal);
                if (changed is null)
                    mutated.Remove(key);
                else
                    mutated[key] = changed;
                yield return new Mutation(kind, path, Group(owner), mutated);
            }
        }
    }

    /// <summary>Changes of a node and everything below it; a change to null takes the node away.</summary>
    private static IEnumerable<(string Kind, string Path, string Owner, ConfigNode? Changed)> Changes(ConfigNode node, string path, string owner, string? key)
    {
        if (node.Kind is ConfigKind.Object && node.Members.Count > 0)
        {
            foreach (var (name, value) in node.Members)
            {
                foreach (var change in Changes(value, $"{path}.{name}", path, name))
                    yield return (change.Kind, change.Path, change.Owner, With(node, name, name, change.Changed));
                if (value.Kind is not (ConfigKind.Object or ConfigKind.List))
                    yield return ("misspelt key", $"{path}.{name}", path, With(node, name, name + "x", value));
            }
        }
        else if (node.Kind is ConfigKind.List && node.Items.Count > 0)
        {
            for (var index = 0; index < node.Items.Count; index++)
            {
                foreach (var change in Changes(node.Items[index], $"{path}[{index}]", path, null))
                    yield return (change.Kind, change.Path, change.Owner, With(node, index, change.Changed is null ? [] : [change.Changed]));
                yield return ("duplicated item", $"{path}[{index}]", path, With(node, index, [node.Items[index], node.Items[index]]));
            }
        }
        else
        {
            yield return ("missing", path, owner, null);
            foreach (var (kind, changed) in OfLeaf(node, key))
                yield return (kind, path, owner, changed);
        }
    }

    /// <summary>Limits are judged against each other, and so are the numbers of a quota: the refusal may name the other one.</summary>
    private static string Group(string owner)
    {
        foreach (var group in Groups)
        {
            if (owner.IndexOf(group, StringComparison.Ordinal) is > 0 and var at)
                return owner[..(at + group.Length)];
        }

        return owner;
    }

    private static IEnumerable<(string Kind, ConfigNode Changed)> OfLeaf(ConfigNode leaf, string? key)
    {
        yield return ("mistyped: null", ConfigNode.Null());
        yield return ("mistyped: list", ConfigNode.List([ConfigNode.String("x")]));
        yield return ("mistyped: mapping", ConfigNode.Object([new("x", ConfigNode.String("y"))]));
        yield return leaf.Kind is ConfigKind.Bool ? ("mistyped: text", ConfigNode.String("yes")) : ("mistyped: boolean", ConfigNode.Bool(true));
        yield return leaf.Kind is ConfigKind.Number ? ("mistyped: text", ConfigNode.String("many")) : ("mistyped: number", ConfigNode.Number("1.2"));
        if (leaf.Kind is ConfigKind.Number)
        {
            yield return ("out of range: negative", ConfigNode.Number("-1"));
            yield return ("out of range: huge", ConfigNode.Number("1000000000000"));
        }

        if (leaf.Kind is not ConfigKind.String)
            yield break;
        yield return ("misspelt value", ConfigNode.String(leaf.Text + "x"));
        yield return ("out of range: empty", ConfigNode.String(""));
        yield return ("out of range: long", ConfigNode.String(new string('a', 300)));
        if (Quantity.TryParse(leaf.Text, out _, out _))
        {
            yield return ("out of range: negative", ConfigNode.String("-1"));
            yield return ("out of range: huge", ConfigNode.String("999Ei"));
        }

        if (key is not null && References.Contains(key))
            yield return ("dangling", ConfigNode.String("nowhere"));
    }

    private static ConfigNode With(ConfigNode node, string old, string key, ConfigNode? value)
    {
        var members = node.Members.Where(member => member.Key != old).ToList();
        if (value is not null)
            members.Add(new(key, value));
        return ConfigNode.Object(members);
    }

    private static ConfigNode With(ConfigNode node, int index, IEnumerable<ConfigNode> items) =>
        ConfigNode.List([.. node.Items.Take(index), .. items, .. node.Items.Skip(index + 1)]);
}
