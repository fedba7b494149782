namespace Crdgen.Reading;

/// <summary>A value read from YAML or JSON, with the line it starts on. Shared by reference where YAML uses an alias.</summary>
internal sealed class Node
{
    private const int Few = 12;

    private readonly string? _text;
    private readonly Node[]? _items;
    private readonly KeyValuePair<string, Node>[]? _members;
    private Dictionary<string, Node>? _byName;

    private Node(NodeKind kind, int line, string? text, Node[]? items, KeyValuePair<string, Node>[]? members)
    {
        Kind = kind;
        Line = line;
        _text = text;
        _items = items;
        _members = members;
        Weight = 1;
        foreach (var item in items ?? [])
        {
            Weight += item.Weight;
        }

        foreach (var member in members ?? [])
        {
            Weight += member.Value.Weight;
        }
    }

    public NodeKind Kind { get; }

    public int Line { get; }

    /// <summary>How many values there are when every alias is written out.</summary>
    public long Weight { get; }

    /// <summary>The scalar as written: a number keeps its digits.</summary>
    public string Text => _text ?? "";

    /// <summary>A scalar that YAML gives without quotes, so that a reader may take it for something else than a string.</summary>
    public bool IsPlain { get; private init; }

    public IReadOnlyList<Node> Items => _items ?? [];

    public IReadOnlyList<KeyValuePair<string, Node>> Members => _members ?? [];

    public Node? this[string name]
    {
        get
        {
            if (_members is null)
            {
                return null;
            }

            if (_members.Length > Few)
            {
                return (_byName ??= new Dictionary<string, Node>(_members, StringComparer.Ordinal)).GetValueOrDefault(name);
            }

            foreach (var member in _members)
            {
                if (member.Key == name)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The same value with the members of all maps in it sorted by name.</summary>
    public Node Sorted() => Kind switch
    {
        NodeKind.List => List([.. Items.Select(item => item.Sorted())], Line),
        NodeKind.Map => Map([.. Members.Select(member => KeyValuePair.Create(member.Key, member.Value.Sorted())).OrderBy(member => member.Key, StringComparer.Ordinal)], Line),
        _ => this,
    };

    public static Node Scalar(NodeKind kind, string text, int line = 0) => new(kind, line, text, null, null);

    public static Node Plain(NodeKind kind, string text, int line) => new(kind, line, text, null, null) { IsPlain = true };

    public static Node List(Node[] items, int line = 0) => new(NodeKind.List, line, null, items, null);

    public static Node Map(KeyValuePair<string, Node>[] members, int line = 0) => new(NodeKind.Map, line, null, null, members);
}
