using System.Diagnostics.CodeAnalysis;

namespace Hardening.Primitives;

/// <summary>Reads versions: numbers, then a pre-release after a hyphen, then build metadata after a plus.</summary>
internal static class SemanticVersionParser
{
    private const int MostDigits = 9;
    private const int LongestText = 256;

    public static bool TryParse(string? text, [NotNullWhen(true)] out SemanticVersion? value, out ParseError error)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            error = ParseError.Whole("a version cannot be empty");
            return false;
        }

        if (text.Length > LongestText)
        {
            error = new ParseError(LongestText, "a version is at most 256 characters long");
            return false;
        }

        var start = text[0] == 'v' ? 1 : 0;
        var suffix = text.AsSpan(start).IndexOfAny('-', '+');
        var end = suffix < 0 ? text.Length : start + suffix;
        var plus = text.IndexOf('+', end);
        var preReleaseEnd = plus < 0 ? text.Length : plus;
        Span<int> numbers = [0, 0, 0];
        var problem = ReadNumbers(text, start, end, numbers)
            ?? (end < text.Length && text[end] == '-' ? CheckIdentifiers(text, end + 1, preReleaseEnd, "a pre-release") : null)
            ?? (plus < 0 ? null : CheckIdentifiers(text, plus + 1, text.Length, "build metadata"));
        if (problem is { } found)
        {
            error = found;
            return false;
        }

        error = default;
        value = new SemanticVersion(numbers[0], numbers[1], numbers[2], end < preReleaseEnd ? text[(end + 1)..preReleaseEnd] : string.Empty, text);
        return true;
    }

    private static ParseError? ReadNumbers(string text, int start, int end, Span<int> numbers)
    {
        var part = 0;
        var partStart = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && text[i] != '.')
            {
                if (!char.IsAsciiDigit(text[i]))
                {
                    return new ParseError(i, "a version's parts are numbers");
                }

                if (i - partStart >= MostDigits)
                {
                    return new ParseError(i, "a version's part has at most 9 digits");
                }

                numbers[part] = (numbers[part] * 10) + (text[i] - '0');
                continue;
            }

            if (i == partStart)
            {
                return new ParseError(i, "a number is missing here");
            }

            if (i < end && ++part == numbers.Length)
            {
                return new ParseError(i, "a version has at most three numbers");
            }

            partStart = i + 1;
        }

        return null;
    }

    private static ParseError? CheckIdentifiers(string text, int start, int end, string what)
    {
        var partStart = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && text[i] != '.')
            {
                if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] != '-')
                {
                    return new ParseError(i, $"{what} has only letters, digits, hyphens and dots");
                }

                continue;
            }

            if (i == partStart)
            {
                return new ParseError(i, $"a part of {what} is missing here");
            }

            partStart = i + 1;
        }

        return null;
    }
}
