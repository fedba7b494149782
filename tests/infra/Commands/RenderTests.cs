using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

public sealed class RenderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public RenderTests()
    {
        _folder.Write("Pulumi.yaml", Plans.Project);
        _folder.Write("Pulumi.dev.yaml", Plans.Small);
    }

    public void Dispose() => _folder.Dispose();

    private string Output => Path.Combine(_folder.Path, "out");

    private Task<CliRun> RenderAsync(params string[] args) => CliRun.RunAsync(_folder.Path, ["render", "--output", "out", .. args]);

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(Output, path).Replace('\\', '/'), File.ReadAllText);

    [Fact]
    public async Task Manifests_are_a_file_each_with_kustomizations_and_patches_apart()
    {
        var run = await RenderAsync();

        Assert.Equal((0, ""), (run.Code, run.Error));
        Snapshot.Matches("small-tree.txt", string.Concat(Files().OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"== {file.Key}\n{file.Value}")));
    }

    [Fact]
    public async Task Rendering_again_changes_nothing_and_check_agrees()
    {
        await RenderAsync();
        var before = Files();
        var again = await RenderAsync();
        var check = await RenderAsync("--check");

        Assert.Equal(before, Files());
        Assert.Equal((0, 0), (again.Code, check.Code));
        Assert.Equal("out is up to date\n", check.Out);
    }

    [Fact]
    public async Task Check_names_every_file_that_differs_and_changes_nothing()
    {
        await RenderAsync();
        var changed = Path.Combine(Output, "namespaces", "shop", "resourcequota-hardening-quota.yaml");
        var file = File.Exists(changed) ? changed : Directory.EnumerateFiles(Path.Combine(Output, "namespaces", "shop")).First(path => path.Contains("quota", StringComparison.Ordinal));
        await File.AppendAllTextAsync(file, "# edited\n");
        var before = Files();

        var check = await RenderAsync("--check");

        Assert.Equal(1, check.Code);
        Assert.Contains($"different   {Path.GetRelativePath(Output, file).Replace('\\', '/')}\n", check.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 files of out differ from the plan; render again without --check\n", check.Out, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Check_of_a_folder_that_is_not_there_is_drift()
    {
        var check = await RenderAsync("--check");

        Assert.Equal(1, check.Code);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task A_folder_with_somebody_elses_files_is_refused_and_left_alone()
    {
        _folder.Write("out/notes.txt", "mine");
        var run = await RenderAsync();

        Assert.Equal(2, run.Code);
        Assert.Contains("notes.txt", run.Error, StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Files().Keys);
    }

    [Fact]
    public async Task A_refused_plan_leaves_the_old_tree()
    {
        await RenderAsync();
        var before = Files();
        _folder.Write("Pulumi.dev.yaml", Plans.Small.Replace("Small", "Tiny", StringComparison.Ordinal));
        var run = await RenderAsync();

        Assert.Equal(2, run.Code);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task An_encrypted_value_is_shown_nowhere_and_rendered_nowhere()
    {
        _folder.Write("Pulumi.dev.yaml", Plans.Small.Replace("fqdn: api.payments.example", "fqdn: { secure: AAAcipher }", StringComparison.Ordinal));
        var preview = await CliRun.RunAsync(_folder.Path, "preview", "--json");
        var render = await RenderAsync();

        Assert.Equal(0, preview.Code);
        Assert.DoesNotContain("AAAcipher", preview.Out + preview.Error + render.Out + render.Error, StringComparison.Ordinal);
        Assert.Contains("[secret]", preview.Out, StringComparison.Ordinal);
        Assert.Equal(2, render.Code);
        Assert.Contains("CiliumNetworkPolicy", render.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_stacks_of_the_documents_render_the_same_bytes_twice(string stack)
    {
        var output = Path.Combine(_folder.Path, stack);
        var first = await CliRun.RunAsync(TestFiles.Root, "render", "--stack", stack, "--output", output);
        var check = await CliRun.RunAsync(TestFiles.Root, "render", "--stack", stack, "--output", output, "--check");

        Assert.Equal((0, "", 0), (first.Code, first.Error, check.Code));
        Assert.True(File.Exists(Path.Combine(output, "kustomization.yaml")));
    }
}
