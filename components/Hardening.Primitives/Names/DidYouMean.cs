namespace Hardening.Primitives;

/// <summary>Finds what a misspelt word was probably meant to be.</summary>
public static class DidYouMean
{
    private const int LongestWord = 128;

    /// <summary>The candidate closest to <paramref name="word"/>, or <see langword="null"/> when none is close enough to be meant.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">The words that exist.</param>
    /// <remarks>
    /// Closeness counts inserted, deleted, replaced and swapped neighbouring letters, without regard to case; a third of the word may
    /// differ, at least one letter and at most three. Among equally close candidates the first in ordinal order wins.
    /// </remarks>
    public static string? Suggest(string? word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        if (string.IsNullOrEmpty(word) || word.Length > LongestWord)
        {
            return null;
        }

        string? best = null;
        var bestDistance = Math.Clamp(word.Length / 3, 1, 3) + 1;
        foreach (var candidate in candidates.Where(candidate => candidate.Length is > 0 and <= LongestWord).Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - word.Length) < bestDistance && Distance(word, candidate) is var distance && distance < bestDistance)
            {
                bestDistance = distance;
                best = candidate;
            }
        }

        return best;
    }

    private static int Distance(string left, string right)
    {
        // Three rows of the optimal string alignment table: swapped neighbours look two rows back.
        var (before, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
