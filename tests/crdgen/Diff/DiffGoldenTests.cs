using System.Text.Json;

namespace Crdgen.Tests.Diff;

/// <summary>Two hand-written files between which every kind of change stands once.</summary>
public class DiffGoldenTests
{
    private static readonly string Expected = Path.Combine(DiffRun.Schemas, "..", "expected");

    [Theory]
    [InlineData("text", "table.txt")]
    [InlineData("markdown", "table.md")]
    public void The_table_states_every_change_and_whom_it_breaks(string format, string file)
    {
        var run = DiffRun.Of("old.yaml", "new.yaml", "--format", format);

        Assert.Equal("", run.Errors);
        Assert.Equal(File.ReadAllText(Path.Combine(Expected, file)), run.Output);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void The_json_holds_the_same_changes_with_values_in_full()
    {
        var run = DiffRun.Of("old.yaml", "new.yaml", "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        var changes = json.RootElement.GetProperty("changes").EnumerateArray().ToList();

        Assert.True(json.RootElement.GetProperty("breaksManifests").GetBoolean());
        Assert.True(json.RootElement.GetProperty("breaksCode").GetBoolean());
        Assert.Equal(File.ReadLines(Path.Combine(Expected, "table.txt")).Count(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("  CHANGE", StringComparison.Ordinal)), changes.Count);
        Assert.Equal(
            """{"group":"diff.example.com","kind":"Meter","version":"v1","path":"spec.first.every","places":3,"change":"tightened","subject":"minimum","old":"1","new":"5","manifests":"breaks","code":"none"}""",
            JsonSerializer.Serialize(changes.Single(change => change.GetProperty("path").GetString() == "spec.first.every")));
    }
}
