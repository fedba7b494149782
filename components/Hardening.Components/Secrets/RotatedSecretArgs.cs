using Pulumi;

namespace Hardening.Components;

/// <summary>One Secret whose changes restart a workload.</summary>
public sealed class RotatedSecretArgs : ResourceArgs
{
    /// <summary>Its name, in the workload's namespace. Required.</summary>
    [Input("name", required: true)]
    public string? Name { get; set; }

    /// <summary>
    /// What changes when the Secret does: <see cref="SealedSecretBundle.ChecksumOf"/>. Required by <see cref="RotationMethod.Checksum"/>, which cannot follow a Secret that something
    /// else makes. Never a value of the Secret, nor a hash of one.
    /// </summary>
    [Input("checksum")]
    public Input<string>? Checksum { get; set; }
}
