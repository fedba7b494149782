namespace Hardening.Primitives;

/// <summary>Wildcards within one part of a DNS name.</summary>
internal static class LabelGlob
{
    /// <summary>
    /// Whether <paramref name="pattern"/> matches everything that <paramref name="text"/> does. A <c>*</c> of the text counts as a character that only a
    /// <c>*</c> of the pattern takes, so a text without wildcards is plainly matched.
    /// </summary>
    public static bool Covers(string pattern, string text)
    {
        var (p, t, star, retry) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = t;
            }
            else if (p < pattern.Length && pattern[p] == text[t] && text[t] != '*')
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
