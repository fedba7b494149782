using System.Text.RegularExpressions;

namespace Hardening.Components;

/// <summary>
/// Which tags stay where they are. A tag counts as fixed when it names one build: by a complete version, a day, a commit or a build's number. Everything else is
/// taken to move, so that a branch needs no list to be known as one.
/// </summary>
/// <remarks>The patterns are read here and by CEL engines: only what both read alike is in them. They see tags in lower case.</remarks>
internal static class FixedTag
{
    /// <summary>Two numbers at the tag's beginning, after words: a complete version where the publisher has no third.</summary>
    public const string TwoNumbers = Prefix + "[0-9]+[.][0-9]+";

    /// <summary>A complete version: <c>1.29.3</c>, <c>v1.29.3-alpine3.20</c>, <c>release-1.29.3</c>. Not <c>3-alpine3.20.1</c>, whose version is that of something else.</summary>
    public const string Version = TwoNumbers + "[.][0-9]+";

    /// <summary>Words that say that a tag moves although a version stands beside them: <c>1.29.3-nightly</c>.</summary>
    public const string Moving = "(^|[-_.])(latest|main|master|trunk|head|tip|dev|devel|develop|development|edge|nightly|daily|rolling|snapshot|canary|next|unstable|testing)($|[-_.])";

    /// <summary>A day: <c>release.2025-09-07t16-13-09z</c>.</summary>
    public const string Day = "(^|[^0-9])20[0-9][0-9]-[01][0-9]-[0-3][0-9]($|[^0-9])";

    /// <summary>A word that may be a commit, a day without hyphens or a time: <c>sha-0a1b2c3</c>, <c>bookworm-20250908</c>. It has a digit besides.</summary>
    public const string Hexadecimal = "^[0-9a-f]{7,64}$";

    /// <summary>A word that is a build's number: <c>server-cuda-b6795</c>.</summary>
    public const string Build = "^[br][0-9]{3,}$";

    private const string Prefix = "^([a-z_]+[-_.])*v?";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly Regex TwoNumbersPattern = new(TwoNumbers, Options);
    private static readonly Regex VersionPattern = new(Version, Options);
    private static readonly Regex MovingPattern = new(Moving, Options);
    private static readonly Regex DayPattern = new(Day, Options);
    private static readonly Regex HexadecimalPattern = new(Hexadecimal, Options);
    private static readonly Regex BuildPattern = new(Build, Options);

    /// <summary>Whether a tag stays where it is.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="twoNumbers">Whether the image's publisher has versions of two numbers.</param>
    public static bool IsFixed(string tag, bool twoNumbers)
    {
        var text = tag.ToLowerInvariant();
        return ((twoNumbers ? TwoNumbersPattern : VersionPattern).IsMatch(text) && !MovingPattern.IsMatch(text))
            || DayPattern.IsMatch(text)
            || text.Split('-', '_', '.').Any(word => BuildPattern.IsMatch(word) || (HexadecimalPattern.IsMatch(word) && word.Any(char.IsAsciiDigit)));
    }
}
