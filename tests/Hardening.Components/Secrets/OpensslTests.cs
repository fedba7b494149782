using System.Diagnostics;
using System.Text;

namespace Hardening.Components.Tests.Secrets;

/// <summary>openssl, which knows nothing of this code, takes the session key out with the scope as <c>rsa_oaep_label</c>.</summary>
public sealed class OpensslTests
{
    [OpensslFact]
    public async Task Openssl_unseals_a_strict_value() => await UnsealsAsync(SealingScope.Strict, "shop/payments");

    [OpensslFact]
    public async Task Openssl_unseals_a_namespace_wide_value() => await UnsealsAsync(SealingScope.NamespaceWide, "shop");

    [OpensslFact]
    public async Task Openssl_unseals_a_cluster_wide_value() => await UnsealsAsync(SealingScope.ClusterWide, "");

    [OpensslFact]
    public async Task Openssl_refuses_a_value_under_another_label()
    {
        var (rsa, _) = Unsealing.Split(await Bundles.SealAsync(Bundles.Args()));

        Assert.NotEqual(32, (await DecryptAsync(rsa, "shop/other")).Length);
    }

    private static async Task UnsealsAsync(string scope, string label)
    {
        var (rsa, aes) = Unsealing.Split(await Bundles.SealAsync(Bundles.Args(args => args.Scope = scope)));

        Assert.Equal("open sesame", Encoding.UTF8.GetString(Unsealing.Open(await DecryptAsync(rsa, label), aes)));
    }

    private static async Task<byte[]> DecryptAsync(byte[] cipher, string label)
    {
        var folder = Directory.CreateTempSubdirectory("sealed");
        try
        {
            var (keyFile, cipherFile, plainFile) = (Path.Combine(folder.FullName, "key.pem"), Path.Combine(folder.FullName, "cipher"), Path.Combine(folder.FullName, "plain"));
            await File.WriteAllTextAsync(keyFile, SealingKeys.First.Key.ExportPkcs8PrivateKeyPem());
            await File.WriteAllBytesAsync(cipherFile, cipher);
            List<string> options = ["rsa_padding_mode:oaep", "rsa_oaep_md:sha256", "rsa_mgf1_md:sha256"];
            if (label.Length > 0)
                options.Add("rsa_oaep_label:" + Convert.ToHexString(Encoding.UTF8.GetBytes(label)));
            using var process = Process.Start(new ProcessStartInfo(
                "openssl", ["pkeyutl", "-decrypt", "-inkey", keyFile, "-in", cipherFile, "-out", plainFile, .. options.SelectMany(option => new[] { "-pkeyopt", option })]) { RedirectStandardError = true, UseShellExecute = false })!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? await File.ReadAllBytesAsync(plainFile) : [];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
