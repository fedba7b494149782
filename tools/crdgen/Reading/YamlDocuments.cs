using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Crdgen.Reading;

/// <summary>Reads the documents of a YAML text. Depth and the size of written-out aliases are bounded.</summary>
internal sealed partial class YamlDocuments
{
    private readonly DocumentBounds _bounds = new();
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private readonly int _linesBefore;
    private readonly bool _splitLists;
    private bool _isBadlyIndented;

    private YamlDocuments(TextReader text, int firstLine, bool splitLists)
    {
        _parser = new Parser(new Scanner(text, skipComments: true));
        _linesBefore = firstLine - 1;
        _splitLists = splitLists;
    }

    /// <param name="utf8">The text.</param>
    /// <param name="firstLine">The line of its file that it begins in.</param>
    /// <param name="splitLists">Whether each of the <c>items</c> of a document is a document of its own.</param>
    /// <exception cref="SchemaException">The text is not YAML that can be read; the documents before that are given.</exception>
    public static IEnumerable<Node> Read(ReadOnlyMemory<byte> utf8, int firstLine = 1, bool splitLists = false) =>
        Read(Encoding.UTF8.GetString(utf8.Span), firstLine, splitLists);

    public static IEnumerable<Node> Read(string text, int firstLine = 1, bool splitLists = false)
    {
        var reader = new YamlDocuments(new StringReader(text), firstLine, splitLists);
        var documents = reader.Documents().GetEnumerator();
        var given = 0;
        while (reader.Move(documents, tolerant: true))
        {
            given++;
            yield return documents.Current;
        }

        if (!reader._isBadlyIndented)
        {
            yield break;
        }

        reader = new YamlDocuments(new StringReader(QuotedLines.Indent(text)), firstLine, splitLists);
        documents = reader.Documents().GetEnumerator();
        while (reader.Move(documents, tolerant: false))
        {
            if (given-- <= 0)
            {
                yield return documents.Current;
            }
        }
    }

    private bool Move(IEnumerator<Node> documents, bool tolerant)
    {
        try
        {
            return documents.MoveNext();
        }
        catch (SyntaxErrorException e) when (tolerant && e.Message.EndsWith("found wrong indentation.", StringComparison.Ordinal))
        {
            _isBadlyIndented = true;
            return false;
        }
        catch (YamlException e)
        {
            throw new SchemaException("", e.Message, _linesBefore + (int)e.Start.Line);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The scanner fails so where a line break inside braces is not indented, among others.
            throw new SchemaException("", "what follows is not YAML", _linesBefore + (int)(_parser.Current?.End.Line ?? 1));
        }
    }

    private IEnumerable<Node> Documents()
    {
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            _anchors.Clear();
            _bounds.StartDocument();
            if (_splitLists && _parser.Current is MappingStart)
            {
                foreach (var document in List())
                {
                    yield return document;
                    _bounds.StartDocument();
                }
            }
            else
            {
                yield return Value(0);
            }

            _parser.Consume<DocumentEnd>();
        }
    }

    /// <summary>Each of the items of a map, then the map without them.</summary>
    private IEnumerable<Node> List()
    {
        var line = Line;
        var members = new MemberList();
        _parser.Consume<MappingStart>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var (name, at) = Key(1);
            if (name == "items" && _parser.TryConsume<SequenceStart>(out _))
            {
                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    yield return Value(2);
                }
            }
            else
            {
                members.Add(name, Value(1), at);
            }
        }

        yield return Node.Map(members.ToArray(), line);
    }

    private int Line => _linesBefore + (int)(_parser.Current?.Start.Line ?? 1);

    private Node Value(int depth)
    {
        var current = _parser.Current ?? throw new SchemaException("", "the document ends too early");
        var line = Line;
        _bounds.Enter(depth, line);
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            var target = _anchors.GetValueOrDefault(alias.Value.Value)
                ?? throw new SchemaException("", $"the alias *{alias.Value.Value} names no anchor before it", line);
            _bounds.Count(target.Weight, line);
            return target;
        }

        var node = current switch
        {
            Scalar => Text(_parser.Consume<Scalar>(), line),
            SequenceStart => Sequence(depth, line),
            MappingStart => Mapping(depth, line),
            _ => throw new SchemaException("", "a value is expected", line),
        };
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor.Value] = node;
        }

        return node;
    }

    private Node Sequence(int depth, int line)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }

        return Node.List([.. items], line);
    }

    private Node Mapping(int depth, int line)
    {
        _parser.Consume<MappingStart>();
        var members = new MemberList();
        var merged = new List<Node>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var isMerge = _parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            var (name, at) = Key(depth + 1);
            var value = Value(depth + 1);
            if (isMerge && value.Kind is NodeKind.Map or NodeKind.List)
            {
                merged.AddRange(value.Kind == NodeKind.Map ? [value] : value.Items);
            }
            else
            {
                members.Add(name, value, at);
            }
        }

        foreach (var map in merged)
        {
            members.Merge(map);
        }

        return Node.Map(members.ToArray(), line);
    }

    private (string Name, int Line) Key(int depth)
    {
        var line = Line;
        var key = Value(depth);
        return key.Kind is NodeKind.List or NodeKind.Map ? throw new SchemaException("", "a key must be a scalar", line) : (key.Text, line);
    }

    private static Node Text(Scalar scalar, int line)
    {
        if (scalar.Value.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !IsPaired(scalar.Value))
        {
            throw new SchemaException("", "half of a surrogate pair is no text", line);
        }

        if (scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value.EndsWith(":str", StringComparison.Ordinal)))
        {
            return Node.Scalar(NodeKind.Text, scalar.Value, line);
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => Node.Plain(NodeKind.Null, "", line),
            "true" or "True" or "TRUE" => Node.Plain(NodeKind.Boolean, "true", line),
            "false" or "False" or "FALSE" => Node.Plain(NodeKind.Boolean, "false", line),
            var text when IsNumber(text) => Node.Plain(NodeKind.Number, text.TrimStart('+'), line),
            var text => Node.Plain(NodeKind.Text, text, line),
        };
    }

    private static bool IsPaired(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
        && NumberText().IsMatch(text)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value);

    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NumberText();
}
