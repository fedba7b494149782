using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The patterns that projects are written in here: <c>*</c> and <c>?</c>. Argo CD also reads brackets and braces, which reviewers do not.</summary>
internal static class GlobPattern
{
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    public static bool HasBrackets(string text) => text.AsSpan().IndexOfAny("[]{}\\") >= 0;

    /// <summary>Whether a pattern says nothing at all.</summary>
    public static bool IsEverything(string text) => text.Length > 0 && text.AsSpan().Trim('*').IsEmpty;

    /// <summary>Whether a pattern says nothing about a name, which is never empty: <c>*</c>, and <c>?*</c> as well.</summary>
    public static bool IsEveryName(string text) => text.Contains('*', StringComparison.Ordinal) && text.AsSpan().Trim("*?").IsEmpty;

    /// <summary>
    /// Whether the pattern, in which <c>*</c> crosses everything, matches a text as Argo CD's library (gobwas/glob) says it does: where a star parts two plain
    /// texts, these may overlap, so that <c>kube-s*system</c> is <c>kube-system</c> too.
    /// </summary>
    public static bool Matches(string pattern, string text)
    {
        var (first, last) = (pattern.IndexOf('*', StringComparison.Ordinal), pattern.LastIndexOf('*'));
        return first > 0 && last < pattern.Length - 1 && IsEverything(pattern[first..(last + 1)]) && !pattern.Contains('?', StringComparison.Ordinal)
            ? text.StartsWith(pattern[..first], StringComparison.Ordinal) && text.EndsWith(pattern[(last + 1)..], StringComparison.Ordinal)
            : Glob.Covers(pattern, text);
    }
}
