using System.Text.Json;

namespace Crdgen.Reading;

/// <summary>
/// Reads the JSON documents that a text begins with, one after another or with <c>---</c> between them, into the same values as YAML. Where
/// something else follows, <see cref="Rest"/> says where.
/// </summary>
internal sealed class JsonDocuments(ReadOnlyMemory<byte> utf8, bool splitLists)
{
    /// <summary>What starts like JSON and is YAML all the same, such as braces with a comment inside, is small and written by hand.</summary>
    private const int MaximumYaml = 1024 * 1024;

    /// <summary>The reader's own bound is beyond ours, which has its own words.</summary>
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1_000_000 };

    private readonly DocumentBounds _bounds = new();
    private readonly TextPool _texts = new();
    private JsonReaderState _state;
    private int _position;
    private int _counted;
    private int _line = 1;

    /// <summary>Where the part begins that is not JSON; null where the text ends before.</summary>
    public int? Rest { get; private set; }

    public IEnumerable<Node> Read()
    {
        while (SkipToDocument())
        {
            var start = _position;
            var line = Line(start);
            var given = 0;
            using var document = Document().GetEnumerator();
            SchemaException? failure;
            while (Move(document, line, out failure))
            {
                given++;
                yield return document.Current;
            }

            if (failure is not null)
            {
                Rest = given == 0 && utf8.Length - start < MaximumYaml ? start : throw failure;
                yield break;
            }
        }
    }

    private static bool Move(IEnumerator<Node> document, int line, out SchemaException? failure)
    {
        failure = null;
        try
        {
            return document.MoveNext();
        }
        catch (JsonException e)
        {
            var position = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            failure = new SchemaException("", position < 0 ? e.Message : e.Message[..position], line + (int)(e.LineNumber ?? 0));
            return false;
        }
    }

    private bool SkipToDocument()
    {
        var span = utf8.Span;
        for (var at = _position; at < span.Length; at++)
        {
            switch (span[at])
            {
                case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t':
                    continue;
                case (byte)'-' when _position > 0 && span[at..].StartsWith("---"u8):
                    at += 2;
                    continue;
                case (byte)'{' or (byte)'[':
                    _position = at;
                    return true;
                default:
                    Rest = _position;
                    return false;
            }
        }

        return false;
    }

    private IEnumerable<Node> Document()
    {
        _state = new JsonReaderState(Options);
        _bounds.StartDocument();
        if (!splitLists || utf8.Span[_position] != (byte)'{')
        {
            yield return Value();
            yield break;
        }

        var members = new MemberList();
        var line = Line(_position);
        Token();
        while (Token() is { } name)
        {
            if (name == "items" && IsListNext())
            {
                Token();
                while (Item() is { } item)
                {
                    yield return item;
                    _bounds.StartDocument();
                }
            }
            else
            {
                members.Add(name, Value(), Line(_position));
            }
        }

        yield return Node.Map(members.ToArray(), line);
    }

    private Utf8JsonReader Continue() => new(utf8.Span[_position..], isFinalBlock: true, _state);

    private void Keep(in Utf8JsonReader reader)
    {
        _position += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <summary>Reads a bracket or a key; gives the key.</summary>
    private string? Token()
    {
        var reader = Continue();
        reader.Read();
        var name = reader.TokenType == JsonTokenType.PropertyName ? Text(ref reader) : null;
        Keep(reader);
        return name;
    }

    private bool IsListNext()
    {
        var reader = Continue();
        return reader.Read() && reader.TokenType == JsonTokenType.StartArray;
    }

    private Node Value()
    {
        var reader = Continue();
        reader.Read();
        var value = Convert(ref reader, 1);
        Keep(reader);
        return value;
    }

    private Node? Item()
    {
        var reader = Continue();
        reader.Read();
        var item = reader.TokenType == JsonTokenType.EndArray ? null : Convert(ref reader, 2);
        Keep(reader);
        return item;
    }

    private Node Convert(ref Utf8JsonReader reader, int depth)
    {
        var line = Line(_position + (int)reader.TokenStartIndex);
        _bounds.Enter(depth, line);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new MemberList();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var at = Line(_position + (int)reader.TokenStartIndex);
                    var name = Text(ref reader);
                    reader.Read();
                    members.Add(name, Convert(ref reader, depth + 1), at);
                }

                return Node.Map(members.ToArray(), line);
            case JsonTokenType.StartArray:
                var items = new List<Node>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Convert(ref reader, depth + 1));
                }

                return Node.List([.. items], line);
            case JsonTokenType.String:
                return Node.Scalar(NodeKind.Text, Text(ref reader), line);
            case JsonTokenType.Number:
                return Node.Scalar(NodeKind.Number, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), line);
            case JsonTokenType.True or JsonTokenType.False:
                return Node.Scalar(NodeKind.Boolean, reader.TokenType == JsonTokenType.True ? "true" : "false", line);
            default:
                return Node.Scalar(NodeKind.Null, "", line);
        }
    }

    private string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return _texts.Get(ref reader);
        }
        catch (InvalidOperationException)
        {
            throw new SchemaException("", "half of a surrogate pair is no text", Line(_position + (int)reader.TokenStartIndex));
        }
    }

    /// <summary>The line of a position that is not before the last one asked for.</summary>
    private int Line(int position)
    {
        _line += utf8.Span[_counted..position].Count((byte)'\n');
        _counted = position;
        return _line;
    }
}
