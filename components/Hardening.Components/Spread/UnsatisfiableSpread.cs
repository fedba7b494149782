namespace Hardening.Components;

/// <summary>What the scheduler does with a pod that would be spread unevenly.</summary>
public static class UnsatisfiableSpread
{
    /// <summary>It prefers other nodes, and takes this one where there are none.</summary>
    public const string ScheduleAnyway = "ScheduleAnyway";

    /// <summary>It leaves the pod Pending.</summary>
    public const string DoNotSchedule = "DoNotSchedule";

    /// <summary>Every value, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [ScheduleAnyway, DoNotSchedule];
}
