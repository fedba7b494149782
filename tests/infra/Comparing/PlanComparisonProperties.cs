using FsCheck.Xunit;
using Hardening.Infra.Comparing;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
using Hardening.Infra.Tests.Plans.Mutations;

namespace Hardening.Infra.Tests.Comparing;

/// <summary>What holds for any two plans: here the dev plan with changes that it accepts.</summary>
public sealed class PlanComparisonProperties
{
    private static readonly IReadOnlyDictionary<string, ConfigNode> Dev = PlanSource.Of(StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository("Pulumi.dev.yaml"))).Sections;

    private const int MostPlans = 80;

    private static readonly Lazy<List<IReadOnlyDictionary<string, ConfigNode>>> Plans = new(() =>
    [
        Dev,
        .. PlanMutations.Of(Dev).Where(mutation => mutation.Kind is "missing" or "misspelt value").DistinctBy(mutation => (mutation.Kind, mutation.Pattern))
            .Where(mutation => PlanReader.Read(new PlanSource(mutation.Sections, new HashSet<string>())).Problems.Count == 0)
            .Select(mutation => mutation.Sections).Take(MostPlans),
    ]);

    [Property(MaxTest = 60)]
    public void Comparing_the_other_way_round_turns_every_difference_round(uint one, uint other)
    {
        var (a, b) = (Pick(one), Pick(other));

        var there = PlanComparison.Of(a, b).Differences;
        var back = PlanComparison.Of(b, a).Differences;

        Assert.Equal(there, back.Select(difference => difference with { A = difference.B, B = difference.A, Stricter = Turned(difference.Stricter) }));
        if (ReferenceEquals(a, b))
            Assert.Empty(there);
    }

    [Fact]
    public void Every_accepted_change_of_a_value_is_a_difference_and_no_plan_differs_from_itself()
    {
        Assert.True(Plans.Value.Count > 50, $"only {Plans.Value.Count} plans");
        foreach (var plan in Plans.Value)
            Assert.Empty(PlanComparison.Of(plan, plan).Differences);
        // A number that repeats its default, or the sum of the nodes, may be left out without a difference; most else may not.
        Assert.True(Plans.Value.Skip(1).Count(plan => PlanComparison.Of(Dev, plan).Differences.Count > 0) > Plans.Value.Count * 3 / 4);
    }

    [Fact]
    public void The_order_of_lists_is_no_difference()
    {
        var turned = Dev.ToDictionary(section => section.Key, section => Turned(section.Value), StringComparer.Ordinal);

        Assert.Empty(PlanComparison.Of(Dev, turned).Differences);
    }

    private static IReadOnlyDictionary<string, ConfigNode> Pick(uint number) => Plans.Value[(int)(number % (uint)Plans.Value.Count)];

    private static Stricter Turned(Stricter stricter) => stricter switch { Stricter.A => Stricter.B, Stricter.B => Stricter.A, _ => stricter };

    private static ConfigNode Turned(ConfigNode node) => node.Kind switch
    {
        ConfigKind.List => ConfigNode.List([.. node.Items.Reverse().Select(Turned)]),
        ConfigKind.Object => ConfigNode.Object(node.Members.Select(member => KeyValuePair.Create(member.Key, Turned(member.Value)))),
        _ => node,
    };
}
