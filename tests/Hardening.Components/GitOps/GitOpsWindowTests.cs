using System.Globalization;
using FsCheck;
using FsCheck.Xunit;

namespace Hardening.Components.Tests.GitOps;

public sealed class GitOpsWindowTests
{
    private static GitOpsSyncWindowArgs Window(Action<GitOpsSyncWindowArgs>? change = null)
    {
        var window = new GitOpsSyncWindowArgs { Kind = "deny", Schedule = "0 22 * * 1-5", Duration = "8h", Applications = ["*"] };
        change?.Invoke(window);
        return window;
    }

    private static string Refused(Action<GitOpsSyncWindowArgs> change) => Project.Refused(args => args.SyncWindows = [Window(change)]);

    [Theory]
    [InlineData("* * * * *")]
    [InlineData("*/15 0-6,22 1,15 jan-mar,Dec sun")]
    [InlineData("0 5/2 ? * ?")]
    [InlineData("0 0 31 2 1")]
    [InlineData("0 0 29 2 *")]
    [InlineData("0 0 31 2 */2")]
    [InlineData("59 23 31 12 0-6/2")]
    public void A_schedule_of_cron_is_accepted(string schedule) => Assert.Equal("", Refused(window => window.Schedule = schedule));

    [Theory]
    [InlineData("", "has 0 fields, and five are needed: minute, hour, day of the month, month, day of the week")]
    [InlineData("0 0 22 * * 1", "has 6 fields, and five are needed: minute, hour, day of the month, month, day of the week")]
    [InlineData("@daily", "has 1 field, and five are needed: minute, hour, day of the month, month, day of the week")]
    [InlineData("CRON_TZ=Europe/Berlin 0 22 * * *", "names a time zone, which belongs into timeZone")]
    [InlineData("60 * * * *", "has 60 as minute, which goes from 0 to 59")]
    [InlineData("0 24 * * *", "has 24 as hour, which goes from 0 to 23")]
    [InlineData("0 0 0 * *", "has 0 as day of the month, which goes from 1 to 31")]
    [InlineData("0 0 * 13 *", "has 13 as month, which goes from 1 to 12")]
    [InlineData("0 0 * * 7", "has 7 as day of the week, which goes from 0 to 6")]
    [InlineData("0 6-2 * * *", "has 6-2 as hour, which goes from 0 to 23")]
    [InlineData("*/0 * * * *", "has */0 as minute, which is no list of numbers, ranges and steps")]
    [InlineData("1,,2 * * * *", "has  as minute, which is no list of numbers, ranges and steps")]
    [InlineData("*-5 * * * *", "has *-5 as minute, which is no list of numbers, ranges and steps")]
    [InlineData("1-2-3 * * * *", "has 1-2-3 as minute, which is no list of numbers, ranges and steps")]
    [InlineData("-1 * * * *", "has -1 as minute, which is no list of numbers, ranges and steps")]
    [InlineData("99999999999 * * * *", "has 99999999999 as minute, which is no list of numbers, ranges and steps")]
    [InlineData("0 0 * xyz *", "has xyz as month, which is no list of numbers, ranges and steps")]
    [InlineData("0 0 30 2 *", "names a day that no month of it has")]
    [InlineData("0 0 31 2 */1", "names a day that no month of it has")]
    [InlineData("0 0 30 2 1,*", "names a day that no month of it has")]
    [InlineData("0 0 31 4,6 ?/01", "names a day that no month of it has")]
    [InlineData("0 0 31 4,jun,9 *", "names a day that no month of it has")]
    public void What_is_no_schedule_is_refused(string schedule, string refusal) =>
        Assert.Equal($"syncWindows[0].schedule: {refusal} (got \"{schedule}\"); write it as \"0 22 * * 1-5\"", Refused(window => window.Schedule = schedule));

    [Property]
    public void Any_minutes_and_hours_within_bounds_are_accepted_and_no_others(byte minute, byte hour, PositiveInt step)
    {
        var schedule = string.Create(CultureInfo.InvariantCulture, $"{minute % 80}/{step.Get} {hour % 30} * * *");

        Assert.Equal(minute % 80 <= 59 && hour % 30 <= 23, Refused(window => window.Schedule = schedule).Length == 0);
    }

    [Property]
    public void Any_text_is_answered(string schedule, string duration, string zone) => Assert.NotNull(Refused(window => (window.Schedule, window.Duration, window.TimeZone) = (schedule, duration, zone)));

    [Theory]
    [InlineData("1h30m", null)]
    [InlineData("1.5h", null)]
    [InlineData("90s", null)]
    [InlineData("2562047h47m16.854775807s", null)]
    [InlineData("00000000000000000000001h", null)]
    [InlineData("2562047h47m16.854775808s", "is longer than 292 years")]
    [InlineData("999999999999999999h", "is longer than 292 years")]
    [InlineData("9999999999999999999999999999999999.5ns", "is longer than 292 years")]
    [InlineData("0.9ns0.9ns", "is no time at all")]
    [InlineData("0.000000000000000000000000000000000001h", "is no time at all")]
    [InlineData("", "is no duration")]
    [InlineData("1d", "is no duration")]
    [InlineData("8", "is no duration")]
    [InlineData("-1h", "is no duration")]
    [InlineData("0h", "is no time at all")]
    [InlineData("9999999h", "is longer than 292 years")]
    [InlineData("99999999999999999999h", "is longer than 292 years")]
    public void A_duration_is_one_of_go(string duration, string? refusal) => Assert.Equal(
        refusal is null ? "" : $"syncWindows[0].duration: {refusal} (got \"{duration}\"); write it in hours and minutes, such as 8h or 1h30m",
        Refused(window => window.Duration = duration));

    [Theory]
    [InlineData("Europe/Berlin", null)]
    [InlineData("UTC", null)]
    [InlineData("Europe/Berln", "did you mean Europe/Berlin?")]
    [InlineData("W. Europe Standard Time", "write it as Europe/Berlin")]
    [InlineData("", "write it as Europe/Berlin")]
    [InlineData("../../etc/passwd", "write it as Europe/Berlin")]
    public void A_time_zone_that_argo_cd_would_take_for_utc_is_refused(string zone, string? fix) => Assert.Equal(
        fix is null ? "" : $"syncWindows[0].timeZone: is no time zone that is known here, and Argo CD would take UTC in silence (got \"{zone}\"); {fix}",
        Refused(window => window.TimeZone = zone));

    [Fact]
    public void A_description_is_counted_in_bytes()
    {
        Assert.Equal("", Refused(window => window.Description = new string('x', 255)));
        Assert.StartsWith("syncWindows[0].description: is longer than 255 bytes, which is what Argo CD counts here (got \"ää", Refused(window => window.Description = new string('ä', 128)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_is_about_something_and_said_once() => Assert.Equal(
        """
        syncWindows[0].kind: is not a value that this argument knows (got "block"); write one of allow, deny
        syncWindows[0].applications: neither applications, namespaces nor clusters are stated, and the window would be about nothing; write applications: ["*"] for all of them
        syncWindows[1].namespaces[0]: is neither a name nor a pattern with * and ? (got "!shop"); write a name; windows know no negation
        syncWindows[1].namespaces[2]: is listed twice (got "a"); remove one of the two
        syncWindows[3]: is the same window as an earlier one; remove one of the two
        """,
        Project.Refused(args => args.SyncWindows =
        [
            Window(window => (window.Kind, window.Applications) = ("block", null)), Window(window => window.Namespaces = ["!shop", "a", "a"]), Window(),
            Window(window => (window.TimeZone, window.ManualSync) = ("UTC", true)),
        ]));
}
