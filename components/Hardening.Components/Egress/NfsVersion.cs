namespace Hardening.Components;

/// <summary>Versions of the NFS protocol that differ in the ports they need.</summary>
public static class NfsVersion
{
    /// <summary>NFSv3: 2049, portmapper 111 and mountd, over TCP and UDP.</summary>
    public const string V3 = "v3";

    /// <summary>NFSv4: 2049 over TCP, nothing else.</summary>
    public const string V4 = "v4";

    /// <summary>Every value, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [V4, V3];
}
