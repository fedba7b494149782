using System.Globalization;

namespace Hardening.Infra.StackFiles;

/// <summary>
/// An unquoted date in a stack file reaches a program as the text that Go prints for a time: <c>2027-03-31</c> becomes
/// <c>2027-03-31 00:00:00 +0000 UTC</c>. So it does here.
/// </summary>
internal static class YamlTimestamp
{
    private static readonly string[] DateForms = ["yyyy-M-d"];

    private static readonly string[] LocalForms = ["yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-d H:m:s"];

    private static readonly string[] OffsetForms =
    [
        "yyyy-M-d'T'H:m:s.FFFFFFFK", "yyyy-M-d't'H:m:s.FFFFFFFK", "yyyy-M-d'T'H:m:sK", "yyyy-M-d't'H:m:sK",
    ];

    public static bool TryFormat(string text, out string formatted)
    {
        formatted = "";
        if (text.Length < 8 || text[4] is not '-' || !text.AsSpan(0, 4).ContainsOnlyDigits())
            return false;
        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            formatted = Print(date) + " +0000 UTC";
            return true;
        }

        var hasOffset = text[^1] is 'Z' || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] is ':');
        if (!hasOffset || !DateTimeOffset.TryParseExact(text, OffsetForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return false;
        var offset = instant.Offset.ToString("hhmm", CultureInfo.InvariantCulture);
        var zone = (instant.Offset < TimeSpan.Zero ? "-" : "+") + offset;
        formatted = Print(instant.DateTime) + (instant.Offset == TimeSpan.Zero ? " +0000 UTC" : $" {zone} {zone}");
        return true;
    }

    /// <summary>The day that a date text names: <c>2027-03-31</c>, or what Go or JSON make of an unquoted one.</summary>
    public static string DayOf(string text)
    {
        const string goSuffix = " 00:00:00 +0000 UTC";
        const string jsonSuffix = "T00:00:00Z";
        if (text.EndsWith(goSuffix, StringComparison.Ordinal))
            return text[..^goSuffix.Length];
        return text.EndsWith(jsonSuffix, StringComparison.Ordinal) ? text[..^jsonSuffix.Length] : text;
    }

    private static string Print(DateTime value) => value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture).TrimEnd('.');

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
