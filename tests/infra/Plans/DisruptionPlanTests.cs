using Hardening.Infra.Plans.Reading;
using Hardening.Infra.Plans;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans;

/// <summary>Budgets are for workloads of the plan and take nobody else's pods along.</summary>
public sealed class DisruptionPlanTests
{
    private const string Plan = """
        hardening:cluster: { kubernetesVersion: "1.34", ciliumVersion: "1.19.4", nodes: [{ name: worker-1, memory: 16Gi }] }
        hardening:namespaces:
          - name: authentik
            size: Small
            egress: [{ none: true }]
            workloads:
              - name: authentik-server
              - name: authentik-worker
                podSelector: { name: authentik, component: worker }
                egress: [{ none: true }]
        hardening:disruption:
          - { replicas: 2, maxUnavailable: 1, $ }
        """;

    private static string[] Refusals(string item) => PlanReader.Read(new PlanSource(
        YamlReader.Read(new StringReader(Plan.Replace("$", item, StringComparison.Ordinal).ReplaceLineEndings("\n"))).Members,
        new HashSet<string>())).Problems.Select(problem => problem.ToString()).ToArray();

    [Fact]
    public void A_budget_of_a_planned_workload_is_accepted() =>
        Assert.Empty(Refusals("namespace: authentik, workload: authentik-server, podSelector: { name: authentik, component: server }"));

    [Theory]
    [InlineData("namespace: authentic, workload: authentik-server, podSelector: { name: a }", "namespace: is no namespace of the plan (got \"authentic\"); did you mean authentik?")]
    [InlineData("namespace: authentik, workload: authentik-servr, podSelector: { name: a }", "workload: is no workload of authentik in the plan (got \"authentik-servr\"); did you mean authentik-server?")]
    [InlineData("namespace: authentik, workload: authentik-server, podSelector: { name: authentik }", "podSelector: selects the pods of authentik-worker too (hardening:namespaces[0].workloads[1]); add a label that its pods do not carry, such as app.kubernetes.io/component")]
    [InlineData("namespace: authentik, workload: authentik-server, podSelector: { name: a }, minAvailable: 2.5", "minAvailable: is a number where a text belongs (got \"2.5\"); put it in quotes: \"2.5\"")]
    public void A_budget_of_something_else_is_refused(string item, string refusal) => Assert.Equal([$"hardening:disruption[0].{refusal}"], Refusals(item));
}
