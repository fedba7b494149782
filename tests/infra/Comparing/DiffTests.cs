using System.Text.Json;
using Hardening.Infra.Commands;
using Hardening.Infra.Tests.Commands;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Comparing;

/// <summary><c>hardening diff</c> as its user sees it.</summary>
public sealed class DiffTests
{
    [Fact]
    public async Task Dev_and_prod_differ_in_their_modes_and_prod_is_stricter()
    {
        var run = await CliRun.RunAsync(TestFiles.Root, "diff", "dev", "prod");

        Assert.Equal((ExitCode.Findings, ""), (run.Code, run.Error));
        Snapshot.Matches("diff.dev.prod.txt", run.Out);
    }

    [Fact]
    public async Task The_same_as_one_JSON_object()
    {
        var run = await CliRun.RunAsync(TestFiles.Root, "diff", "dev", "prod", "--json");

        Assert.Equal(ExitCode.Findings, run.Code);
        Snapshot.Matches("diff.dev.prod.json", run.Out);
        using var json = JsonDocument.Parse(run.Out);
        Assert.All(json.RootElement.GetProperty("differences").EnumerateArray(), difference => Assert.Equal("b", difference.GetProperty("stricter").GetString()));
    }

    [Fact]
    public async Task A_stack_is_the_same_plan_as_itself_and_as_its_file()
    {
        Assert.Equal((ExitCode.Done, "dev and dev are the same plan.\n"), await Run(TestFiles.Root, "dev", "dev"));
        Assert.Equal((ExitCode.Done, "dev and Pulumi.dev.yaml are the same plan.\n"), await Run(TestFiles.Root, "dev", "Pulumi.dev.yaml"));
    }

    [Fact]
    public async Task What_is_wrong_with_either_plan_is_told_together()
    {
        using var folder = new TempFolder();
        folder.Write("Pulumi.yaml", Tests.Commands.Plans.Project);
        folder.Write("Pulumi.one.yaml", Tests.Commands.Plans.Small.Replace("size: Small", "sise: Small", StringComparison.Ordinal));
        folder.Write("Pulumi.two.yaml", "config:\n  hardening:cluster: {");
        folder.Write("Pulumi.three.yaml", Tests.Commands.Plans.Small.Replace("size: Small", "size: Tiny", StringComparison.Ordinal));

        var run = await CliRun.RunAsync(folder.Path, "diff", "one", "three");

        Assert.Equal((ExitCode.BadInput, ""), (run.Code, run.Out));
        Assert.Equal(
            """
            error: hardening:namespaces[0].sise: is no key of the plan here; did you mean size? (Pulumi.one.yaml:9)
            error: hardening:namespaces[1].sise: is no key of the plan here; did you mean size? (Pulumi.one.yaml:16)
            error: hardening:namespaces[0].size: is none of Small, Medium, Large (got "Tiny"); write one of them (Pulumi.three.yaml:9)
            error: hardening:namespaces[1].size: is none of Small, Medium, Large (got "Tiny"); write one of them (Pulumi.three.yaml:16)
            4 problems; nothing was written.

            """,
            run.Error);
        Assert.Equal(ExitCode.BadInput, (await CliRun.RunAsync(folder.Path, "diff", "two", "two")).Code);
        Assert.Equal(ExitCode.BadInput, (await CliRun.RunAsync(folder.Path, "diff", "one")).Code);
        Assert.Equal(
            (ExitCode.Environment, "error: Pulumi.four.yaml does not exist; stacks here: one, three, two\n"),
            ((await CliRun.RunAsync(folder.Path, "diff", "four", "one")).Code, (await CliRun.RunAsync(folder.Path, "diff", "four", "one")).Error));
    }

    private static async Task<(int Code, string Out)> Run(string folder, params string[] stacks)
    {
        var run = await CliRun.RunAsync(folder, ["diff", .. stacks]);
        return (run.Code, run.Out);
    }
}
