using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans.Mutations;

/// <summary>What a typing mistake in the dev plan leads to: for every leaf and every kind of mistake, a refusal at its place or a stated reason why not.</summary>
public sealed class MutationTests
{
    private static readonly PlanSource Dev = PlanSource.Of(StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository("Pulumi.dev.yaml")));

    [Fact]
    public void Every_mistake_in_a_leaf_of_the_dev_plan_is_refused_at_its_place_or_known_to_be_harmless()
    {
        var harmless = HarmlessMutations.Load();
        var accepted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        foreach (var mutation in PlanMutations.Of(Dev.Sections))
        {
            count++;
            var problems = PlanReader.Read(new PlanSource(mutation.Sections, new HashSet<string>())).Problems;
            if (problems.Any(problem => problem.Path.StartsWith(mutation.Owner, StringComparison.Ordinal)) || harmless.Allows(mutation))
                continue;
            var line = $"{mutation.Kind} | {mutation.Pattern} | {(problems.Count > 0 ? "refused at " + problems[0] : "")}";
            accepted[line] = accepted.GetValueOrDefault(line) + 1;
        }

        Assert.True(count > 2_000, $"only {count} mistakes were made: is the dev plan being read?");
        Assert.True(accepted.Count == 0, $"{accepted.Count} kinds of mistakes pass:\n{string.Join('\n', accepted.Keys)}");
        Assert.Empty(harmless.Unused);
    }

    [Fact]
    public void The_same_key_twice_is_refused_at_its_line_wherever_it_stands_in_the_dev_plan()
    {
        var lines = File.ReadAllLines(TestFiles.InRepository("Pulumi.dev.yaml"));
        var keys = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            var text = lines[index].TrimStart(' ');
            if (text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith('#') || !text.Contains(": ", StringComparison.Ordinal))
                continue;
            keys++;
            var yaml = string.Join('\n', lines[..(index + 1)].Append(lines[index]).Concat(lines[(index + 1)..]));
            var error = Assert.Throws<YamlFileException>(() => YamlReader.Read(new StringReader(yaml)));
            Assert.Equal(index + 2, error.Line);
            Assert.Contains("is there twice", error.Message, StringComparison.Ordinal);
        }

        Assert.True(keys > 100, $"only {keys} keys were doubled");
    }
}
