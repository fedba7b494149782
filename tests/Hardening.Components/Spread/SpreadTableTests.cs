using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hardening.Components.Tests.Spread;

public sealed class SpreadTableTests
{
    private static readonly SpreadTable Table = SpreadTable.Read();

    public static TheoryData<string> RowNames() => [.. Table.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(RowNames))]
    public void A_pod_is_given_exactly_what_the_table_says(string name)
    {
        var row = Table.Rows.Single(row => row.Name == name);
        var expected = JsonNode.Parse(row.Pod.GetRawText())!;
        if (row.Constraints is { } constraints)
        {
            expected["spec"]!["topologySpreadConstraints"] = JsonNode.Parse(constraints.GetRawText());
        }

        var patched = new TopologySpreadRules(Table.ToArgs(SpreadDelivery.KyvernoMutatingPolicy)).Apply(row.Pod);

        Assert.True(JsonNode.DeepEquals(expected, patched), patched.ToJsonString());
    }

    [Fact]
    public void A_pod_that_has_been_given_constraints_is_given_none_again()
    {
        var rules = new TopologySpreadRules(Table.ToArgs(SpreadDelivery.KyvernoMutatingPolicy));
        foreach (var pod in Table.Draw(300))
        {
            var once = rules.Apply(pod);

            Assert.Equal(once.ToJsonString(), rules.Apply(JsonSerializer.SerializeToElement(once)).ToJsonString());
        }
    }
}
