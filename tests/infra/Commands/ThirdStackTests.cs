using Hardening.Infra.Commands;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

/// <summary>A stack is one file: a copy under another name is another stack, and nothing else has to change.</summary>
public sealed class ThirdStackTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ThirdStackTests()
    {
        foreach (var name in new[] { "Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.prod.yaml" })
            File.Copy(TestFiles.InRepository(name), Path.Combine(_folder.Path, name));
        File.Copy(TestFiles.InRepository("Pulumi.dev.yaml"), Path.Combine(_folder.Path, "Pulumi.staging.yaml"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_previews_what_the_stack_previews_that_it_was_copied_from()
    {
        var staging = await CliRun.RunAsync(_folder.Path, "preview", "--stack", "staging");
        var dev = await CliRun.RunAsync(_folder.Path, "preview", "--stack", "dev");

        Assert.Equal((ExitCode.Done, ""), (staging.Code, staging.Error));
        Assert.Contains("Previewing update (staging):", staging.Out, StringComparison.Ordinal);
        Assert.Equal(Lines(dev.Out), Lines(staging.Out.Replace("hardening-staging", "hardening-dev", StringComparison.Ordinal).Replace("(staging)", "(dev)", StringComparison.Ordinal).Replace("Pulumi.staging.yaml", "Pulumi.dev.yaml", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_renders_the_same_manifests()
    {
        Assert.Equal(ExitCode.Done, (await CliRun.RunAsync(_folder.Path, "render", "--stack", "staging", "--output", "staging")).Code);
        Assert.Equal(ExitCode.Done, (await CliRun.RunAsync(_folder.Path, "render", "--stack", "dev", "--output", "dev")).Code);

        Assert.Equal(ManifestsOf("dev"), ManifestsOf("staging"));
        Assert.True(ManifestsOf("staging").Count > 50);
    }

    [Fact]
    public async Task It_differs_from_the_others_where_it_is_changed_and_nowhere_else()
    {
        var same = await CliRun.RunAsync(_folder.Path, "diff", "dev", "staging");
        Assert.Equal((ExitCode.Done, "dev and staging are the same plan.\n"), (same.Code, same.Out));

        var file = Path.Combine(_folder.Path, "Pulumi.staging.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("    egress: Audit\n", "    egress: Enforce\n", StringComparison.Ordinal));

        var run = await CliRun.RunAsync(_folder.Path, "diff", "dev", "staging");
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Equal(
            """
            Comparing dev with staging:

                Control  Namespace  Key                       dev    staging  Stricter
                egress   -          hardening:rollout.egress  Audit  Enforce  staging (mode)

            1 difference: staging is stricter in 1.

            """,
            run.Out);
        Assert.Equal(ExitCode.Done, (await CliRun.RunAsync(_folder.Path, "preview", "--stack", "staging")).Code);
    }

    private SortedDictionary<string, string> ManifestsOf(string directory)
    {
        var root = Path.Combine(_folder.Path, directory);
        return new(Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(root, path), File.ReadAllText, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Lines without the blanks that align columns.</summary>
    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
