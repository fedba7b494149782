using Hardening.Preview.Common;

namespace Hardening.Preview.Yaml;

/// <summary>
/// Chooses the style of a string. Plain is for what cannot be anything but a string in YAML 1.1, in YAML 1.2 and in the readers that mix them
/// (kubectl reads 1.1 words, others 1.2 numbers); whatever is in doubt is quoted.
/// </summary>
internal static class ScalarStyles
{
    /// <summary>Characters that are safe anywhere in a plain scalar of a block context, except for the rules about <c>: </c>, <c> #</c> and the ends.</summary>
    private static readonly CharacterSet PlainCharacters =
        new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-:@+=~^$ ()<>,;*&!?%|");

    /// <summary>What numbers, dates, times and base-60 numbers are made of: a scalar of these alone that starts with a digit may be one.</summary>
    private static readonly CharacterSet NumberCharacters = new("0123456789abcdefABCDEFxXoO_.,:+-tTzZ ");

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf", "infinity",
    };

    public static ScalarStyle Choose(string text)
    {
        if (IsPlain(text))
        {
            return ScalarStyle.Plain;
        }

        var hasLineFeed = false;
        var hasSingleQuote = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                hasLineFeed = true;
            }
            else if (c == '\'')
            {
                hasSingleQuote = true;
            }
            else if (!IsPrintable(text, i))
            {
                return ScalarStyle.DoubleQuoted;
            }
        }

        if (hasLineFeed)
        {
            return IsLiteral(text) ? ScalarStyle.LiteralBlock : ScalarStyle.DoubleQuoted;
        }

        return hasSingleQuote ? ScalarStyle.DoubleQuoted : ScalarStyle.SingleQuoted;
    }

    /// <summary>Whether the UTF-16 unit may stand unescaped in a quoted scalar or a literal block.</summary>
    public static bool IsPrintable(string text, int index)
    {
        var c = text[index];
        if (c is >= ' ' and <= '~')
        {
            return true;
        }

        if (char.IsHighSurrogate(c))
        {
            return index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        }

        if (char.IsLowSurrogate(c))
        {
            return index > 0 && char.IsHighSurrogate(text[index - 1]);
        }

        // Line and paragraph separators and the byte order mark mean something to YAML 1.1 readers.
        return c is >= '\u00A0' and not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF');
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || text[^1] is ' ' or ':' || !PlainCharacters.ContainsAll(text))
        {
            return false;
        }

        var first = text[0];
        var mayStart = char.IsAsciiLetter(first) ? !IsWord(text)
            : char.IsAsciiDigit(first) ? !NumberCharacters.ContainsAll(text)
            : first == '/' || (first == '-' && text.Length > 2 && text[1] == '-' && char.IsAsciiLetter(text[2]));
        return mayStart && !text.Contains(": ", StringComparison.Ordinal);
    }

    private static bool IsWord(string text) => text.Length <= 8 && Words.Contains(text);

    private static bool IsLiteral(string text)
    {
        if (text[0] is ' ' or '\n' or '\t')
        {
            return false;
        }

        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            // Spaces at the end of a line survive in a literal block, but not in every editor.
            if (text[i - 1] is ' ' or '\t')
            {
                return false;
            }
        }

        return text[^1] is not (' ' or '\t');
    }
}
