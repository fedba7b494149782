using Hardening.Infra.Comparing;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Comparing;

/// <summary>Every leaf of the dev plan, changed and taken away: <c>hardening diff</c> shows each at its control, and the same from the other side.</summary>
public sealed class EveryLeafTests
{
    private static readonly IReadOnlyDictionary<string, ConfigNode> Dev = PlanSource.Of(StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository("Pulumi.dev.yaml"))).Sections;

    /// <summary>Places whose value repeats what holds without it, so that nothing differs when it is taken away.</summary>
    private static readonly HashSet<string> Repeated = File.ReadLines(TestFiles.PathOf("Comparing", "repeated.txt")).Where(line => line.Length > 0 && line[0] is not '#').ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Every_change_of_a_value_is_a_difference()
    {
        var count = 0;
        foreach (var (path, changed) in Changes(node => node.Kind switch
        {
            ConfigKind.Bool => ConfigNode.Bool(node.Text is "false"),
            ConfigKind.Number => ConfigNode.Number(node.Text + "1"),
            _ => ConfigNode.String(node.Text + "1"),
        }))
        {
            count++;
            Assert.True(IsSeen(changed, path) || IsRefused(changed), path);
        }

        Assert.True(count > 600, $"only {count} leaves");
    }

    [Fact]
    public void Every_value_that_is_taken_away_is_a_difference_unless_it_repeats_what_holds_without_it()
    {
        var unseen = Changes(_ => null).Where(change => !IsSeen(change.Sections, change.Path) && !IsRefused(change.Sections)).Select(change => Pattern(change.Path)).ToHashSet(StringComparer.Ordinal);

        Assert.True(unseen.SetEquals(Repeated), $"repeated.txt is not what was found:\n{string.Join('\n', unseen.Order(StringComparer.Ordinal))}");
    }

    /// <summary>A plan that is refused is compared with nothing.</summary>
    private static bool IsRefused(IReadOnlyDictionary<string, ConfigNode> changed) => PlanReader.Read(new PlanSource(changed, new HashSet<string>())).Problems.Count > 0;

    private static bool IsSeen(IReadOnlyDictionary<string, ConfigNode> changed, string path)
    {
        var there = PlanComparison.Of(Dev, changed).Differences;
        var back = PlanComparison.Of(changed, Dev).Differences;
        Assert.Equal(there, back.Select(difference => difference with { A = difference.B, B = difference.A, Stricter = difference.Stricter switch { Stricter.A => Stricter.B, Stricter.B => Stricter.A, var other => other } }));
        Assert.All(there, difference => Assert.StartsWith(PlanSections.Of(path)!, difference.Path, StringComparison.Ordinal));
        return there.Count > 0;
    }

    private static string Pattern(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\[\d+\]", "[*]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromMinutes(1));

    private static IEnumerable<(string Path, IReadOnlyDictionary<string, ConfigNode> Sections)> Changes(Func<ConfigNode, ConfigNode?> change) =>
        from section in Dev
        from changed in Changes(section.Value, section.Key, change)
        select (changed.Path, (IReadOnlyDictionary<string, ConfigNode>)new Dictionary<string, ConfigNode>(Dev, StringComparer.Ordinal) { [section.Key] = changed.Node ?? ConfigNode.Object([]) });

    /// <summary>The node with one leaf of it changed, for each leaf; null where nothing is left.</summary>
    private static IEnumerable<(string Path, ConfigNode? Node)> Changes(ConfigNode node, string path, Func<ConfigNode, ConfigNode?> change) => node.Kind switch
    {
        ConfigKind.Object when node.Members.Count > 0 =>
            from member in node.Members
            from changed in Changes(member.Value, $"{path}.{member.Key}", change)
            select (changed.Path, (ConfigNode?)ConfigNode.Object(node.Members.Where(other => other.Key != member.Key).Concat(changed.Node is null ? [] : [KeyValuePair.Create(member.Key, changed.Node)]))),
        ConfigKind.List when node.Items.Count > 0 =>
            from index in Enumerable.Range(0, node.Items.Count)
            from changed in Changes(node.Items[index], $"{path}[{index}]", change)
            select (changed.Path, (ConfigNode?)ConfigNode.List([.. node.Items.Take(index), .. changed.Node is null ? Array.Empty<ConfigNode>() : [changed.Node], .. node.Items.Skip(index + 1)])),
        ConfigKind.Object or ConfigKind.List => change(node) is null ? [(path, null)] : [],
        _ => [(path, change(node))],
    };
}
