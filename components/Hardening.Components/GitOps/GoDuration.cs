using System.Globalization;
using System.Text.RegularExpressions;

namespace Hardening.Components;

/// <summary>Durations as Go reads them: numbers with units h, m, s, ms, us and ns, such as <c>1h30m</c>. There is no day.</summary>
internal static partial class GoDuration
{
    private const decimal Longest = long.MaxValue;
    private const int DigitsOfLongest = 19;
    private const string TooLong = "is longer than 292 years";

    /// <summary>Why a duration of a sync window is refused; null when it is accepted.</summary>
    public static string? Check(string? text)
    {
        if (text is null || Form().Match(text) is not { Success: true } match)
        {
            return "is no duration";
        }

        var nanoseconds = 0m;
        for (var i = 0; i < match.Groups["number"].Captures.Count; i++)
        {
            var number = match.Groups["number"].Captures[i].ValueSpan.TrimStart('0');
            var unit = match.Groups["unit"].Captures[i].Value switch
            {
                "h" => 3_600_000_000_000m,
                "m" => 60_000_000_000m,
                "s" => 1_000_000_000m,
                "ms" => 1_000_000m,
                "ns" => 1m,
                _ => 1_000m,
            };

            // A number of more digits does not fit, in any unit.
            if (number.IndexOf('.') is > DigitsOfLongest || (!number.Contains('.') && number.Length > DigitsOfLongest))
            {
                return TooLong;
            }

            var value = number is "" or "." ? 0 : decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            if (value > Longest / unit)
            {
                return TooLong;
            }

            // Parts of a nanosecond are no time.
            nanoseconds += decimal.Truncate(value * unit);
        }

        return nanoseconds > Longest ? TooLong : nanoseconds == 0 ? "is no time at all" : null;
    }

    [GeneratedRegex(@"\A(?:(?<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?<unit>ns|us|µs|μs|ms|s|m|h))+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Form();
}
