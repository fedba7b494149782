using System.Text.Json;

namespace Hardening.Infra.Recorded;

/// <summary>Reads the <c>items</c> of a Kubernetes list one by one, so that a list may be larger than memory.</summary>
internal sealed class JsonItems
{
    private const string ItemsKey = "items";
    private const int LargestItem = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    private readonly RecordedFile _file;
    private readonly ByteWindow _window;
    private JsonReaderState _state;
    private bool _isInItems;
    private bool _hasItems;
    private bool _isRootRead;

    private JsonItems(RecordedFile file, Stream stream)
    {
        _file = file;
        _window = new ByteWindow(stream, LargestItem);
    }

    /// <summary>The items; each document is valid until the next one is asked for.</summary>
    /// <exception cref="BadInputException">The stream holds no list of objects.</exception>
    public static IEnumerable<JsonElement> Read(RecordedFile file, Stream stream) => new JsonItems(file, stream).Read();

    private IEnumerable<JsonElement> Read()
    {
        Fill();
        if (_window.Span.StartsWith(ByteOrderMark))
            _window.Consume(ByteOrderMark.Length);
        while (true)
        {
            var step = Guarded();
            if (step is Step.Item)
            {
                using var document = JsonDocument.Parse(_item);
                yield return document.RootElement;
            }
            else if (step is Step.More)
            {
                Fill();
            }
            else
            {
                break;
            }
        }

        if (!_hasItems)
            throw new BadInputException(_file.Problem(null, "is no list of Kubernetes objects"));
    }

    private ReadOnlyMemory<byte> _item;

    private Step Guarded()
    {
        try
        {
            return Next();
        }
        catch (JsonException error)
        {
            var line = error.LineNumber is { } number ? FormattableString.Invariant($"line {number + 1}") : null;
            throw new BadInputException(_window.IsAtEnd && IsCutShort() ? _file.Problem(null, "ends before its JSON does") : _file.Problem(line, "is no JSON"));
        }
    }

    /// <summary>Whether the rest could be the beginning of something right: only more of it would tell.</summary>
    private bool IsCutShort()
    {
        if (!_isRootRead)
            return false;
        try
        {
            var reader = new Utf8JsonReader(_window.Span, isFinalBlock: false, _state);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private Step Next()
    {
        var reader = new Utf8JsonReader(_window.Span, _window.IsAtEnd, _state);
        while (true)
        {
            var before = reader.BytesConsumed;
            var state = reader.CurrentState;
            if (!reader.Read())
                return Commit(reader.BytesConsumed, reader.CurrentState, _window.IsAtEnd ? Step.Done : Step.More);
            if (!_isRootRead)
            {
                _isRootRead = true;
                if (reader.TokenType is not JsonTokenType.StartObject)
                    throw new BadInputException(_file.Problem(null, "is no list of Kubernetes objects"));
            }
            else if (_isInItems && reader.TokenType is JsonTokenType.EndArray)
            {
                _isInItems = false;
            }
            else if (_isInItems)
            {
                return Item(ref reader, before, state);
            }
            else if (reader.CurrentDepth == 1 && reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals(ItemsKey))
            {
                if (!reader.Read())
                    return Commit(before, state, Step.More);
                if (reader.TokenType is not JsonTokenType.StartArray)
                    throw new BadInputException(_file.Problem(ItemsKey, "is no list"));
                _isInItems = _hasItems = true;
            }
        }
    }

    private Step Item(ref Utf8JsonReader reader, long before, JsonReaderState state)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
            throw new BadInputException(_file.Problem(ItemsKey, "holds something that is no object"));
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
            return Commit(before, state, Step.More);
        _item = _window.Memory(start, (int)reader.BytesConsumed - start);
        return Commit(reader.BytesConsumed, reader.CurrentState, Step.Item);
    }

    private Step Commit(long consumed, JsonReaderState state, Step step)
    {
        _window.Consume((int)consumed);
        _state = state;
        return step;
    }

    private void Fill()
    {
        if (!_window.TryFill())
            throw new BadInputException(_file.Problem(null, "holds an object of more than 64 MiB, and no object of Kubernetes is that large"));
    }

    private enum Step
    {
        More,
        Item,
        Done,
    }
}
