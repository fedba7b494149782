using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:secrets</c>. No value of the section is ever shown, whether it is secret or not.</summary>
internal static class SecretsReader
{
    private const int MostDays = 3650;

    public static SecretsPlan? Read(PlanObject? section, RolloutPlan rollout, SecretValues values)
    {
        if (section is null)
            return null;
        var args = new SealedSecretBundleArgs
        {
            Mode = rollout.ModeOf(Controls.SealedSecrets),
            Certificate = section.Text("certificate"),
            CertificateDays = section.Integer("certificateDays", 0, MostDays),
            SealingSeed = values.Read(section, "sealingSeed"),
            Scope = section.Text("scope", SealingScope.All),
            WaitForSynced = section.Bool("waitForSynced") ?? false,
            Sealed = section.ObjectsOrNull("sealed")?.ConvertAll(item => ReadSealed(item, values)),
            External = section.ObjectsOrNull("external")?.ConvertAll(ReadExternal),
        };
        var rotation = section.Objects("rotation").ConvertAll(item => ReadRotation(item, rollout));
        section.Done<SealedSecretBundleArgs>();
        return new SecretsPlan(args, rotation);
    }

    private static BundledSecretArgs ReadSealed(PlanObject item, SecretValues values)
    {
        var args = new BundledSecretArgs
        {
            Namespace = item.Text("namespace"),
            Name = item.Text("name"),
            Scope = item.Text("scope", SealingScope.All),
            Type = item.Text("type"),
            Immutable = item.Bool("immutable"),
            Labels = item.TextMap("labels"),
            Annotations = item.TextMap("annotations"),
            EncryptedData = item.TextMap("encryptedData"),
            Data = values.ReadMap(item, "data"),
        };
        item.Done<BundledSecretArgs>();
        return args;
    }

    private static ExternalSecretArgs ReadExternal(PlanObject item)
    {
        var args = new ExternalSecretArgs { Namespace = item.Text("namespace"), Name = item.Text("name"), UsedBy = item.TextsOrNull("usedBy"), Reason = item.Text("reason") };
        item.Done<ExternalSecretArgs>();
        return args;
    }

    private static RotationPlan ReadRotation(PlanObject item, RolloutPlan rollout)
    {
        var args = new SecretRotationArgs
        {
            Mode = rollout.ModeOf(Controls.SecretRotation),
            Namespace = item.Text("namespace"),
            Workload = item.Text("workload"),
            Kind = item.Text("kind", WorkloadKind.All),
            Method = item.Text("method", RotationMethod.All),
            Secrets = item.TextsOrNull("secrets")?.ConvertAll(name => new RotatedSecretArgs { Name = name }),
        };
        item.Done<SecretRotationArgs>();
        return new RotationPlan(args, item.Path);
    }
}
