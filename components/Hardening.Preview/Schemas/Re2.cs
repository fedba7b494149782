using System.Globalization;
using System.Text;

namespace Hardening.Preview.Schemas;

/// <summary>
/// Rewrites a pattern from Go's RE2 syntax (the API server's) to .NET's where the two differ: <c>$</c> is the very end, <c>\d \w \s</c> are ASCII, Unicode
/// classes may lack braces, POSIX classes, named groups, <c>\Q…\E</c>, <c>\x{…}</c>, and <c>[</c> inside a class is a plain character.
/// </summary>
internal static class Re2
{
    private static readonly Dictionary<string, string> PosixClasses = new(StringComparer.Ordinal)
    {
        ["alnum"] = "0-9A-Za-z",
        ["alpha"] = "A-Za-z",
        ["ascii"] = @"\x00-\x7F",
        ["blank"] = @"\t ",
        ["cntrl"] = @"\x00-\x1F\x7F",
        ["digit"] = "0-9",
        ["graph"] = "!-~",
        ["lower"] = "a-z",
        ["print"] = " -~",
        ["punct"] = @"!-/:-@\[-`{-~",
        ["space"] = @"\t\n\v\f\r ",
        ["upper"] = "A-Z",
        ["word"] = "0-9A-Za-z_",
        ["xdigit"] = "0-9A-Fa-f",
    };

    /// <summary>The pattern for .NET, or null where .NET has no way to say it.</summary>
    public static string? ToDotNet(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\')
            {
                if (!Escape(pattern, ref i, inClass, result))
                {
                    return null;
                }
            }
            else if (char.IsSurrogate(c))
            {
                return null;
            }
            else if (inClass)
            {
                inClass = InsideClass(pattern, ref i, result, out var isKnown);
                if (!isKnown)
                {
                    return null;
                }
            }
            else if (c == '[')
            {
                inClass = true;
                StartClass(pattern, ref i, result);
            }
            else if (c == '$')
            {
                result.Append(@"\z");
            }
            else if (c == '(' && pattern.AsSpan(i).StartsWith("(?P<", StringComparison.Ordinal))
            {
                result.Append("(?<");
                i += 3;
            }
            else if (c == '(' && IsForeignGroup(pattern.AsSpan(i)))
            {
                return null;
            }
            else
            {
                result.Append(c);
            }
        }

        return inClass ? null : result.ToString();
    }

    /// <summary>The flag <c>U</c> swaps greediness, and <c>m</c> moves the ends to lines: both would need another rewriting.</summary>
    private static bool IsForeignGroup(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("(?", StringComparison.Ordinal))
        {
            return false;
        }

        var end = rest.IndexOfAny(')', ':');
        return end < 0 || rest[..end].ContainsAny('U', 'm');
    }

    private static void StartClass(string pattern, ref int i, StringBuilder result)
    {
        result.Append('[');
        if (i + 1 < pattern.Length && pattern[i + 1] == '^')
        {
            result.Append('^');
            i++;
        }

        // A bracket right behind the start closes nothing.
        if (i + 1 < pattern.Length && pattern[i + 1] == ']')
        {
            result.Append(@"\]");
            i++;
        }
    }

    private static bool InsideClass(string pattern, ref int i, StringBuilder result, out bool isKnown)
    {
        isKnown = true;
        var c = pattern[i];
        if (c == ']')
        {
            result.Append(']');
            return false;
        }

        if (c != '[')
        {
            result.Append(c);
            return true;
        }

        if (!pattern.AsSpan(i).StartsWith("[:", StringComparison.Ordinal))
        {
            result.Append(@"\[");
            return true;
        }

        var end = pattern.IndexOf(":]", i, StringComparison.Ordinal);
        isKnown = end > 0 && PosixClasses.TryGetValue(pattern[(i + 2)..end], out var members) && result.Append(members) is not null;
        i = isKnown ? end + 1 : i;
        return true;
    }

    private static bool Escape(string pattern, ref int i, bool inClass, StringBuilder result)
    {
        if (++i >= pattern.Length)
        {
            return false;
        }

        var c = pattern[i];
        switch (c)
        {
            case 'd' or 'w' or 's':
                var members = c switch { 'd' => "0-9", 'w' => "0-9A-Za-z_", _ => @"\t\n\f\r " };
                result.Append(inClass ? members : $"[{members}]");
                return true;
            case 'D' or 'W' or 'S':
                var excluded = c switch { 'D' => "0-9", 'W' => "0-9A-Za-z_", _ => @"\t\n\f\r " };
                result.Append($"[^{excluded}]");
                return !inClass;
            case 'p' or 'P':
                return UnicodeClass(pattern, ref i, c, result);
            case 'Q':
                return Quoted(pattern, ref i, result);
            case 'x' when i + 1 < pattern.Length && pattern[i + 1] == '{':
                return CodePoint(pattern, ref i, result);
            case 'C':
                return false;
            default:
                result.Append('\\').Append(c);
                return !char.IsAsciiDigit(c);
        }
    }

    private static bool UnicodeClass(string pattern, ref int i, char letter, StringBuilder result)
    {
        if (++i >= pattern.Length)
        {
            return false;
        }

        if (pattern[i] != '{')
        {
            result.Append($"\\{letter}{{{pattern[i]}}}");
            return true;
        }

        var end = pattern.IndexOf('}', i);
        if (end < 0)
        {
            return false;
        }

        var name = pattern[(i + 1)..end];
        i = end;
        if (name.StartsWith('^'))
        {
            (letter, name) = (letter == 'p' ? 'P' : 'p', name[1..]);
        }

        result.Append($"\\{letter}{{{name}}}");

        // Go knows scripts (Greek) where .NET knows blocks (IsGreek): only the general categories are the same.
        return name.Length <= 2;
    }

    private static bool Quoted(string pattern, ref int i, StringBuilder result)
    {
        var end = pattern.IndexOf(@"\E", i, StringComparison.Ordinal);
        var text = end < 0 ? pattern[(i + 1)..] : pattern[(i + 1)..end];
        result.Append(System.Text.RegularExpressions.Regex.Escape(text));
        i = end < 0 ? pattern.Length : end + 1;
        return true;
    }

    private static bool CodePoint(string pattern, ref int i, StringBuilder result)
    {
        var end = pattern.IndexOf('}', i);
        if (end < 0 || !int.TryParse(pattern.AsSpan(i + 2, end - i - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > 0xFFFF)
        {
            return false;
        }

        result.Append(CultureInfo.InvariantCulture, $"\\u{code:X4}");
        i = end;
        return true;
    }
}
