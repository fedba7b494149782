namespace Hardening.Components;

/// <summary>What a workload's containers may do, from the strictest to the laxest.</summary>
public static class SecurityProfile
{
    /// <summary>As <see cref="Restricted"/>, and no container writes to its image's file system.</summary>
    public const string RestrictedReadOnly = "RestrictedReadOnly";

    /// <summary>No root, no way to more privileges, every capability dropped, a seccomp profile, nothing of the host.</summary>
    public const string Restricted = "Restricted";

    /// <summary>Every capability dropped but those that are added by name, nothing of the host. Devices come as resources of a device plugin.</summary>
    public const string DropAll = "DropAll";

    /// <summary>Nothing is demanded.</summary>
    public const string Privileged = "Privileged";

    /// <summary>Every profile, the strictest first.</summary>
    public static IReadOnlyList<string> All { get; } = [RestrictedReadOnly, Restricted, DropAll, Privileged];
}
