using System.Text.Json;
using Hardening.Infra.Reports.DefinitionOfDone;
using Hardening.Infra.Tests.Commands;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Reports.DefinitionOfDone;

public sealed class DoneReportTests
{
    [Theory]
    [InlineData("dev", 1)]
    [InlineData("prod", 0)]
    public async Task The_report_of_a_stack_of_the_documents_is_the_one_that_is_committed(string stack, int code)
    {
        var run = await CliRun.RunAsync(TestFiles.Root, "report", "definition-of-done", "--stack", stack);

        Assert.Equal((code, ""), (run.Code, run.Error));
        Snapshot.Matches($"definition-of-done.{stack}.txt", run.Out);
    }

    [Fact]
    public async Task What_dev_lacks_is_to_enforce_and_nothing_else()
    {
        var lines = await DoneRun.LinesAsync(DoneRun.Sections("dev"));

        Assert.DoesNotContain(lines, line => line.State is DoneState.Missing);
        Assert.All(lines.Where(line => line.IsOpen), line => Assert.EndsWith(" to Enforce", line.Mend, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_json_says_the_same_line_by_line()
    {
        var lines = await DoneRun.LinesAsync(DoneRun.Sections("dev"));

        var run = await CliRun.RunAsync(TestFiles.Root, "report", "definition-of-done", "--json");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(1, run.Code);
        Assert.False(json.RootElement.GetProperty("done").GetBoolean());
        Assert.Equal("2026-11-22", json.RootElement.GetProperty("asOf").GetString());
        Assert.Equal(
            lines.Select(DoneRun.Text),
            json.RootElement.GetProperty("lines").EnumerateArray().Select(line =>
                $"{(line.TryGetProperty("namespace", out var space) ? space.GetString() : "-")} {line.GetProperty("control").GetString()} {line.GetProperty("state").GetString()}: "
                + (line.TryGetProperty("evidence", out var evidence) ? evidence.GetString() : line.GetProperty("missing").GetString())
                + (line.TryGetProperty("mend", out var mend) ? "; " + mend.GetString() : "")));
        Assert.Equal(DoneSentence.All.Select(sentence => sentence.Count(lines)), json.RootElement.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetProperty("namespaces").GetString()));
    }

    [Fact]
    public async Task A_plan_that_is_refused_is_refused_here_too_and_nothing_is_reported()
    {
        using var folder = new TempFolder();
        folder.Write("Pulumi.yaml", Commands.Plans.Project);
        folder.Write("Pulumi.dev.yaml", Commands.Plans.Small.Replace("size: Small", "size: Smal", StringComparison.Ordinal));

        var run = await CliRun.RunAsync(folder.Path, "report", "definition-of-done");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("did you mean Small?", run.Error, StringComparison.Ordinal);
    }
}
