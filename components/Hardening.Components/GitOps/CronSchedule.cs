using System.Globalization;

namespace Hardening.Components;

/// <summary>
/// Five fields of cron as Argo CD's parser (robfig/cron) reads them: <c>*</c>, numbers, ranges, steps, lists, names of months and days. What it reads in silence as something else
/// (<c>*-5</c>, <c>1,,2</c>) is refused.
/// </summary>
internal static class CronSchedule
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly (string Name, int Min, int Max, string[] Names)[] Fields =
        [("minute", 0, 59, []), ("hour", 0, 23, []), ("day of the month", 1, 31, []), ("month", 1, 12, Months), ("day of the week", 0, 6, Days)];

    private static readonly int[] LongestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Why a schedule is refused; null when it is accepted.</summary>
    public static string? Check(string? text)
    {
        var fields = (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length > 0 && fields[0].Contains("TZ=", StringComparison.Ordinal))
        {
            return "names a time zone, which belongs into timeZone";
        }

        if (fields.Length != Fields.Length)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {fields.Length} {(fields.Length == 1 ? "field" : "fields")}, and five are needed: minute, hour, day of the month, month, day of the week");
        }

        var values = new List<HashSet<int>>(Fields.Length);
        for (var i = 0; i < fields.Length; i++)
        {
            var set = new HashSet<int>();
            foreach (var part in fields[i].Split(','))
            {
                if (Read(part, i, set) is { } message)
                {
                    return message;
                }
            }

            values.Add(set);
        }

        return fields[4].Split(',').Any(IsStar) && !values[3].Any(month => values[2].Any(day => day <= LongestMonths[month - 1])) ? "names a day that no month of it has" : null;
    }

    /// <summary>Whether a part of the days of the week leaves the choice to the days of the month, as Argo CD's parser has it; any other adds to them.</summary>
    private static bool IsStar(string part) =>
        part[0] is '*' or '?' && (part.Length == 1 || (int.TryParse(part.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step == 1));

    private static string? Read(string part, int field, HashSet<int> into)
    {
        var (name, min, max, _) = Fields[field];
        var slash = part.Split('/');
        var range = slash[0].Split('-');
        var step = 1;
        if (slash.Length > 2 || range.Length > 2 || (slash.Length == 2 && (!int.TryParse(slash[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step == 0)))
        {
            return $"has {part} as {name}, which is no list of numbers, ranges and steps";
        }

        int first;
        int last;
        if (slash[0] is "*" or "?")
        {
            (first, last) = (min, max);
        }
        else if (Value(range[0], field) is { } from && Value(range[^1], field) is { } to)
        {
            (first, last) = (from, range.Length == 1 && slash.Length == 2 ? max : to);
        }
        else
        {
            return $"has {part} as {name}, which is no list of numbers, ranges and steps";
        }

        if (first < min || last > max || first > last)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {part} as {name}, which goes from {min} to {max}");
        }

        for (var value = first; value <= last; value += Math.Min(step, max + 1))
        {
            into.Add(value);
        }

        return null;
    }

    private static int? Value(string text, int field)
    {
        var named = Array.FindIndex(Fields[field].Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? named + Fields[field].Min : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
