namespace Hardening.Infra.StackFiles;

/// <summary>
/// One value of a stack's configuration, already in the form in which an engine hands it to a program: a scalar, a list or an object with sorted keys.
/// It remembers where in the stack file it stood; a value read from the engine's JSON text has no place (line 0).
/// </summary>
internal sealed class ConfigNode
{
    public static readonly IReadOnlyList<ConfigNode> NoItems = [];
    private static readonly IReadOnlyDictionary<string, ConfigNode> NoMembers = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);

    private ConfigNode(ConfigKind kind, string text, int line, int column)
    {
        Kind = kind;
        Text = text;
        Line = line;
        Column = column;
    }

    public ConfigKind Kind { get; }

    /// <summary>The text of a string, the canonical JSON text of a number, <c>true</c> or <c>false</c>; empty otherwise.</summary>
    public string Text { get; }

    /// <summary>Line in the stack file, from 1; 0 when the value came from elsewhere.</summary>
    public int Line { get; }

    /// <summary>Column in the stack file, from 1; 0 when the value came from elsewhere.</summary>
    public int Column { get; }

    public IReadOnlyList<ConfigNode> Items { get; private init; } = NoItems;

    public IReadOnlyDictionary<string, ConfigNode> Members { get; private init; } = NoMembers;

    /// <summary>Number of nodes in this tree with every alias written out.</summary>
    public long Size { get; private init; } = 1;

    /// <summary>Levels of nesting, 1 for a scalar.</summary>
    public int Depth { get; private init; } = 1;

    public static ConfigNode Null(int line = 0, int column = 0) => new(ConfigKind.Null, "", line, column);

    public static ConfigNode Bool(bool value, int line = 0, int column = 0) => new(ConfigKind.Bool, value ? "true" : "false", line, column);

    public static ConfigNode Number(string canonical, int line = 0, int column = 0) => new(ConfigKind.Number, canonical, line, column);

    public static ConfigNode String(string text, int line = 0, int column = 0) => new(ConfigKind.String, text, line, column);

    /// <summary>An encrypted value: its plain text is unknown without the stack's key, its cipher text is not kept.</summary>
    public static ConfigNode Secret(int line = 0, int column = 0) => new(ConfigKind.Secret, "", line, column);

    public static ConfigNode List(IReadOnlyList<ConfigNode> items, int line = 0, int column = 0)
    {
        long size = 1;
        var depth = 0;
        foreach (var item in items)
        {
            size += item.Size;
            depth = Math.Max(depth, item.Depth);
        }

        return new(ConfigKind.List, "", line, column) { Items = items, Size = size, Depth = depth + 1 };
    }

    public static ConfigNode Object(IEnumerable<KeyValuePair<string, ConfigNode>> members, int line = 0, int column = 0)
    {
        var sorted = new List<KeyValuePair<string, ConfigNode>>(members);
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var ordered = new OrderedDictionary<string, ConfigNode>(sorted.Count, StringComparer.Ordinal);
        long size = 1;
        var depth = 0;
        foreach (var (key, value) in sorted)
        {
            ordered[key] = value;
            size += value.Size;
            depth = Math.Max(depth, value.Depth);
        }

        return new(ConfigKind.Object, "", line, column) { Members = ordered, Size = size, Depth = depth + 1 };
    }
}
