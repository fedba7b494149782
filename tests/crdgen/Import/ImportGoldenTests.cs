using Crdgen.Cli;

namespace Crdgen.Tests.Import;

/// <summary>What an engineer sees, to the letter.</summary>
public class ImportGoldenTests
{
    [Fact]
    public void A_stall_becomes_a_class_that_creates_it()
    {
        var run = ImportRun.Of("stall.yaml", "--class", "Market.Stall");

        AssertFile("stall.cs.txt", run.Output);
        AssertFile("stall.notes.txt", run.Errors);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    [Fact]
    public void Statements_leave_out_the_class()
    {
        var run = ImportRun.Of("stall.yaml", "--style", "statements");

        AssertFile("stall.statements.txt", run.Output);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    [Fact]
    public void What_cannot_be_carried_is_said_with_its_place_and_the_rest_is_printed()
    {
        var run = ImportRun.Of("wrong.yaml");

        AssertFile("wrong.errors.txt", run.Errors);
        AssertFile("wrong.cs.txt", run.Output);
        Assert.Equal(ExitCodes.Findings, run.ExitCode);
    }

    private static void AssertFile(string name, string text)
    {
        var path = Path.Combine(ImportRun.Folder, "expected", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
