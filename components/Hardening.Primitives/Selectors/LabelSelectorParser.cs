using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Hardening.Primitives;

/// <summary>Reads the conditions of a selector one after another; a comma between parentheses separates values, another one conditions.</summary>
internal ref struct LabelSelectorParser
{
    private const int LongestText = 8192;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create("=!,() \t");

    private readonly ReadOnlySpan<char> _text;
    private readonly SortedDictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly List<LabelRequirement> _expressions = [];
    private int _position;

    private LabelSelectorParser(ReadOnlySpan<char> text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out LabelSelector? value, out ParseError error)
    {
        value = null;
        if (text is null || text.Length > LongestText)
        {
            error = text is null ? ParseError.Whole("a selector cannot be missing") : new ParseError(LongestText, "a selector is at most 8192 characters long");
            return false;
        }

        var parser = new LabelSelectorParser(text);
        if (parser.ReadAll() is { } problem)
        {
            error = problem;
            return false;
        }

        error = default;
        value = new LabelSelector(parser._labels, parser._expressions);
        return true;
    }

    private ParseError? ReadAll()
    {
        SkipSpaces();
        if (_position == _text.Length)
        {
            return null;
        }

        while (true)
        {
            if (ReadCondition() is { } problem)
            {
                return problem;
            }

            SkipSpaces();
            if (_position == _text.Length)
            {
                return null;
            }

            if (_text[_position] != ',')
            {
                return new ParseError(_position, "a comma or the end is expected here");
            }

            _position++;
        }
    }

    private ParseError? ReadCondition()
    {
        SkipSpaces();
        var negated = Take("!");
        SkipSpaces();
        var start = _position;
        var key = ReadWord();
        if (KubernetesName.CheckLabelKey(key) is { } message)
        {
            return new ParseError(start, message);
        }

        SkipSpaces();
        if (negated)
        {
            _expressions.Add(new LabelRequirement(key, LabelOperator.DoesNotExist, []));
            return null;
        }

        if (_position == _text.Length || _text[_position] == ',')
        {
            _expressions.Add(new LabelRequirement(key, LabelOperator.Exists, []));
            return null;
        }

        return Take("!=") ? ReadValue(key, LabelOperator.NotIn)
            : Take("==") || Take("=") ? ReadValue(key, LabelOperator.In)
            : ReadSet(key);
    }

    private ParseError? ReadValue(string key, string op)
    {
        SkipSpaces();
        var start = _position;
        var value = ReadWord();
        if (KubernetesName.CheckLabelValue(value) is { } message)
        {
            return new ParseError(start, message);
        }

        if (op == LabelOperator.NotIn || !_labels.TryAdd(key, value))
        {
            _expressions.Add(new LabelRequirement(key, op, [value]));
        }

        return null;
    }

    private ParseError? ReadSet(string key)
    {
        var start = _position;
        var op = ReadWord() switch
        {
            "in" => LabelOperator.In,
            "notin" => LabelOperator.NotIn,
            _ => null,
        };
        SkipSpaces();
        if (op is null)
        {
            return new ParseError(start, "after a key comes =, ==, !=, in (…), notin (…), a comma or the end");
        }

        if (!Take("("))
        {
            return new ParseError(_position, "the values stand in parentheses");
        }

        var values = new SortedSet<string>(StringComparer.Ordinal);
        do
        {
            SkipSpaces();
            start = _position;
            var value = ReadWord();
            if (value.Length == 0 || KubernetesName.CheckLabelValue(value) is not null)
            {
                return new ParseError(start, KubernetesName.CheckLabelValue(value) ?? "a value is missing here");
            }

            values.Add(value);
            SkipSpaces();
        }
        while (Take(","));

        if (!Take(")"))
        {
            return new ParseError(_position, "a comma or a closing parenthesis is expected here");
        }

        _expressions.Add(new LabelRequirement(key, op, [.. values]));
        return null;
    }

    private string ReadWord()
    {
        var rest = _text[_position..];
        var length = rest.IndexOfAny(WordEnds);
        var word = length < 0 ? rest : rest[..length];
        _position += word.Length;
        return word.ToString();
    }

    private bool Take(string token)
    {
        if (!_text[_position..].StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        _position += token.Length;
        return true;
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t')
        {
            _position++;
        }
    }
}
