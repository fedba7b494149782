using System.Text;
using Hardening.Preview;

namespace Hardening.Infra.Tests.Stacks;

/// <summary>What a control of both stacks amounts to as manifests, committed for a reader to judge.</summary>
public sealed class GoldenManifestTests
{
    /// <summary>Controls, and what the names of their files contain.</summary>
    private static readonly (string Control, string Files)[] Controls = [("image-pinning", "-pinned-images"), ("workload-security", "-security-")];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_manifests_of_each_control_are_those_that_are_committed(string stack)
    {
        var tree = ManifestTree.Build(await RepositoryStack.CaptureAsync(stack));

        foreach (var (control, files) in Controls)
        {
            var manifests = tree.Files.Where(file => file.Path.Contains(files, StringComparison.Ordinal)).Select(file => $"# {file.Path}\n{Encoding.UTF8.GetString(file.Content.Span)}").ToList();
            Assert.NotEmpty(manifests);
            Snapshot.Matches($"{control}.{stack}.yaml", string.Join("---\n", manifests));
        }
    }
}
