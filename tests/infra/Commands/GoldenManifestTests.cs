using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

/// <summary>The manifests of single controls in the stacks of the documents, word for word.</summary>
public sealed class GoldenManifestTests
{
    [Theory]
    [InlineData("dev", "dashboard-access", "clusterrole-hardening-*", "clusterrolebinding-*")]
    [InlineData("prod", "dashboard-access", "clusterrole-hardening-*", "clusterrolebinding-*")]
    [InlineData("dev", "ingress", "ciliumnetworkpolicy-ingress*")]
    [InlineData("prod", "ingress", "ciliumnetworkpolicy-ingress*")]
    [InlineData("dev", "pod-disruption", "poddisruptionbudget-*")]
    [InlineData("prod", "pod-disruption", "poddisruptionbudget-*")]
    [InlineData("dev", "gitops-project", "appproject-*")]
    [InlineData("prod", "gitops-project", "appproject-*")]
    [InlineData("dev", "secrets", "sealedsecret-*", "deployment-*")]
    [InlineData("prod", "secrets", "sealedsecret-*", "deployment-*")]
    [InlineData("dev", "topology-spread", "mutatingpolicy-*")]
    [InlineData("prod", "topology-spread", "mutatingpolicy-*")]
    [InlineData("dev", "namespace-defaults", "generatingpolicy-*", "clusterrole-namespace-*")]
    [InlineData("prod", "namespace-defaults", "generatingpolicy-*", "clusterrole-namespace-*")]
    public async Task The_manifests_of_a_control_are_those_that_were_reviewed(string stack, string control, params string[] files)
    {
        using var folder = new TempFolder();
        var run = await CliRun.RunAsync(TestFiles.Root, "render", "--stack", stack, "--output", folder.Path);
        var manifests = files.SelectMany(file => Directory.EnumerateFiles(folder.Path, file + ".yaml", SearchOption.AllDirectories))
            .ToDictionary(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.NotEmpty(manifests);
        Snapshot.Matches($"manifests/{stack}/{control}.txt", string.Concat(manifests.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"== {file.Key}\n{file.Value}")));
    }
}
