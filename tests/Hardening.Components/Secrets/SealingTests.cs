using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Pulumi;

namespace Hardening.Components.Tests.Secrets;

/// <summary>What is sealed here is what the controller unseals, and stays the same while nothing changes.</summary>
public sealed class SealingTests
{
    [Theory]
    [InlineData(SealingScope.Strict, "shop/payments")]
    [InlineData(SealingScope.NamespaceWide, "shop")]
    [InlineData(SealingScope.ClusterWide, "")]
    public async Task A_value_unseals_under_the_label_of_its_scope_and_no_other(string scope, string label)
    {
        var text = await Bundles.SealAsync(Bundles.Args(args => args.Scope = scope));

        Assert.Equal("open sesame", Unsealing.Unseal(text, label, SealingKeys.First.Key));
        Assert.All(new[] { "shop/payments", "shop", "", "shop/other", "shoppayments" }.Where(other => other != label), other =>
            Assert.Throws<CryptographicException>(() => Unsealing.Unseal(text, other, SealingKeys.First.Key)));
    }

    [Fact]
    public async Task Where_there_is_no_label_the_runtimes_own_OAEP_agrees()
    {
        var text = await Bundles.SealAsync(Bundles.Args(args => args.Scope = SealingScope.ClusterWide));
        var (rsa, aes) = Unsealing.Split(text);

        Assert.Equal("open sesame", Encoding.UTF8.GetString(Unsealing.Open(SealingKeys.First.Key.Decrypt(rsa, RSAEncryptionPadding.OaepSHA256), aes)));
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(3072)]
    [InlineData(4096)]
    public async Task Every_key_size_is_what_the_text_says(int bits)
    {
        var (certificate, key) = SealingKeys.Make(bits);
        var text = await Bundles.SealAsync(Bundles.Args(args => args.Certificate = certificate));

        Assert.Equal(bits / 8, Unsealing.Split(text).Rsa.Length);
        Assert.Equal("open sesame", Unsealing.Unseal(text, "shop/payments", key));
    }

    [Property(MaxTest = 25)]
    public void Any_text_under_any_label_unseals(NonNull<string> plaintext, NonNegativeInt scope, PositiveInt letters)
    {
        var value = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(plaintext.Get));
        var (space, name, key) = (new string('n', (letters.Get % 63) + 1), new string('s', (letters.Get * 7 % 253) + 1), new string('K', (letters.Get * 11 % 253) + 1));
        var args = Bundles.Args(args => (args.Scope, args.Sealed) = (SealingScope.All[scope.Get % 3], [new() { Namespace = space, Name = name, Data = new() { [key] = value } }]));
        var label = args.Scope switch { SealingScope.Strict => $"{space}/{name}", SealingScope.NamespaceWide => space, _ => "" };

        var text = Bundles.SealAsync(args, $"secrets-{space}.{name}", key).GetAwaiter().GetResult();

        Assert.Equal(value, Unsealing.Unseal(text, label, SealingKeys.First.Key));
        Assert.Equal(text, Bundles.SealAsync(args, $"secrets-{space}.{name}", key).GetAwaiter().GetResult());
    }

    [Fact]
    public async Task Sealing_again_gives_the_same_text_and_any_change_gives_another_in_both_parts()
    {
        var changes = new Action<SealedSecretBundleArgs>[]
        {
            _ => { },
            args => args.Certificate = SealingKeys.Second.Certificate,
            args => args.SealingSeed = Output.CreateSecret(Convert.ToBase64String(SHA256.HashData("another"u8))),
            args => args.Scope = SealingScope.NamespaceWide,
            args => args.Scope = SealingScope.ClusterWide,
            args => args.Sealed = [Bundles.Secret("open sesamf")],
            args => args.Sealed = [Bundles.Secret("open sesam")],
        };
        var texts = new List<string>();
        foreach (var change in changes)
        {
            texts.Add(await Bundles.SealAsync(Bundles.Args(change)));
            Assert.Equal(texts[^1], await Bundles.SealAsync(Bundles.Args(change)));
        }

        texts.Add(await Bundles.SealAsync(Bundles.Args(args => args.Sealed = [new() { Namespace = "shop", Name = "payments", Data = new() { ["other-key"] = "open sesame" } }]), key: "other-key"));
        texts.Add(await Bundles.SealAsync(Bundles.Args(args => args.Sealed = [new() { Namespace = "shop", Name = "payment", Data = new() { ["api-key"] = "open sesame" } }]), "secrets-shop.payment"));
        var parts = texts.ConvertAll(Unsealing.Split);
        Assert.Equal(texts.Count, parts.Select(part => Convert.ToHexString(part.Rsa)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(texts.Count, parts.Select(part => Convert.ToHexString(part.Aes)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Without_a_label_two_secrets_of_one_value_do_not_look_alike()
    {
        var here = await Bundles.SealAsync(Bundles.Args(args => args.Scope = SealingScope.ClusterWide));
        var there = await Bundles.SealAsync(
            Bundles.Args(args => (args.Scope, args.Sealed) = (SealingScope.ClusterWide, [new() { Namespace = "shop", Name = "other", Data = new() { ["api-key"] = "open sesame" } }])), "secrets-shop.other");

        Assert.NotEqual(Unsealing.Split(here).Aes, Unsealing.Split(there).Aes);
    }

    [Fact]
    public async Task A_value_that_is_not_known_yet_is_sealed_when_it_is()
    {
        var later = Output.CreateSecret(Task.Delay(20).ContinueWith(_ => "open sesame", TaskScheduler.Default));
        var text = await Bundles.SealAsync(Bundles.Args(args => args.Sealed![0].Data!["api-key"] = later));

        Assert.Equal(await Bundles.SealAsync(Bundles.Args()), text);
    }
}
