using System.Text;

namespace Crdgen.Reading;

/// <summary>
/// Indents the further lines of double-quoted texts. Those that Go's YAML writer breaks can begin below their own key, which it also reads; the
/// parser used here refuses that. The spaces that begin such a line are no part of the text.
/// </summary>
internal sealed class QuotedLines
{
    private readonly StringBuilder _result = new();

    // Inside a literal or folded block: the column which its lines are behind.
    private int _block = -1;

    // Inside a quoted text: its quote, and how far its lines are moved.
    private char _quote;
    private int _indent;

    private QuotedLines()
    {
    }

    /// <summary>The same text, with as many lines.</summary>
    public static string Indent(string text)
    {
        var lines = new QuotedLines();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines.Add(line);
        }

        return lines._result.ToString();
    }

    private void Add(ReadOnlySpan<char> line)
    {
        if (_quote == '"')
        {
            _result.Append(' ', _indent);
        }

        _result.Append(line).Append('\n');
        var start = line.IndexOfAnyExcept(' ');
        if (_quote != '\0')
        {
            Close(line);
        }
        else if (start >= 0 && start > _block)
        {
            if (_block < 0)
            {
                Read(line, start);
            }
        }
        else if (start >= 0)
        {
            _block = -1;
            Read(line, start);
        }
    }

    /// <summary>Reads a line that begins outside quoted texts and blocks: dashes, a key, the start of a value.</summary>
    private void Read(ReadOnlySpan<char> line, int column)
    {
        var parent = -1;
        while (line[column..].StartsWith("- ", StringComparison.Ordinal))
        {
            parent = column;
            column += 2 + Math.Max(0, line[(column + 2)..].IndexOfAnyExcept(' '));
        }

        var value = line[column..];
        var key = KeyLength(value);
        if (key >= 0)
        {
            parent = column;
            value = value[key..].TrimStart(' ');
        }

        while (value is ['&' or '!', ..])
        {
            var end = value.IndexOf(' ');
            value = end < 0 ? [] : value[end..].TrimStart(' ');
        }

        if (value is ['"' or '\'', ..])
        {
            _quote = value[0];
            _indent = column + 2;
            Close(value[1..]);
        }
        else if (value is ['|' or '>', ..])
        {
            _block = parent;
        }
    }

    /// <summary>How many characters a key and its colon take; -1 where the line has none.</summary>
    private static int KeyLength(ReadOnlySpan<char> text)
    {
        var from = text is ['"' or '\'', ..] ? ClosingQuote(text[1..], text[0]) + 2 : 0;
        if (text.IsEmpty || text[0] == '#' || (from == 1 && text[0] is '"' or '\''))
        {
            return -1;
        }

        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == ':' && (at + 1 == text.Length || text[at + 1] == ' '))
            {
                return at + 1;
            }
        }

        return -1;
    }

    private void Close(ReadOnlySpan<char> rest)
    {
        if (ClosingQuote(rest, _quote) >= 0)
        {
            _quote = '\0';
        }
    }

    private static int ClosingQuote(ReadOnlySpan<char> text, char quote)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                if (quote == '"' || at + 1 == text.Length || text[at + 1] != quote)
                {
                    return at;
                }

                at++;
            }
            else if (text[at] == '\\' && quote == '"')
            {
                at++;
            }
        }

        return -1;
    }
}
