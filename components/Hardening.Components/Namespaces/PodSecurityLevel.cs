namespace Hardening.Components;

/// <summary>Levels of the Pod Security Standards, from the laxest to the strictest.</summary>
public static class PodSecurityLevel
{
    /// <summary>No restriction.</summary>
    public const string Privileged = "privileged";

    /// <summary>Forbids known privilege escalations.</summary>
    public const string Baseline = "baseline";

    /// <summary>Demands current hardening practice of every pod.</summary>
    public const string Restricted = "restricted";

    /// <summary>Every level, laxest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Privileged, Baseline, Restricted];
}
