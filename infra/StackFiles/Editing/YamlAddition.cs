using System.Text;

namespace Hardening.Infra.StackFiles.Editing;

/// <summary>Members that are added to one mapping, in the way in which that mapping is written.</summary>
internal sealed class YamlAddition
{
    private readonly AddedMember _added = new();
    private readonly IReadOnlyList<string> _after;

    public YamlAddition(YamlPlace mapping, YamlEdit edit, int depth)
    {
        Mapping = mapping;
        _after = edit.After;
        Add(edit, depth);
    }

    /// <summary>The mapping that is added to.</summary>
    public YamlPlace Mapping { get; }

    public void Add(YamlEdit edit, int depth)
    {
        var at = _added;
        foreach (var step in edit.Path.Skip(depth))
            at = at[step.Key!];
        at.Value = edit.Value;
    }

    /// <summary>What is written, and where.</summary>
    public YamlSplice Splice(string text) => Mapping.IsFlow ? InBraces() : OnLines(text);

    private YamlSplice InBraces()
    {
        var flow = string.Join(", ", _added.Members.Select(member => member.Flow()));
        if (Mapping.Members!.Count == 0)
            return new YamlSplice(Mapping.End - 1, Mapping.End - 1, $" {flow} ");
        var last = Mapping.Members[^1].Value.End;
        return new YamlSplice(last, last, ", " + flow);
    }

    private YamlSplice OnLines(string text)
    {
        var members = Mapping.Members!;
        var preferred = members.Select((member, index) => (member, index))
            .Where(at => at.member.Value.Scalar is not null && _after.Contains(at.member.Key.Scalar?.Value ?? "", StringComparer.Ordinal))
            .Select(at => at.index + 1).LastOrDefault(members.Count);
        var end = members[preferred - 1].Value.End;
        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var next = end > 0 && text[end - 1] is '\n' ? end : text.IndexOf('\n', end) + 1;
        var lines = new StringBuilder();
        foreach (var member in _added.Members)
            member.Block(lines, Mapping.Column - 1, lineEnd);
        return next > 0 ? new YamlSplice(next, next, lines.ToString()) : new YamlSplice(text.Length, text.Length, lineEnd + lines.ToString()[..^lineEnd.Length]);
    }
}
