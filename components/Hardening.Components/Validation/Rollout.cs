namespace Hardening.Components;

/// <summary>How far a control is rolled out. Each control accepts the values that make sense for it and refuses the others.</summary>
public static class Rollout
{
    /// <summary>The control creates nothing.</summary>
    public const string Off = "Off";

    /// <summary>The control reports what it would refuse and refuses nothing.</summary>
    public const string Audit = "Audit";

    /// <summary>The control answers a request that it would refuse with a warning, reports it, and lets it pass.</summary>
    public const string Warn = "Warn";

    /// <summary>The control refuses.</summary>
    public const string Enforce = "Enforce";

    /// <summary>Every value, from the loosest to the strictest.</summary>
    public static IReadOnlyList<string> All { get; } = [Off, Audit, Warn, Enforce];
}
