using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Hardening.Infra.StackFiles.Editing;

/// <summary>One value of a YAML text with the characters that it stands on.</summary>
/// <param name="Start">Index of its first character, its anchor or tag where it has one.</param>
/// <param name="End">Index after its last character; of a block mapping or sequence that of its last value.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
internal sealed record YamlPlace(int Start, int End, int Line, int Column)
{
    /// <summary>The scalar; null for everything else.</summary>
    public Scalar? Scalar { get; private init; }

    /// <summary>The anchor or alias that shares the value with other places; null where there is none.</summary>
    public string? Shared { get; private init; }

    public bool IsAlias { get; private init; }

    /// <summary>Whether a mapping or sequence is written in braces or brackets.</summary>
    public bool IsFlow { get; private init; }

    /// <summary>The members of a mapping in the order of the text; null for everything else.</summary>
    public IReadOnlyList<(YamlPlace Key, YamlPlace Value)>? Members { get; private init; }

    /// <summary>The items of a sequence; null for everything else.</summary>
    public IReadOnlyList<YamlPlace>? Items { get; private init; }

    /// <summary>The root of a text that <see cref="YamlReader"/> reads; null where the text is empty.</summary>
    public static YamlPlace? Read(string text)
    {
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        while (parser.MoveNext() && parser.Current is StreamStart or DocumentStart)
        {
        }

        return parser.Current is StreamEnd or null ? null : Read(parser);
    }

    /// <summary>The value of a member; null where the mapping has none of that name.</summary>
    public YamlPlace? Find(string key) => Members?.FirstOrDefault(member => member.Key.Scalar?.Value == key).Value;

    /// <summary>Reads the value whose first event is current, and stops on its last event.</summary>
    private static YamlPlace Read(Parser parser)
    {
        var start = parser.Current!;
        var place = new YamlPlace((int)start.Start.Index, (int)start.End.Index, (int)start.Start.Line, (int)start.Start.Column);
        switch (start)
        {
            case Scalar scalar:
                return place with { Scalar = scalar, Shared = NameOf(scalar.Anchor) };
            case AnchorAlias alias:
                return place with { IsAlias = true, Shared = alias.Value.Value };
            case SequenceStart sequence:
                var items = new List<YamlPlace>();
                while (parser.MoveNext() && parser.Current is not SequenceEnd)
                    items.Add(Read(parser));
                var flow = sequence.Style is SequenceStyle.Flow;
                return place with { Items = items, IsFlow = flow, Shared = NameOf(sequence.Anchor), End = EndOf(parser, flow, items.Count > 0 ? items[^1].End : place.End) };
            default:
                var mapping = (MappingStart)start;
                var members = new List<(YamlPlace Key, YamlPlace Value)>();
                while (parser.MoveNext() && parser.Current is not MappingEnd)
                {
                    var key = Read(parser);
                    parser.MoveNext();
                    members.Add((key, Read(parser)));
                }

                var inBraces = mapping.Style is MappingStyle.Flow;
                return place with { Members = members, IsFlow = inBraces, Shared = NameOf(mapping.Anchor), End = EndOf(parser, inBraces, members.Count > 0 ? members[^1].Value.End : place.End) };
        }
    }

    private static int EndOf(Parser parser, bool flow, int last) => flow ? (int)parser.Current!.Start.Index + 1 : last;

    private static string? NameOf(AnchorName anchor) => anchor.IsEmpty ? null : anchor.Value;
}
