namespace Hardening.Components;

/// <summary>How a workload learns that a Secret changed.</summary>
public static class RotationMethod
{
    /// <summary>
    /// A checksum over the sealed values in the pod template, which this program patches: pods restart when the deployment that seals anew reaches them. The controller needs a moment
    /// to unseal; a pod that starts within it still reads the old value.
    /// </summary>
    public const string Checksum = "Checksum";

    /// <summary>Annotations for Reloader (stakater/Reloader), which restarts the pods when the Secret itself changes.</summary>
    public const string Reloader = "Reloader";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [Checksum, Reloader];
}
