using System.Text.RegularExpressions;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans.Mutations;

/// <summary>What a refusal says to do is accepted once it is done.</summary>
public sealed partial class FixTests
{
    private const int MostOfOneKind = 2;

    private static readonly IReadOnlyDictionary<string, ConfigNode> Dev = PlanSource.Of(StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository("Pulumi.dev.yaml"))).Sections;

    [Fact]
    public void The_fix_that_a_refusal_names_is_accepted()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var failed = new SortedSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var mutation in PlanMutations.Of(Dev).DistinctBy(mutation => (mutation.Kind, mutation.Pattern)))
        {
            var problems = Problems(mutation.Sections);
            foreach (var problem in problems)
            {
                var kind = $"{mutation.Kind}|{Places().Replace(problem.Path, "[*]")}|{problem.Fix}";
                seen[kind] = seen.GetValueOrDefault(kind) + 1;
                if (seen[kind] > MostOfOneKind)
                    continue;
                foreach (var mended in Fix.Apply(mutation.Sections, problem))
                {
                    count++;
                    // A misspelling that was the only problem leaves none.
                    var left = Problems(mended);
                    if (left.Any(one => one.Path == problem.Path && one.Message == problem.Message) || (problems.Count == 1 && left.Count > 0 && problem.Fix.StartsWith("did you mean", StringComparison.Ordinal)))
                        failed.Add($"{kind}: {problem} => {left[0]}");
                }
            }
        }

        Assert.True(failed.Count == 0, $"{failed.Count} fixes do not mend:\n{string.Join('\n', failed)}");
        Assert.True(count > 500, $"only {count} fixes were tried");
    }

    private static IReadOnlyList<Problem> Problems(IReadOnlyDictionary<string, ConfigNode> sections) => PlanReader.Read(new PlanSource(sections, new HashSet<string>())).Problems;

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 60_000)]
    private static partial Regex Places();
}
