using System.Text.RegularExpressions;
using Hardening.Components;
using Hardening.Infra.Tests.Commands;

namespace Hardening.Infra.Tests.Coverage;

/// <summary>The README's table of what the hardening documents ask for, and what does it here.</summary>
public sealed partial class CoverageTests
{
    private const string Heading = "## What is covered";
    private static readonly string[] CommandWords = ["preview", "render", "report", "audit", "diff", "sizing", "schema"];

    public static TheoryData<string> Rows => [.. Table().Select(row => row[1])];

    [Fact]
    public void Every_sentence_that_asks_for_something_has_its_row_and_there_is_no_other() =>
        Assert.Equal(
            File.ReadLines(TestFiles.PathOf("Coverage", "asking-sentences.txt")).Where(line => line.Length > 0 && line[0] is not '#'),
            Table().Select(row => $"{row[0]} | {row[1]}"));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_names_a_test_that_there_is(string asks)
    {
        var test = Ticked().Match(RowOf(asks)[4]).Groups["text"].Value.Split('.');

        Assert.True(test.Length == 2, asks);
        Assert.Contains(
            Directory.EnumerateFiles(TestFiles.InRepository("tests"), test[0] + ".cs", SearchOption.AllDirectories),
            file => Regex.IsMatch(File.ReadAllText(file), $@"\bpublic (async )?(Task|void) {Regex.Escape(test[1])}\(", RegexOptions.None, TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_row_names_a_component_or_a_command_that_there_is_or_says_who_does_it(string asks)
    {
        var cell = RowOf(asks)[2];
        var named = Ticked().Matches(cell).Select(match => match.Groups["text"].Value).ToList();
        var components = named.Where(name => typeof(HardeningPhase).Assembly.GetType($"Hardening.Components.{name}")?.IsSubclassOf(typeof(Pulumi.ComponentResource)) == true).ToList();
        var commands = named.Where(name => CommandWords.Contains(name.Split(' ')[0], StringComparer.Ordinal)).ToList();

        Assert.True(components.Count + commands.Count > 0 || cell.Contains("people", StringComparison.Ordinal) || File.Exists(TestFiles.InRepository(named.FirstOrDefault() ?? "")), asks);
        Assert.All(named.Where(name => ComponentName().IsMatch(name)), name => Assert.True(components.Contains(name) || PolicyEngine.All.Contains(name), $"{asks}: there is no component {name}"));
        foreach (var command in commands)
        {
            var help = await CliRun.RunAsync(TestFiles.Root, [.. command.Split(' ').TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)), "--help"]);
            Assert.Equal((0, ""), (help.Code, help.Error));
            Assert.All(command.Split(' ').Where(word => word.StartsWith("--", StringComparison.Ordinal)), option => Assert.Contains(option, help.Out, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_row_names_manifests_that_both_stacks_render(string asks)
    {
        if (RowOf(asks)[3] is "none")
            return;
        foreach (var cell in ManifestCell.Read(RowOf(asks)[3]))
        {
            if (cell.IsElsewhere)
                Assert.True(cell.IsKnown(), $"{asks}: {cell.Kind}");
            else
                Assert.All(await RenderedManifests.OfBothAsync(), rendered => Assert.Null(cell.MissingIn(rendered)));
        }
    }

    private static string[] RowOf(string asks) => Table().Single(row => row[1] == asks);

    /// <summary>The cells of the rows below the table's head.</summary>
    private static List<string[]> Table()
    {
        var section = File.ReadLines(TestFiles.InRepository("README.md")).SkipWhile(line => line != Heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        var rows = section.Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        Assert.All(rows, row => Assert.True(row.Length == 5 && row.All(cell => cell.Length > 0), string.Join(" | ", row)));
        return rows;
    }

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Ticked();

    [GeneratedRegex("^[A-Z][A-Za-z]+$", RegexOptions.None, 60_000)]
    private static partial Regex ComponentName();
}
