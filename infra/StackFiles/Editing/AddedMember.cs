using System.Text;

namespace Hardening.Infra.StackFiles.Editing;

/// <summary>A member that is new: a value, or further members.</summary>
internal sealed class AddedMember(string key = "")
{
    private readonly List<AddedMember> _members = [];

    public string? Value { get; set; }

    public IReadOnlyList<AddedMember> Members => _members;

    /// <summary>The member of a key, which is made where there is none.</summary>
    public AddedMember this[string name]
    {
        get
        {
            var member = _members.Find(known => known.Key == name);
            if (member is null)
                _members.Add(member = new AddedMember(name));
            return member;
        }
    }

    private string Key => key;

    /// <summary>As one line in braces.</summary>
    public string Flow() => $"{YamlText.New(key)}: {(Value is { } value ? YamlText.New(value) : InBraces())}";

    /// <summary>As lines; the innermost mapping stands in braces.</summary>
    public void Block(StringBuilder lines, int indent, string lineEnd)
    {
        lines.Append(' ', indent);
        if (Value is not null || _members.TrueForAll(member => member.Value is not null))
        {
            lines.Append(Flow()).Append(lineEnd);
            return;
        }

        lines.Append(YamlText.New(key)).Append(':').Append(lineEnd);
        foreach (var member in _members)
            member.Block(lines, indent + 2, lineEnd);
    }

    private string InBraces() => $"{{ {string.Join(", ", _members.Select(member => member.Flow()))} }}";
}
