using System.Text.Json;
using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Spread;

/// <summary>Writes what <c>tests/cel</c> compares: the policies of both engines for the table, and what the C# rules make of its pods and of pods drawn at random.</summary>
public sealed class SpreadCelCasesTests
{
    private const int DrawnPods = 500;

    [Fact]
    public async Task Policies_and_pods_for_the_CEL_engine_are_written()
    {
        var table = SpreadTable.Read();
        string[] deliveries = [SpreadDelivery.KyvernoMutatingPolicy, SpreadDelivery.KubernetesMutatingAdmissionPolicy];
        var policies = new List<IReadOnlyDictionary<string, object>>();
        foreach (var delivery in deliveries)
        {
            policies.Add((await RecordedStack.RunAsync(() => _ = new TopologySpread("table", table.ToArgs(delivery))))["table-policy"].Inputs);
        }

        var rules = new TopologySpreadRules(table.ToArgs(deliveries[0]));
        var pods = table.Rows.Select(row => row.Pod).Concat(table.Draw(DrawnPods)).Select(pod => new { pod, patched = rules.Apply(pod) }).ToList();
        var variables = JsonSerializer.SerializeToNode(policies[0]["spec"])!["variables"]!.AsArray();
        CelFolder.Write("table.mutations.json", new { policies, decisions = new[] { new { expression = (string)variables[0]!["expression"]!, pods } } });

        // Pods that all fall on one side would prove nothing.
        Assert.InRange(pods.Count(pair => rules.Constraints(pair.pod) is not null), DrawnPods / 50, DrawnPods / 2);
        Assert.Equal(["MutatingPolicy", "MutatingAdmissionPolicy"], policies.Select(policy => policy["kind"]));
    }
}
