using System.Text;

namespace Hardening.Infra.StackFiles.Editing;

/// <summary>
/// Changes single values of a YAML text and leaves every other character as it is: comments, order, quotes, braces, line ends. What a text shares by anchors, or writes over
/// several lines, is refused: changing it would change more than was asked for. The result is read again and held against what was asked for.
/// </summary>
internal static class YamlEditor
{
    /// <summary>The text with the edits.</summary>
    /// <exception cref="YamlFileException">An edit is refused, at its place.</exception>
    public static string Edit(string text, IReadOnlyList<YamlEdit> edits)
    {
        if (edits.Count == 0)
            return text;
        var root = YamlPlace.Read(text) ?? throw new YamlFileException(1, 1, "is empty", "write the plan first");
        var splices = new List<YamlSplice>();
        var additions = new List<YamlAddition>();
        foreach (var edit in edits)
        {
            var (place, depth) = Walk(root, edit.Path);
            if (depth == edit.Path.Count)
                splices.Add(Replace(place, edit.Value));
            else if (additions.Find(addition => addition.Mapping == place) is { } known)
                known.Add(edit, depth);
            else
                additions.Add(new YamlAddition(place, edit, depth));
        }

        splices.AddRange(additions.Select(addition => addition.Splice(text)));
        var result = Apply(text, splices);
        Verify(text, result, edits);
        return result;
    }

    /// <summary>Goes down to the value, or to the deepest mapping on the way to it.</summary>
    private static (YamlPlace Place, int Depth) Walk(YamlPlace root, IReadOnlyList<YamlStep> path)
    {
        var place = root;
        for (var depth = 0; depth < path.Count; depth++)
        {
            RefuseShared(place);
            var next = path[depth].Key is { } key ? place.Find(key) : place.Items?.ElementAtOrDefault(path[depth].Index);
            if (next is null)
            {
                if (place.Members is null || path[depth].Key is null)
                    throw new YamlFileException(place.Line, place.Column, $"has no {path[depth]} to be changed", "write the value as YAML below its key");
                if (place.Find("<<") is not null)
                    throw new YamlFileException(place.Line, place.Column, $"merges another mapping with <<, which {path[depth]} may come from", "write it out here, then again");
                return (place, depth);
            }

            place = next;
        }

        RefuseShared(place);
        return (place, path.Count);
    }

    private static void RefuseShared(YamlPlace place)
    {
        if (place.Shared is { } name)
            throw new YamlFileException(place.Line, place.Column, $"is shared by the {(place.IsAlias ? "alias *" : "anchor &")}{name}, so that a change here changes other places too", "write the value out here, then again");
    }

    private static YamlSplice Replace(YamlPlace place, string value)
    {
        if (place.Scalar is not { } scalar)
            throw new YamlFileException(place.Line, place.Column, "is no single value", "write one value here, then again");
        if (scalar.Style is YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded || !scalar.Tag.IsEmpty || scalar.Start.Line != scalar.End.Line)
            throw new YamlFileException(place.Line, place.Column, "is written over several lines, or with a tag", "write it as a plain value on one line, then again");
        return new YamlSplice(place.Start, place.End, YamlText.Like(scalar.Style, value));
    }

    private static string Apply(string text, List<YamlSplice> splices)
    {
        var result = new StringBuilder(text.Length + 256);
        var at = 0;
        foreach (var splice in splices.OrderBy(splice => splice.Start))
        {
            result.Append(text, at, splice.Start - at).Append(splice.Text);
            at = splice.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Holds what was written against what was asked for.</summary>
    private static void Verify(string before, string after, IReadOnlyList<YamlEdit> edits)
    {
        var wanted = edits.Aggregate(YamlReader.Read(new StringReader(before)), (node, edit) => With(node, edit.Path, 0, edit.Value));
        if (!Same(wanted, YamlReader.Read(new StringReader(after))))
            throw new YamlFileException(1, 1, "cannot be changed without changing more than was asked for", "write the values by hand");
    }

    private static ConfigNode With(ConfigNode? node, IReadOnlyList<YamlStep> path, int depth, string value)
    {
        if (depth == path.Count)
            return ConfigNode.String(value);
        if (path[depth].Key is not { } key)
            return ConfigNode.List([.. node!.Items.Select((item, index) => index == path[depth].Index ? With(item, path, depth + 1, value) : item)]);
        var members = node is null ? [] : node.Members.Where(member => member.Key != key).ToList();
        members.Add(new(key, With(node?.Members.GetValueOrDefault(key), path, depth + 1, value)));
        return ConfigNode.Object(members);
    }

    /// <summary>Whether two values say the same; a number is as good as its text.</summary>
    private static bool Same(ConfigNode a, ConfigNode b) =>
        (a.Kind == b.Kind || (a.Kind is ConfigKind.String or ConfigKind.Number && b.Kind is ConfigKind.String or ConfigKind.Number))
        && a.Text == b.Text
        && a.Items.Count == b.Items.Count
        && a.Members.Count == b.Members.Count
        && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second))
        && a.Members.All(member => b.Members.TryGetValue(member.Key, out var other) && Same(member.Value, other));
}
