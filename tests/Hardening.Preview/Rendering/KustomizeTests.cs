using System.ComponentModel;
using System.Diagnostics;

namespace Hardening.Preview.Tests.Rendering;

public class KustomizeTests
{
    [Fact]
    public async Task Kubectl_builds_the_tree()
    {
        using var folder = new TemporaryFolder();
        var stack = await Run.WellAsync(() =>
        {
            _ = new Pulumi.Kubernetes.Core.V1.Namespace("ns", new Pulumi.Kubernetes.Types.Inputs.Core.V1.NamespaceArgs
            {
                Metadata = new Pulumi.Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = "tests" },
            });
            Widget.Create("widget", new WidgetSpecArgs { Text = "one\ntwo\n", Items = { "yes", "1e3", "a: b" } });
        });
        ManifestTree.Build(stack).Write(folder.Tree);

        if (Kubectl("kustomize", folder.Tree) is not { } output)
        {
            // The whole of .ci/run needs kubectl; a plain dotnet test does not.
            return;
        }

        Assert.Contains("kind: Namespace", output, StringComparison.Ordinal);
        Assert.Contains("- \"yes\"", output, StringComparison.Ordinal);
        Assert.Contains("- \"1e3\"", output, StringComparison.Ordinal);
    }

    private static string? Kubectl(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("kubectl", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
            return output;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
