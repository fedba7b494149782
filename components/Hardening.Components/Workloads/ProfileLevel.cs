namespace Hardening.Components;

/// <summary>Which level of the Pod Security Standards a profile keeps to.</summary>
internal static class ProfileLevel
{
    /// <summary>What pods of the restricted level may add.</summary>
    public const string RestrictedCapability = "NET_BIND_SERVICE";

    /// <summary>The container runtimes' default set, which the baseline level lets pods add.</summary>
    public static readonly string[] BaselineCapabilities =
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", RestrictedCapability, "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    ];

    public static string Of(string profile, IReadOnlyList<string> added) => profile switch
    {
        SecurityProfile.Privileged => PodSecurityLevel.Privileged,
        SecurityProfile.DropAll => added.All(capability => BaselineCapabilities.Contains(capability, StringComparer.Ordinal)) ? PodSecurityLevel.Baseline : PodSecurityLevel.Privileged,
        _ => PodSecurityLevel.Restricted,
    };

    public static bool IsWeaker(string level, string than) => Strictness(level) < Strictness(than);

    private static int Strictness(string level) => PodSecurityLevel.All.ToList().IndexOf(level);
}
