using System.Text.Json;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

public sealed class PreviewTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public PreviewTests() => _folder.Write("Pulumi.yaml", Plans.Project);

    public void Dispose() => _folder.Dispose();

    private Task<CliRun> PreviewAsync(string stackFile, params string[] args)
    {
        _folder.Write("Pulumi.dev.yaml", stackFile);
        return CliRun.RunAsync(_folder.Path, ["preview", .. args]);
    }

    [Fact]
    public async Task A_small_plan_is_shown_as_a_tree_with_what_it_amounts_to()
    {
        var run = await PreviewAsync(Plans.Small);

        Snapshot.Matches("small.txt", run.Out);
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_small_plan_is_one_json_object()
    {
        var run = await PreviewAsync(Plans.Small, "--json");

        Snapshot.Matches("small.json", run.Out);
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("dev", json.RootElement.GetProperty("stack").GetString());
    }

    [Fact]
    public async Task A_terminal_gets_the_same_text_in_colours()
    {
        var plain = await PreviewAsync(Plans.Small);
        var coloured = await CliRun.RunAsync(_folder.Path, colours: true, "preview");

        Assert.Contains("\u001b[", coloured.Out, StringComparison.Ordinal);
        var text = System.Text.RegularExpressions.Regex.Replace(coloured.Out, "\u001b\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromMinutes(1));
        Assert.Equal(plain.Out.Split('\n')[..^2], text.Split('\n')[..^2]);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_stacks_of_the_documents_preview_without_an_error_or_a_warning(string stack)
    {
        var run = await CliRun.RunAsync(TestFiles.Root, "preview", "--stack", stack);

        Snapshot.Matches($"{stack}.txt", run.Out);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.DoesNotContain("Warnings", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_stacks_of_the_documents_are_json_with_types_names_parents_inputs_and_dependencies(string stack)
    {
        var run = await CliRun.RunAsync(TestFiles.Root, "preview", "--stack", stack, "--json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Empty(json.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Empty(json.RootElement.GetProperty("warnings").EnumerateArray());
        var urns = new HashSet<string?>();
        foreach (var resource in json.RootElement.GetProperty("resources").EnumerateArray())
        {
            Assert.NotEmpty(resource.GetProperty("type").GetString()!);
            Assert.NotEmpty(resource.GetProperty("name").GetString()!);
            Assert.Equal(JsonValueKind.Object, resource.GetProperty("inputs").ValueKind);
            Assert.True(urns.Add(resource.GetProperty("urn").GetString()), "a URN is there twice");
            var parent = resource.GetProperty("parent");
            Assert.True(parent.ValueKind is JsonValueKind.Null ? urns.Count == 1 : urns.Contains(parent.GetString()), "a parent comes after its child");
        }

        Assert.All(
            json.RootElement.GetProperty("resources").EnumerateArray().SelectMany(resource => resource.GetProperty("dependsOn").EnumerateArray()),
            dependency => Assert.Contains(dependency.GetString(), urns));
    }

    [Fact]
    public async Task Standard_error_says_which_sdk_it_runs_on_and_standard_output_does_not()
    {
        var run = await PreviewAsync(Plans.Small, "--json");

        Assert.Matches("^Running on the (offline runtime|official Pulumi SDK)", run.SdkLine);
        Assert.DoesNotContain("Running on", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_file_may_be_named()
    {
        _folder.Write("elsewhere/mine.yaml", Plans.Small);
        var run = await CliRun.RunAsync(_folder.Path, "preview", "--config", "elsewhere/mine.yaml");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("Previewing update (mine):\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_project_is_found_from_a_folder_below_it()
    {
        _folder.Write("Pulumi.dev.yaml", Plans.Small);
        _folder.Write("a/b/note.txt", "");

        Assert.Equal(0, (await CliRun.RunAsync(Path.Combine(_folder.Path, "a", "b"), "preview")).Code);
    }

    [Fact]
    public async Task Every_problem_is_listed_with_its_place_and_nothing_is_shown()
    {
        var run = await PreviewAsync("""
            config:
              hardening:cluster:
                kubernetesVersion: 1.34
                nodes: [{ name: worker-1, memory: 16Gi }]
              hardening:namespaces:
                - name: shop
                  sise: Small
                  egress:
                    - fqdn: "*"
                    - namespace: dta
                - name: data
                  size: Tiny
                  egress: [{ none: true }]
              hardening:exeptions: []
            """);

        Snapshot.Matches("problems.txt", run.Error);
        Assert.Equal((2, ""), (run.Code, run.Out));
    }

    [Fact]
    public async Task With_json_problems_are_in_the_one_object_too()
    {
        var run = await PreviewAsync("config: {hardening:namespaces: []}", "--json");

        Assert.Equal(2, run.Code);
        using var json = JsonDocument.Parse(run.Out);
        var error = Assert.Single(json.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal("hardening:cluster", error.GetProperty("path").GetString());
        Assert.Equal("is missing; state at least kubernetesVersion and nodes", error.GetProperty("message").GetString());
        Assert.Empty(json.RootElement.GetProperty("resources").EnumerateArray());
    }

    [Fact]
    public async Task Broken_yaml_is_refused_with_line_and_column()
    {
        var run = await PreviewAsync("config:\n  a: [1,\n  b: {\n", "--json");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("error: Pulumi.dev.yaml:", run.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Single(json.RootElement.GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task An_expired_exemption_is_a_finding()
    {
        var run = await PreviewAsync(Plans.Small, "--as-of", "2027-04-01");

        Assert.Equal(1, run.Code);
        Assert.Contains(
            "Findings (1):\n    hardening:namespaces[1].exemptions[0].expires: the exemption of data from egress expired on 2027-03-31; team-data owns it: renew it with a new day, or remove it (Pulumi.dev.yaml:18)\n",
            run.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_of_an_exemption_still_counts() =>
        Assert.Equal(0, (await PreviewAsync(Plans.Small, "--as-of", "2027-03-31")).Code);

    [Fact]
    public async Task A_stack_that_is_not_there_is_an_environment_error_that_names_those_that_are()
    {
        _folder.Write("Pulumi.dev.yaml", Plans.Small);
        var run = await CliRun.RunAsync(_folder.Path, "preview", "--stack", "qa");

        Assert.Equal((3, "", "error: Pulumi.qa.yaml does not exist; stacks here: dev\n"), (run.Code, run.Out, run.Error));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_stack_name_is_no_path(string name)
    {
        var run = await CliRun.RunAsync(_folder.Path, "preview", "--stack", name);

        Assert.Equal(2, run.Code);
        Assert.Equal($"error: --stack: is no stack name (got \"{name}\"); use letters, digits, hyphens, underscores and dots\n1 problem; nothing was written.\n", run.Error);
    }

    [Theory]
    [InlineData("preview", "--as-of", "2027-02-30")]
    [InlineData("preview", "--as-of", "tomorrow")]
    [InlineData("preview", "--frobnicate")]
    [InlineData("prevew")]
    [InlineData("render")]
    [InlineData("preview", "extra")]
    public async Task A_command_line_that_makes_no_sense_is_bad_input(params string[] args)
    {
        var run = await CliRun.RunAsync(_folder.Path, args);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("Try 'hardening --help'.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        var run = await CliRun.RunAsync(_folder.Path, "--help");

        Assert.Equal(0, run.Code);
        Assert.Contains("preview", run.Out, StringComparison.Ordinal);
        Assert.Contains("render", run.Out, StringComparison.Ordinal);
    }
}
