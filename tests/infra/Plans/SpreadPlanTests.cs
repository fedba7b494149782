using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans;

/// <summary>Spread workloads are workloads of the plan, and zones are stated of every node or of none.</summary>
public sealed class SpreadPlanTests
{
    private const string Plan = """
        hardening:cluster:
          kubernetesVersion: "1.34"
          kyvernoVersion: "1.19.0"
          ciliumVersion: "1.19.4"
          nodes: [{ name: n1, memory: 16Gi, zone: a }, { name: n2, memory: 16Gi, zone: b }, { name: n3, memory: 16Gi, zone: a }]
        hardening:namespaces:
          - name: authentik
            size: Small
            egress: [{ none: true }]
            workloads:
              - name: authentik-server
              - name: authentik-worker
                podSelector: { name: authentik, component: worker }
                egress: [{ none: true }]
        hardening:spread:
          workloads:
            - { namespace: authentik, workload: authentik-server, podSelector: { name: authentik, component: server }, replicas: 2 }
        """;

    private static PlanResult Read(string old = "~", string changed = "~") => PlanReader.Read(new PlanSource(
        YamlReader.Read(new StringReader(Plan.Replace(old, changed, StringComparison.Ordinal).ReplaceLineEndings("\n"))).Members,
        new HashSet<string>()));

    [Fact]
    public void A_workload_of_the_plan_is_spread_over_nodes_and_zones()
    {
        var result = Read();

        Assert.Empty(result.Problems);
        Assert.DoesNotContain(result.Warnings, warning => warning.Path.StartsWith("hardening:spread", StringComparison.Ordinal));
        Assert.Equal(["a", "b"], result.Plan.Spread!.Cluster!.Zones);
    }

    [Theory]
    [InlineData("namespace: authentik", "namespace: authentic", "hardening:spread.workloads[0].namespace: is no namespace of the plan (got \"authentic\"); did you mean authentik?")]
    [InlineData("workload: authentik-server", "workload: server", "hardening:spread.workloads[0].workload: is no workload of authentik in the plan (got \"server\"); add it to the workloads of hardening:namespaces[0]")]
    [InlineData("component: server", "part: server", "")]
    [InlineData(", component: server", "", "hardening:spread.workloads[0].podSelector: selects the pods of authentik-worker too (hardening:namespaces[0].workloads[1]); add a label that its pods do not carry, such as app.kubernetes.io/component")]
    [InlineData("memory: 16Gi, zone: a }]", "memory: 16Gi }]", "hardening:cluster.nodes[2].zone: is missing while other nodes have one, and the scheduler passes over nodes without a zone when it spreads pods; state its zone, or that of no node")]
    [InlineData("replicas: 2", "replicas: 4, whenUnsatisfiable: DoNotSchedule", "hardening:spread.workloads[0].whenUnsatisfiable: 3 nodes have room for 3 pods with maxSkew 1, and a rollout has 4 at once: some would stay Pending (got \"DoNotSchedule\"); write ScheduleAnyway, or raise maxSkew")]
    public void What_does_not_fit_the_rest_of_the_plan_is_refused(string old, string changed, string refusal) =>
        Assert.Equal(refusal, string.Join('\n', Read(old, changed).Problems));
}
