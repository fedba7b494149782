using System.Runtime.CompilerServices;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.SealedSecrets.V1alpha1;
using Pulumi.KubernetesCrds.Tests.Support;

namespace Pulumi.KubernetesCrds.Tests;

/// <summary>The example of the package's README is this file's, line by line.</summary>
public class ReadmeTests
{
    [Fact]
    public async Task The_example_is_sent_as_the_object_that_it_describes()
    {
        var sent = await Sent.By(() =>
        {
            // From here on the README has it.
            var smtp = new SealedSecret("smtp", new SealedSecretArgs
            {
                Metadata = new ObjectMetaArgs { Name = "smtp", Namespace = "alerting" },
                Spec = new SealedSecretSpecArgs
                {
                    EncryptedData = { ["password"] = "AgCk2v0FqPzvYw3cQk1m" },
                    Template = new SealedSecretSpecTemplateArgs
                    {
                        Type = "kubernetes.io/basic-auth",
                        Metadata = new SealedSecretSpecTemplateMetadataArgs { Labels = { ["team"] = "platform" }, Extra = { ["generation"] = 3 } },
                    },
                },
            });
            // Up to here.
            return smtp;
        });

        Assert.Equal(SealedSecret.TypeToken, sent.Type);
        Assert.EndsWith(
            ""","spec":{"encryptedData":{"password":"AgCk2v0FqPzvYw3cQk1m"},"template":{"metadata":{"generation":3,"labels":{"team":"platform"}},"type":"kubernetes.io/basic-auth"}}}""",
            sent.Inputs,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_has_the_example()
    {
        var lines = File.ReadAllLines(Source())
            .SkipWhile(line => !line.EndsWith("// From here on the README has it.", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.EndsWith("// Up to here.", StringComparison.Ordinal))
            .Select(line => line[12..]).ToList();
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Source())!, "..", "..", "components", "Pulumi.KubernetesCrds", "README.md"));

        Assert.Equal(13, lines.Count);
        Assert.Contains($"\n{string.Join('\n', lines)}\n", readme, StringComparison.Ordinal);
    }

    private static string Source([CallerFilePath] string file = "") => file;
}
