using Pulumi;
using Pulumi.KubernetesCrds.SealedSecrets.V1alpha1;

namespace Hardening.Components;

/// <summary>
/// Secrets that may lie in Git: SealedSecrets out of data that <c>kubeseal</c> sealed, or sealed here with the controller's public certificate out of Pulumi secrets.
/// </summary>
/// <remarks>
/// <para>Children: <c>{name}-{namespace}.{secret}</c>. Only sealed text reaches them, and no plaintext is an input or an output of any resource, so that none is in a preview, in rendered
/// files or in the stack's state.</para>
/// <para>Sealing here is <c>pkg/crypto/crypto.go</c> of Sealed Secrets to the byte: AES-256-GCM under a session key of its own, which is in RSA-OAEP-SHA256 with the scope as its label. The
/// session key is not random: it is an HKDF-SHA256 output of <see cref="SealedSecretBundleArgs.SealingSeed"/> over certificate, label, key and plaintext. While none of them changes, the
/// sealed text does not, and nothing is deployed or restarted. Two things show for that: that a value has become what it was before, and, to whoever has the seed, whether a guessed
/// plaintext is right.</para>
/// </remarks>
public sealed class SealedSecretBundle : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:SealedSecretBundle";

    private readonly Dictionary<(string Namespace, string Name), Output<string>> _checksums = [];

    /// <summary>Creates the component.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">The Secrets, and what seals them.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem and shows no value.</exception>
    public SealedSecretBundle(string name, SealedSecretBundleArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<SealedSecretBundleArgs>.Of(nameof(SealedSecretBundle), name, args, Validate), options)
    {
    }

    internal SealedSecretBundle(string name, Accepted<SealedSecretBundleArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var certificate = args.Certificate is { } pem ? SealingCertificate.Read(pem, new ProblemList()) : null;
        foreach (var secret in args.Sealed ?? [])
        {
            var manifest = new SealedSecretManifest(secret, args, certificate?.Key);
            var checksum = manifest.Checksum();
            if (args.Mode != Rollout.Off)
            {
                // Whoever is told the checksum comes after the object, and after its unsealing where that is waited for.
                var made = new SealedSecret($"{name}-{secret.Namespace}.{secret.Name}", manifest.Create(args.WaitForSynced), new CustomResourceOptions { Parent = this });
                checksum = Output.Tuple(checksum, made.Urn).Apply(parts => parts.Item1);
            }

            _checksums.Add((secret.Namespace!, secret.Name!), checksum);
        }

        RegisterOutputs();
    }

    /// <summary>
    /// A checksum over one Secret's sealed values, for whatever has to notice that one changed. It is not secret: it is made of sealed text alone. A resource that has it among its inputs
    /// is created or changed after the SealedSecret, and, with <see cref="SealedSecretBundleArgs.WaitForSynced"/>, once the controller has unsealed it.
    /// </summary>
    /// <param name="namespace">The Secret's namespace.</param>
    /// <param name="name">The Secret's name.</param>
    /// <exception cref="ArgumentException">The bundle seals no such Secret.</exception>
    public Output<string> ChecksumOf(string @namespace, string name) =>
        _checksums.TryGetValue((@namespace, name), out var checksum) ? checksum : throw new ArgumentException($"the bundle seals no secret {@namespace}/{name}", nameof(name));

    /// <summary>Checks the arguments; paths are relative to them. What is not known yet is checked when it is.</summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(SealedSecretBundleArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        SealedSecretBundleChecks.Check(args, problems);
        return problems.ToResult();
    }

    /// <summary>What needs somebody's attention on a given day: a certificate that has expired, or is about to.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="asOf">The day to judge by.</param>
    public static IReadOnlyList<Finding> Findings(SealedSecretBundleArgs args, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(args);
        var certificate = string.IsNullOrWhiteSpace(args.Certificate) ? null : SealingCertificate.Read(args.Certificate, new ProblemList());
        return certificate?.Judge(asOf, args.CertificateDays ?? SealedSecretBundleArgs.DefaultCertificateDays) is { } message ? [new Finding("certificate", message)] : [];
    }
}
