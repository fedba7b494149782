using System.Text.Json;

namespace Hardening.Components.Tests.Workloads;

public sealed class ContextTableTests
{
    private static readonly ContextTable Table = ContextTable.Read();

    public static TheoryData<string> RowNames() => [.. Table.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(RowNames))]
    public void The_strictest_profile_refuses_exactly_what_the_table_says(string name)
    {
        var row = Table.Rows.Single(row => row.Name == name);

        var violations = new WorkloadSecurityRules(SecurityProfile.RestrictedReadOnly, Table.RunAsUser, Table.AddCapabilities).Violations(row.Spec, row.OldSpec);

        if (row.Skipped is null)
        {
            Assert.Equal(row.Refused, violations);
        }
        else
        {
            // A row about what is not judged proves something only when it would be refused otherwise.
            Assert.NotEmpty(violations);
        }
    }

    [Fact]
    public void A_laxer_profile_refuses_nothing_that_a_stricter_one_lets_through()
    {
        foreach (var spec in RandomPods.Draw(300))
        {
            var violations = SecurityProfile.All.Select(profile => new WorkloadSecurityRules(profile).Violations(spec)).ToList();
            Assert.All(violations.Zip(violations.Skip(1)), pair => Assert.Subset(pair.First.ToHashSet(StringComparer.Ordinal), pair.Second.ToHashSet(StringComparer.Ordinal)));
            Assert.Empty(violations[^1]);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"containers":{}}""")]
    [InlineData("""{"containers":[null,1,"a",{"name":5,"securityContext":[]}],"securityContext":7,"volumes":[1]}""")]
    public void What_is_no_pod_makes_the_rules_refuse_or_pass_and_never_fail(string spec)
    {
        using var json = JsonDocument.Parse(spec);

        Assert.NotNull(new WorkloadSecurityRules(SecurityProfile.RestrictedReadOnly, 1000).Violations(json.RootElement));
    }
}
