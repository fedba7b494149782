namespace Crdgen.Reading;

/// <summary>A value read from YAML or JSON, with the line it starts on. Shared by reference where YAML uses an alias.</summary>
internal sealed class Node
{
    private static readonly Node[] NoItems = [];
    private readonly Dictionary<string, Node>? _byName;

    private Node(NodeKind kind, int line, string? text, IReadOnlyList<Node>? items, IReadOnlyList<KeyValuePair<string, Node>>? members)
    {
        Kind = kind;
        Line = line;
        Text = text ?? "";
        Items = items ?? NoItems;
        Members = members ?? [];
        var weight = 1L;
        foreach (var item in Items)
        {
            weight += item.Weight;
        }

        foreach (var member in Members)
        {
            weight += member.Value.Weight;
        }

        Weight = Math.Min(weight, long.MaxValue / 1_000_000);
        if (members is { Count: > 0 })
        {
            _byName = new Dictionary<string, Node>(members, StringComparer.Ordinal);
        }
    }

    public NodeKind Kind { get; }

    public int Line { get; }

    /// <summary>The scalar as written: a number keeps its digits.</summary>
    public string Text { get; }

    public IReadOnlyList<Node> Items { get; }

    public IReadOnlyList<KeyValuePair<string, Node>> Members { get; }

    /// <summary>How many values there are when every alias is written out.</summary>
    public long Weight { get; }

    public Node? this[string name] => _byName?.GetValueOrDefault(name);

    public static Node Scalar(NodeKind kind, string text, int line = 0) => new(kind, line, text, null, null);

    public static Node List(IReadOnlyList<Node> items, int line = 0) => new(NodeKind.List, line, null, items, null);

    public static Node Map(IReadOnlyList<KeyValuePair<string, Node>> members, int line = 0) => new(NodeKind.Map, line, null, null, members);
}
