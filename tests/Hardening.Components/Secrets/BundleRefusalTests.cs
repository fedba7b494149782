using System.Security.Cryptography;
using FsCheck;
using FsCheck.Xunit;
using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Secrets;

/// <summary>What a bundle refuses, word for word, and never with a value.</summary>
public sealed class BundleRefusalTests
{
    private const string Seal = "seal the value again and copy it whole; if this is the value itself, it has leaked: replace it";
    private const string Fetch = "fetch the controller's with kubeseal --fetch-cert";

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() => Assert.Equal(
        """
        certificate: is missing, and values are sealed for the controller alone; write what kubeseal --fetch-cert prints
        sealingSeed: is missing, and without it nothing can be sealed that stays the same and cannot be guessed; make one with openssl rand -base64 32 and keep it as a secret
        sealed[0].namespace: a name cannot be empty; write the namespace of the secret
        sealed[0].name: a name cannot be empty; write the name of the secret
        sealed[1].encryptedData: neither encryptedData nor data is stated; write what kubeseal printed below encryptedData
        external[0].namespace: a name cannot be empty; write the namespace of the secret
        external[0].name: a name cannot be empty; write the name of the secret
        external[0].usedBy: nobody is named; name who reads it; a secret that nobody reads can go
        external[0].reason: is missing; say how it is made and why it is not sealed, for whoever has to make it again
        """,
        Refusal.All(SealedSecretBundle.Validate(new()
        {
            Sealed = [new() { Data = new() { ["key"] = "value" } }, new() { Namespace = "shop", Name = "payments" }],
            External = [new()],
        })));

