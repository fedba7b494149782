namespace Hardening.Components;

/// <summary>How a workload learns that a Secret changed.</summary>
public static class RotationMethod
{
    /// <summary>
    /// A checksum over the sealed values in the pod template, which this program patches: pods restart when the deployment that seals anew reaches them. The controller needs a moment
    /// to unseal, and a pod that starts within it keeps the old value: <see cref="SealedSecretBundleArgs.WaitForSynced"/> makes the restart wait for it.
    /// </summary>
    public const string Checksum = "Checksum";

    /// <summary>Annotations for Reloader (stakater/Reloader), which has to run in the cluster and restarts the pods when the Secret itself changes.</summary>
    public const string Reloader = "Reloader";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [Checksum, Reloader];
}
