using Hardening.Components.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Hardening.Components.Tests.Secrets;

/// <summary>The objects that a bundle makes.</summary>
public sealed class SealedSecretBundleTests
{
    [Fact]
    public async Task Data_that_kubeseal_sealed_is_taken_as_it_is()
    {
        var data = Bundles.Shaped();
        var stack = await RecordedStack.RunAsync(() => _ = new SealedSecretBundle("secrets", new() { Sealed = [new() { Namespace = "shop", Name = "payments", EncryptedData = new() { ["api-key"] = data } }] }));

        Assert.Equal(
            ("hardening:index:SealedSecretBundle", "kubernetes:bitnami.com/v1alpha1:SealedSecret", "secrets"),
            (stack["secrets"].Type, stack["secrets-shop.payments"].Type, stack["secrets-shop.payments"].Parent));
        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"payments","namespace":"shop"}""", stack["secrets-shop.payments"].Json("metadata"));
        Assert.Equal($$$"""{"encryptedData":{"api-key":"{{{data}}}"}}""", stack["secrets-shop.payments"].Json("spec"));
    }

    [Theory]
    [InlineData(SealingScope.NamespaceWide)]
    [InlineData(SealingScope.ClusterWide)]
    public async Task A_wider_scope_is_annotated_on_the_sealed_secret_and_on_its_template(string scope)
    {
        var stack = await RecordedStack.RunAsync(() => _ = new SealedSecretBundle("secrets", Bundles.Args(args => args.Sealed![0].Scope = scope)));

        var annotations = $$"""{"annotations":{"sealedsecrets.bitnami.com/{{scope}}":"true"}""";
        Assert.StartsWith(annotations, stack["secrets-shop.payments"].Json("metadata"), StringComparison.Ordinal);
        Assert.EndsWith(",\"template\":{\"metadata\":" + annotations + "}}}", stack["secrets-shop.payments"].Json("spec"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_labels_annotations_and_immutability_are_those_of_the_secret_to_be()
    {
        var secret = new BundledSecretArgs
        {
            Namespace = "shop", Name = "tls", Type = "kubernetes.io/tls", Immutable = true, Labels = new() { ["app"] = "shop" }, Annotations = new() { ["team"] = "payments" },
            EncryptedData = new() { ["tls.crt"] = Bundles.Shaped(), ["tls.key"] = Bundles.Shaped() },
        };
        var stack = await RecordedStack.RunAsync(() => _ = new SealedSecretBundle("secrets", new() { Sealed = [secret], WaitForSynced = true }));

        Assert.EndsWith(
            ""","template":{"immutable":true,"metadata":{"annotations":{"team":"payments"},"labels":{"app":"shop"}},"type":"kubernetes.io/tls"}}""",
            stack["secrets-shop.tls"].Json("spec"),
            StringComparison.Ordinal);
        Assert.StartsWith("""{"annotations":{"pulumi.com/waitFor":"condition=Synced"},""", stack["secrets-shop.tls"].Json("metadata"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_and_external_secrets_create_nothing()
    {
        var stack = await RecordedStack.RunAsync(() =>
        {
            _ = new SealedSecretBundle("off", Bundles.Args(args => args.Mode = Rollout.Off));
            _ = new SealedSecretBundle("external", new() { External = [new() { Namespace = "shop", Name = "by-hand", UsedBy = ["shop"], Reason = "made while the cluster was set up" }] });
        });

        Assert.Equal(["off", "external"], stack.Resources.Where(resource => resource.Resource is not Stack).Select(resource => resource.Name));
    }

    [Fact]
    public async Task What_is_sealed_is_no_secret_any_more_and_neither_is_its_checksum()
    {
        Output<string>? checksum = null;
        var stack = await RecordedStack.RunAsync(() => checksum = new SealedSecretBundle("secrets", Bundles.Args()).ChecksumOf("shop", "payments"));

        Assert.Matches("^[0-9a-f]{64}$", await OutputUtilities.GetValueAsync(checksum!));
        Assert.False(await Output.IsSecretAsync(checksum!));
        var spec = ((Pulumi.KubernetesCrds.SealedSecrets.V1alpha1.SealedSecret)stack["secrets-shop.payments"].Resource).Spec;
        Assert.False(await Output.IsSecretAsync(spec));
    }

    [Fact]
    public async Task A_checksum_changes_with_what_is_sealed_and_not_otherwise()
    {
        var checksums = new List<Output<string>>();
        await RecordedStack.RunAsync(() =>
        {
            checksums.Add(new SealedSecretBundle("one", Bundles.Args()).ChecksumOf("shop", "payments"));
            checksums.Add(new SealedSecretBundle("same", Bundles.Args()).ChecksumOf("shop", "payments"));
            checksums.Add(new SealedSecretBundle("other", Bundles.Args(args => args.Sealed = [Bundles.Secret("changed")])).ChecksumOf("shop", "payments"));
        });

        var values = await Task.WhenAll(checksums.Select(OutputUtilities.GetValueAsync));
        Assert.Equal(values[0], values[1]);
        Assert.NotEqual(values[0], values[2]);
    }

    [Fact]
    public async Task A_checksum_of_something_else_is_refused()
    {
        Exception? error = null;
        await RecordedStack.RunAsync(() => error = Record.Exception(() => new SealedSecretBundle("secrets", Bundles.Args()).ChecksumOf("shop", "payment")));

        Assert.Equal("the bundle seals no secret shop/payment (Parameter 'name')", Assert.IsType<ArgumentException>(error).Message);
    }

    [Theory]
    [InlineData("2026-12-31", 30, null)]
    [InlineData("2035-12-01", 30, null)]
    [InlineData("2035-12-02", 30, "certificate: the certificate expires on 2036-01-01; fetch the controller's with kubeseal --fetch-cert once the controller has a new one, and the values are sealed anew")]
    [InlineData("2035-12-02", 29, null)]
    [InlineData("2036-01-02", 0, "certificate: the certificate expired on 2036-01-01; fetch the controller's with kubeseal --fetch-cert, and the values are sealed anew")]
    [InlineData("2025-12-31", 30, "certificate: the certificate is not valid before 2026-01-01; fetch the controller's with kubeseal --fetch-cert")]
    public void A_certificate_that_ends_is_a_finding(string day, int days, string? finding)
    {
        var findings = SealedSecretBundle.Findings(Bundles.Args(args => args.CertificateDays = days), DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(finding is null ? [] : [finding], findings.Select(found => found.ToString()));
    }
}
