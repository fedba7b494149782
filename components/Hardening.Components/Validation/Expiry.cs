using System.Globalization;

namespace Hardening.Components;

/// <summary>
/// Days on which exemptions end, written <c>2027-03-31</c>. The day itself still counts, in UTC. What is rendered never depends on
/// today's date: whether something has expired is asked with an explicit day.
/// </summary>
public static class Expiry
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Reads a day.</summary>
    /// <param name="text">The day as <c>2027-03-31</c>; no other form.</param>
    /// <param name="day">The day, when it could be read.</param>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Whether the day lies before <paramref name="asOf"/>; false when it cannot be read (which validation refuses).</summary>
    /// <param name="expires">The last day on which the exemption holds.</param>
    /// <param name="asOf">The day to judge by.</param>
    public static bool IsExpired(string? expires, DateOnly asOf) => TryParse(expires, out var day) && day < asOf;

    /// <summary>The last moment on which the exemption holds, in RFC 3339 as Kubernetes reads it: <c>2027-03-31T23:59:59Z</c>.</summary>
    /// <param name="expires">The last day on which the exemption holds, already validated.</param>
    public static string LastMoment(string expires) => expires + "T23:59:59Z";

    /// <summary>Refuses a missing or unreadable day.</summary>
    /// <param name="expires">The day as written.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="path">The argument's path.</param>
    public static void Check(string? expires, ProblemList problems, string path = "expires")
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (string.IsNullOrWhiteSpace(expires))
        {
            problems.Add(path, null, "an exemption needs its last day", "write the day as 2027-03-31, then review or renew it");
        }
        else if (!TryParse(expires, out _))
        {
            problems.Add(path, expires, "is not a day", "write an existing day as 2027-03-31");
        }
    }
}
