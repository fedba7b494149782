namespace Hardening.Primitives;

/// <summary>Patterns in which <c>*</c> stands for any characters, none included, and <c>?</c> for one. Nothing else is special, and case counts.</summary>
public static class Glob
{
    /// <summary>
    /// Whether a pattern matches everything that <paramref name="text"/> does. A <c>*</c> of the text counts as a character that only a <c>*</c> of the pattern takes, and a
    /// <c>?</c> as one that a <c>?</c> takes too, so that a text without wildcards is plainly matched.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">A text, or a narrower pattern.</param>
    public static bool Covers(string pattern, string text)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(text);
        var (p, t, star, retry) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry) = (p++, t);
            }
            else if (p < pattern.Length && text[t] != '*' && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++retry;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