    [Fact]
    public void An_empty_bundle_is_refused() => Assert.Equal("sealed: no secret is listed; list the secrets to seal, or the external ones", Refusal.Of(SealedSecretBundle.Validate(new())));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("hunter2!", "is no base64")]
    [InlineData("aHVudGVyMg", "is no base64")]
    [InlineData("aHVu dGVy", "is no base64")]
    [InlineData("aA==", "is too short for a sealed value")]
    [InlineData("aHVudGVyMg==", "does not begin with the length of an RSA modulus, as every sealed value does")]
    public void What_kubeseal_did_not_print_is_refused_without_being_shown(string value, string refusal) => Assert.Equal(
        $"sealed[0].encryptedData[api-key]: {refusal}: kubeseal did not print it so; {Seal}",
        Bundles.Refused(args => args.Sealed = [new() { Namespace = "shop", Name = "payments", EncryptedData = new() { ["api-key"] = value } }]));

    [Fact]
    public void A_sealed_value_that_lost_its_end_is_refused() => Assert.Equal(
        $"sealed[0].encryptedData[api-key]: is cut off: a sealed value has at least 16 bytes after its RSA part: kubeseal did not print it so; {Seal}",
        Bundles.Refused(args => args.Sealed = [new() { Namespace = "shop", Name = "payments", EncryptedData = new() { ["api-key"] = Bundles.Shaped(value: 15) } }]));

    [Theory]
    [InlineData(257)]
    [InlineData(375)]
    [InlineData(2048)]
    public void A_controller_may_have_a_key_of_any_length(int modulus) => Assert.Empty(SealedSecretBundle.Validate(Bundles.Args(args =>
        args.Sealed = [new() { Namespace = "shop", Name = "payments", EncryptedData = new() { ["api-key"] = Bundles.Shaped(modulus) } }])).Problems);

    [Theory]
    [InlineData("patch", false)]
    [InlineData("managed", false)]
    [InlineData("another", true)]
    public void A_Secret_without_an_owner_is_one_that_the_controller_is_told_to_manage(string other, bool isRefused)
    {
        var problems = SealedSecretBundle.Validate(Bundles.Args(args => args.Sealed![0].Annotations = new()
        {
            ["sealedsecrets.bitnami.com/skip-set-owner-references"] = "true",
            [$"sealedsecrets.bitnami.com/{other}"] = "true",
        })).Problems;
        Assert.Equal(
            isRefused
                ? ["sealed[0].annotations[sealedsecrets.bitnami.com/skip-set-owner-references]: makes the controller refuse the Secret that it has just made: it is neither its owner nor told to manage it (got \"true\"); add sealedsecrets.bitnami.com/managed: \"true\""]
                : Array.Empty<string>(),
            problems.Select(problem => problem.ToString()));
    }

    [Property]
    public void Hostile_sealed_data_is_accepted_by_its_shape_alone(byte[] noise, NonNull<string> text)
    {
        foreach (var value in new[] { text.Get, Convert.ToBase64String(noise ?? []), Convert.ToBase64String([1, 0, .. noise ?? []]) })
        {
            var result = SealedSecretBundle.Validate(Bundles.Args(args => args.Sealed = [new() { Namespace = "shop", Name = "payments", EncryptedData = new() { ["k"] = value } }]));
            Assert.All(result.Problems, problem => Assert.Null(problem.Value));
            Assert.True(!result.IsValid || Convert.FromBase64String(value).Length >= 2 + 256 + 16);
        }
    }

    [Theory]
    [InlineData("c2hvcnQ=", "is shorter than 32 bytes")]
    [InlineData("hunter2 hunter2 hunter2 hunter2!", "is no base64")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "repeats a few bytes: it is not random")]
    public async Task A_seed_that_can_be_guessed_is_refused_when_it_is_known_and_when_it_becomes_known(string seed, string refusal)
    {
        var told = $"sealingSeed: {refusal}; make one with openssl rand -base64 32 and keep it as a secret";
        Assert.Equal(told, Bundles.Refused(args => args.SealingSeed = seed));

        var later = Output.CreateSecret(Task.Delay(20).ContinueWith(_ => seed, TaskScheduler.Default));
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Bundles.SealAsync(Bundles.Args(args => args.SealingSeed = later)));
        Assert.Contains(told, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(seed, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_is_none_is_refused()
    {
        var pem = SealingKeys.First.Certificate;
        Assert.Equal($"certificate: is no PEM; {Fetch}", Bundles.Refused(args => args.Certificate = "controller.pem"));
        Assert.Equal("certificate: holds something beside one certificate; keep the controller's current one and nothing else", Bundles.Refused(args => args.Certificate = pem.Trim() + "x"));
        Assert.Equal("certificate: is missing, and values are sealed for the controller alone; write what kubeseal --fetch-cert prints", Bundles.Refused(args => args.Certificate = " "));
        Assert.Equal("certificate: holds something beside one certificate; keep the controller's current one and nothing else", Bundles.Refused(args => args.Certificate = pem + SealingKeys.Second.Certificate));
        Assert.Equal("certificate: holds something beside one certificate; keep the controller's current one and nothing else", Bundles.Refused(args => args.Certificate = "subject=CN = sealed-secret\n" + pem));
        Assert.Equal($"certificate: is PEM of a PUBLIC KEY, not of a CERTIFICATE; {Fetch}", Bundles.Refused(args => args.Certificate = SealingKeys.First.Key.ExportSubjectPublicKeyInfoPem()));
        Assert.Equal($"certificate: is no X.509 certificate; {Fetch}", Bundles.Refused(args => args.Certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"));
        Assert.Equal(
            $"certificate: is a private key, which belongs in no plan; replace that key wherever it is used, and {Fetch}",
            Bundles.Refused(args => args.Certificate = SealingKeys.First.Key.ExportPkcs8PrivateKeyPem()));
    }

    [Property(MaxTest = 300)]
    public void A_hostile_certificate_is_judged_and_never_crashes(NonNull<string> text, byte[] noise, NonNegativeInt at, byte changed)
    {
        var pem = SealingKeys.First.Certificate;
        using var whole = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(pem);
        var bent = whole.RawData.ToArray();
        bent[at.Get % bent.Length] ^= changed;
        foreach (var certificate in new[] { text.Get, PemEncoding.WriteString("CERTIFICATE", noise ?? []), PemEncoding.WriteString("CERTIFICATE", bent), pem[..(at.Get % pem.Length)] })
        {
            var args = Bundles.Args(args => args.Certificate = certificate);
            Assert.All(SealedSecretBundle.Validate(args).Problems, problem => Assert.Null(problem.Value));
            Assert.NotNull(SealedSecretBundle.Findings(args, new DateOnly(2026, 11, 22)));
        }
    }

    [Fact]
    public void A_certificate_of_a_weak_or_another_key_is_refused()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=x", curve, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));

        Assert.Equal($"certificate: has no RSA key, and the controller unseals with RSA alone; {Fetch}", Bundles.Refused(args => args.Certificate = certificate.ExportCertificatePem()));
        Assert.Equal(
            "certificate: has an RSA key of 1024 bits; use one of 2048 to 16384 bits; the controller makes 4096",
            Bundles.Refused(args => args.Certificate = SealingKeys.Make(1024).Certificate));
    }

    [Fact]
    public void Scopes_keys_types_and_annotations_are_those_that_the_controller_knows() => Assert.Equal(
        """
        mode: is not a value that this argument knows (got "Audit"); write one of Off, Enforce
        scope: is not a value that this argument knows (got "Strict"); did you mean strict? It is one of strict, namespace-wide, cluster-wide
        certificateDays: is no number of days from 0 to 3650 (got "-1"); write 30, or leave it out
        sealed[0].scope: is not a value that this argument knows (got "namespace"); write one of strict, namespace-wide, cluster-wide
        sealed[0].labels[a b]: a key's name has 1 to 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit; respell the key as name or domain/name
        sealed[0].annotations[sealedsecrets.bitnami.com/cluster-wide]: follows from the scope; write scope: cluster-wide instead
        sealed[0].encryptedData: data and encryptedData are both stated; keep one: sealed data as it is, or data that is sealed here
        sealed[0].encryptedData[..]: is no key of a Secret; use letters, digits, hyphens, underscores and dots, at most 253
        sealed[0].data[a/b]: is no key of a Secret; use letters, digits, hyphens, underscores and dots, at most 253
        sealed[0].type: needs the key tls.crt and tls.key (got "kubernetes.io/tls"); add it, or leave the type out
        sealed[1].type: is made by Kubernetes for a service account, never from values (got "kubernetes.io/service-account-token"); leave the secret out
        sealed[2].type: needs the key username or password (got "kubernetes.io/basic-auth"); add one, or leave the type out
        """,
        Bundles.Refused(args =>
        {
            (args.Mode, args.Scope, args.CertificateDays) = (Rollout.Audit, "Strict", -1);
            args.Sealed =
            [
                new()
                {
                    Namespace = "shop", Name = "payments", Scope = "namespace", Labels = new() { ["a b"] = "c" }, Annotations = new() { ["sealedsecrets.bitnami.com/cluster-wide"] = "true" },
                    Type = "kubernetes.io/tls", EncryptedData = new() { [".."] = Bundles.Shaped() }, Data = new() { ["a/b"] = "c" },
                },
                new() { Namespace = "shop", Name = "token", Type = "kubernetes.io/service-account-token", Data = new() { ["token"] = "t" } },
                new() { Namespace = "shop", Name = "auth", Type = "kubernetes.io/basic-auth", Data = new() { ["user"] = "u" } },
            ];
        }));

    [Fact]
    public void A_secret_is_sealed_once_and_never_external_as_well() => Assert.Equal(
        """
        sealed[1].name: sealed[0] is the same secret (got "payments"); keep one of them
        external[0].name: sealed[0] seals this secret, and an external one is made by somebody else (got "payments"); keep one of them
        external[2].name: external[1] is the same secret (got "other"); keep one of them
        """,
        Bundles.Refused(args =>
        {
            args.Sealed!.Add(Bundles.Secret());
            args.External = [External("payments"), External("other"), External("other")];
        }));

    [Fact]
    public void A_text_without_a_utf8_form_is_refused() => Assert.Equal(
        "sealed[0].data[api-key]: holds half a surrogate pair and is no text; seal bytes that are no text with kubeseal --from-file",
        Bundles.Refused(args => args.Sealed = [Bundles.Secret("a\ud800b")]));

    [Fact]
    public void What_works_and_is_probably_not_meant_is_warned_of() => Assert.Equal(
        [
            "scope: whoever may create a SealedSecret in any namespace can read the values there",
            "sealed[0].immutable: the controller cannot change the Secret once it exists: a new value needs a new name",
        ],
        SealedSecretBundle.Validate(Bundles.Args(args => (args.Scope, args.Sealed![0].Immutable) = (SealingScope.ClusterWide, true))).Warnings.Select(warning => warning.ToString()));

    [Fact]
    public void Missing_entries_and_values_are_refused() => Assert.Equal(
        """
        sealed[0]: the entry is missing; write it or remove the entry
        sealed[1].data[key]: has no value; write one, or leave the key out
        external[0]: the entry is missing; write it or remove the entry
        """,
        Bundles.Refused(args =>
        {
            args.Sealed = [null!, new() { Namespace = "shop", Name = "payments", Data = new() { ["key"] = null! } }];
            args.External = [null!];
        }));

    private static ExternalSecretArgs External(string name) => new() { Namespace = "shop", Name = name, UsedBy = ["shop"], Reason = "made by hand" };
}
