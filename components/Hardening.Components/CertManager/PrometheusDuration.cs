using System.Globalization;
using System.Text.RegularExpressions;

namespace Hardening.Components;

/// <summary>Durations as Prometheus writes them: <c>1h30m</c>, units y, w, d, h, m, s and ms in this order, each at most once, or <c>0</c>.</summary>
internal static partial class PrometheusDuration
{
    private static readonly (string Unit, long Milliseconds)[] Units =
    [
        ("y", 365L * 86_400_000), ("w", 7L * 86_400_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
    ];

    /// <summary>Reads a duration; false when it has another form or is longer than Prometheus can hold (about 292 years).</summary>
    public static bool TryParse(string? text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        if (text == "0")
        {
            return true;
        }

        if (string.IsNullOrEmpty(text) || Form().Match(text) is not { Success: true } match)
        {
            return false;
        }

        decimal milliseconds = 0;
        foreach (var (unit, length) in Units)
        {
            if (match.Groups[unit] is { Success: true } part)
            {
                // Ten digits of years are already too many; more would overflow.
                if (part.Length > 18)
                {
                    return false;
                }

                milliseconds += decimal.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) * length;
            }
        }

        if (milliseconds > long.MaxValue / 1_000_000)
        {
            return false;
        }

        value = TimeSpan.FromMilliseconds((long)milliseconds);
        return true;
    }

    [GeneratedRegex(
        @"\A(?:(?<y>[0-9]+)y)?(?:(?<w>[0-9]+)w)?(?:(?<d>[0-9]+)d)?(?:(?<h>[0-9]+)h)?(?:(?<m>[0-9]+)m)?(?:(?<s>[0-9]+)s)?(?:(?<ms>[0-9]+)ms)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Form();
}
