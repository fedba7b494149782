using System.Globalization;

namespace Hardening.Preview.Schemas;

/// <summary>Dates, times and durations as the API server reads them.</summary>
internal static class TimeFormats
{
    private const int DateLength = 10;
    private const int LongestNumber = 18;

    private static readonly string[] Units = ["ns", "us", "µs", "ms", "s", "m", "h", "hr", "d", "w", "wk"];
    private static readonly string[] LongUnits = ["nano", "micro", "milli", "sec", "min", "hour", "day", "week"];

    public static bool IsDate(ReadOnlySpan<char> text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>RFC 3339: a date, a time to the second or finer, and a zone, which is not optional.</summary>
    public static bool IsDateTime(string text)
    {
        var span = text.AsSpan();
        if (span.Length <= DateLength + 9 || span[DateLength] is not ('T' or 't') || !IsDate(span[..DateLength]))
        {
            return false;
        }

        var time = span[(DateLength + 1)..];
        if (!IsPair(time, 0, "23") || time[2] != ':' || !IsPair(time, 3, "59") || time[5] != ':' || !IsPair(time, 6, "59"))
        {
            return false;
        }

        var zone = time[8..];
        if (zone[0] == '.')
        {
            var digits = 1;
            while (digits < zone.Length && char.IsAsciiDigit(zone[digits]))
            {
                digits++;
            }

            if (digits == 1)
            {
                return false;
            }

            zone = zone[digits..];
        }

        return zone is "Z" or "z" || (zone.Length == 6 && zone[0] is '+' or '-' && IsPair(zone, 1, "99") && zone[3] == ':' && IsPair(zone, 4, "99"));
    }

    /// <summary>Numbers with a unit each, from nanoseconds to weeks, in Go's spelling or in words; <c>0</c> needs none.</summary>
    public static bool IsDuration(string text)
    {
        if (text is "0" or "+0" or "-0")
        {
            return true;
        }

        var isFound = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            var length = i - start;
            while (i < text.Length && char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            var unit = i;
            while (i < text.Length && (char.IsAsciiLetter(text[i]) || text[i] is 'µ' or 'μ'))
            {
                i++;
            }

            if (i > unit)
            {
                if (length > LongestNumber)
                {
                    return false;
                }

                isFound |= IsUnit(text[unit..i].Replace('μ', 'µ'));
            }

            // What ended the unit may start the next number.
            i--;
        }

        return isFound;
    }

    private static bool IsUnit(string unit)
        => Units.Contains(unit, StringComparer.OrdinalIgnoreCase) || Array.Exists(LongUnits, known => unit.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    private static bool IsPair(ReadOnlySpan<char> text, int at, string most)
        => char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && text.Slice(at, 2).SequenceCompareTo(most) <= 0;
}
