using System.Text;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What Argo CD's API, and only that, refuses in a project's sync windows; and time zones, which it takes for UTC in silence where it does not know them.</summary>
internal static class SyncWindowRules
{
    private const int LongestDescription = 255;

    public static void Check(GitOpsProjectArgs args, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (args.SyncWindows?.Count ?? 0); i++)
        {
            var window = args.SyncWindows![i];
            var at = problems.At(i);
            Choice.Check(window.Kind, GitOpsWindowKind.All, at, "kind");
            if (CronSchedule.Check(window.Schedule) is { } schedule)
            {
                at.Add("schedule", window.Schedule, schedule, "write it as \"0 22 * * 1-5\"");
            }

            if (GoDuration.Check(window.Duration) is { } duration)
            {
                at.Add("duration", window.Duration, duration, "write it in hours and minutes, such as 8h or 1h30m");
            }

            CheckZone(window.TimeZone, at);
            CheckTargets(window, at);
            if (window.Description is { } description && Encoding.UTF8.GetByteCount(description) > LongestDescription)
            {
                at.Add("description", description, "is longer than 255 bytes, which is what Argo CD counts here", "shorten it; letters beyond ASCII take two bytes or more");
            }

            if (!seen.Add(Identity(window)))
            {
                at.Add(string.Empty, null, "is the same window as an earlier one", "remove one of the two");
            }
        }
    }

    private static void CheckZone(string? zone, ProblemList problems)
    {
        if (zone is null or "UTC" || (!TimeZoneInfo.TryConvertWindowsIdToIanaId(zone, out _) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.Id == zone && zone != "Local"))
        {
            return;
        }

        var known = TimeZoneInfo.GetSystemTimeZones().Select(each => each.Id);
        problems.Add("timeZone", zone, "is no time zone that is known here, and Argo CD would take UTC in silence", DidYouMean.Suggest(zone, known) is { } meant ? $"did you mean {meant}?" : "write it as Europe/Berlin");
    }

    private static void CheckTargets(GitOpsSyncWindowArgs window, ProblemList problems)
    {
        if (window.Applications is null or { Count: 0 } && window.Namespaces is null or { Count: 0 } && window.Clusters is null or { Count: 0 })
        {
            problems.Add("applications", null, "neither applications, namespaces nor clusters are stated, and the window would be about nothing", "write applications: [\"*\"] for all of them");
        }

        foreach (var (path, list) in new[] { ("applications", window.Applications), ("namespaces", window.Namespaces), ("clusters", window.Clusters) })
        {
            for (var i = 0; i < (list?.Count ?? 0); i++)
            {
                if (list![i].Length == 0 || list[i][0] == '!' || GlobPattern.HasBrackets(list[i]) || list[i].Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
                {
                    problems.At(path).At(i).Add(string.Empty, list[i], "is neither a name nor a pattern with * and ?", "write a name; windows know no negation");
                }
                else if (list.IndexOf(list[i]) < i)
                {
                    problems.At(path).At(i).Add(string.Empty, list[i], "is listed twice", "remove one of the two");
                }
            }
        }
    }

    private static string Identity(GitOpsSyncWindowArgs window) => string.Join(
        '\n',
        [window.Kind, window.Schedule, window.Duration, window.TimeZone ?? "UTC", window.AndOperator ? "and" : "or", .. window.Applications ?? [], string.Empty, .. window.Namespaces ?? [], string.Empty, .. window.Clusters ?? []]);
}
