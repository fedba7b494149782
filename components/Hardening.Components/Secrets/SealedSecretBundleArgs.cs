using Pulumi;

namespace Hardening.Components;

/// <summary>What <see cref="SealedSecretBundle"/> needs to know: the Secrets, and what seals those that are not sealed yet.</summary>
public sealed class SealedSecretBundleArgs : ResourceArgs
{
    /// <summary>How many days before its last one a certificate is a finding, unless stated otherwise.</summary>
    public const int DefaultCertificateDays = 30;

    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>, which creates nothing.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>
    /// The controller's public certificate, PEM, as <c>kubeseal --fetch-cert</c> prints it. Required where values are sealed here; it is public. With another certificate
    /// every value is sealed anew.
    /// </summary>
    [Input("certificate")]
    public string? Certificate { get; set; }

    /// <summary>From how many days before its end on the certificate is a finding. Default: 30.</summary>
    [Input("certificateDays")]
    public int? CertificateDays { get; set; }

    /// <summary>
    /// At least 32 random bytes in base64 (<c>openssl rand -base64 32</c>). Session keys come out of it, so that sealing again gives the same text and nobody without it can try
    /// plaintexts against what is in Git. Required where values are sealed here; counts as a Pulumi secret.
    /// </summary>
    [Input("sealingSeed")]
    public Input<string>? SealingSeed { get; set; }

    /// <summary>The scope of every Secret that states none: one of <see cref="SealingScope.All"/>. Default: <see cref="SealingScope.Strict"/>.</summary>
    [Input("scope")]
    public string? Scope { get; set; }

    /// <summary>
    /// Whether a deployment waits until the controller has unsealed each SealedSecret (<c>pulumi.com/waitFor: condition=Synced</c>), and so fails on one that does not unseal. Of one that
    /// changes the new text is waited for: the provider compares the generation that the controller has observed. Default: false.
    /// </summary>
    [Input("waitForSynced")]
    public bool WaitForSynced { get; set; }

    /// <summary>The Secrets to make. Required, unless there are external ones.</summary>
    [Input("sealed")]
    public List<BundledSecretArgs>? Sealed { get; set; }

    /// <summary>Secrets that something else makes. Nothing is created for them; one that is sealed as well is refused.</summary>
    [Input("external")]
    public List<ExternalSecretArgs>? External { get; set; }
}
