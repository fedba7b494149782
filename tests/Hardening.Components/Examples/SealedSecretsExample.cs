using Pulumi;

namespace Hardening.Components.Tests.Examples;

internal static class SealedSecretsExample
{
    public static void Run()
    {
        var (certificate, sealingSeed, apiKey) = (Secrets.SealingKeys.First.Certificate, Output.CreateSecret(Secrets.SealingKeys.Seed), Output.CreateSecret("open sesame"));

        // <example>
        var secrets = new SealedSecretBundle("secrets", new()
        {
            Certificate = certificate,   // kubeseal --fetch-cert
            SealingSeed = sealingSeed,   // openssl rand -base64 32
            WaitForSynced = true,
            Sealed = [new() { Namespace = "shop", Name = "payments", Data = new() { ["api-key"] = apiKey } }],
            External = [new() { Namespace = "shop", Name = "admin-auth", UsedBy = ["web"], Reason = "made by hand while the cluster is set up" }],
        });
        _ = new SecretRotation("web", new()
        {
            Namespace = "shop",
            Workload = "web",
            Secrets = [new() { Name = "payments", Checksum = secrets.ChecksumOf("shop", "payments") }],
        }, new() { DependsOn = { secrets } });
        // </example>
    }
}
