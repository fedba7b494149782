using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Secrets;

/// <summary>Bundles that are accepted, for tests to change, and what they seal.</summary>
internal static class Bundles
{
    public static SealedSecretBundleArgs Args(Action<SealedSecretBundleArgs>? change = null)
    {
        var args = new SealedSecretBundleArgs
        {
            Certificate = SealingKeys.First.Certificate,
            SealingSeed = Output.CreateSecret(SealingKeys.Seed),
            Sealed = [Secret()],
        };
        change?.Invoke(args);
        return args;
    }

    public static BundledSecretArgs Secret(string value = "open sesame") =>
        new() { Namespace = "shop", Name = "payments", Data = new() { ["api-key"] = Output.CreateSecret(value) } };

    /// <summary>Text of the right shape that no key unseals.</summary>
    public static string Shaped(int modulus = 512, int value = 24)
    {
        var bytes = new byte[2 + modulus + value];
        (bytes[0], bytes[1]) = ((byte)(modulus >> 8), (byte)modulus);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The sealed text of one key, as it reaches the engine.</summary>
    public static async Task<string> SealAsync(SealedSecretBundleArgs args, string child = "secrets-shop.payments", string key = "api-key")
    {
        var stack = await RecordedStack.RunAsync(() => _ = new SealedSecretBundle("secrets", args));
        return TextOf(stack[child], key);
    }

    public static string TextOf(RecordedResource resource, string key) =>
        (string)((IReadOnlyDictionary<string, object>)((IReadOnlyDictionary<string, object>)resource.Inputs["spec"])["encryptedData"])[key];

    public static string Refused(Action<SealedSecretBundleArgs> change) => Refusal.All(SealedSecretBundle.Validate(Args(change)));
}
