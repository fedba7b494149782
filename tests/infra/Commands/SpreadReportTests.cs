using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

public sealed class SpreadReportTests : IDisposable
{
    private const string Recording = "kubectl get pods,nodes -A -o json";

    private const string Plan = """
        config:
          hardening:cluster: { kubernetesVersion: "1.34.1", kyvernoVersion: "1.19.0", nodes: [{ name: n1, memory: 16Gi }, { name: n2, memory: 16Gi }] }
          hardening:namespaces:
            - { name: shop, size: Small, egress: [{ none: true }], workloads: [{ name: web }, { name: api }] }
          hardening:spread:
            workloads:
              - { namespace: shop, workload: web, podSelector: { app: web }, replicas: 2 }
              - { namespace: shop, workload: api, podSelector: { app: api }, replicas: 2 }
        """;

    private const string Nodes = """
        { "kind": "Node", "metadata": { "name": "n1", "labels": { "topology.kubernetes.io/zone": "a" } }, "spec": {} },
        { "kind": "Node", "metadata": { "name": "n2", "labels": null }, "spec": { "taints": [{ "key": "x", "effect": "PreferNoSchedule" }] } },
        { "kind": "Node", "metadata": { "name": "n3" }, "spec": { "unschedulable": true } },
        { "kind": "Node", "metadata": { "name": "control" }, "spec": { "taints": [{ "key": "node-role.kubernetes.io/control-plane", "effect": "NoSchedule" }] } }
        """;

    private readonly TempFolder _folder = new();

    public SpreadReportTests() => _folder.Write("Pulumi.yaml", Plans.Project);

    public void Dispose() => _folder.Dispose();

    private static string Pod(string app, string node, string rest = "") =>
        $$"""{ "kind": "Pod", "metadata": { "name": "{{app}}-{{node}}", "namespace": "shop", "labels": { "app": "{{app}}" } }, "spec": { "nodeName": "{{node}}" {{rest}} }, "status": { "phase": "Running" } }""";

    private async Task<CliRun> ReportAsync(string? facts, string plan = Plan)
    {
        _folder.Write("Pulumi.dev.yaml", plan);
        if (facts is null)
            return await CliRun.RunAsync(_folder.Path, "report", "spread");
        _folder.Write("pods.json", facts);
        return await CliRun.RunAsync(_folder.Path, "report", "spread", "--facts", "pods.json");
    }

    private static string List(params string[] items) => $$"""{ "apiVersion": "v1", "kind": "List", "items": [{{string.Join(',', items)}}] }""";

    [Fact]
    public async Task The_report_is_red_while_nothing_was_recorded()
    {
        var run = await ReportAsync(null);

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Equal($"Topology spread:\nFindings:\n    nothing recorded shows where the pods are: {Recording} > pods.json, then --facts pods.json\n", run.Out);
    }

    [Fact]
    public async Task The_report_is_green_when_every_workload_is_on_several_nodes()
    {
        const string constraints = """, "topologySpreadConstraints": [{ "maxSkew": 1 }]""";
        var run = await ReportAsync(List(Nodes, Pod("web", "n1", constraints), Pod("web", "n2", constraints), Pod("api", "n1"), Pod("api", "n2")));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            """
            Topology spread:
                recorded: 4 pods and 4 nodes in pods.json
                shop/web  n1 1, n2 1; with constraints 2 of 2
                shop/api  n1 1, n2 1; with constraints 0 of 2
            No node has all pods of a workload that could be on several.

            """.ReplaceLineEndings("\n"),
            run.Out);
    }

    [Fact]
    public async Task The_report_is_red_when_one_node_has_all_pods_of_a_workload()
    {
        var ended = Pod("api", "n2").Replace("Running", "Succeeded", StringComparison.Ordinal);
        var deleted = Pod("api", "n2").Replace("\"labels\"", "\"deletionTimestamp\": \"2026-11-22T00:00:00Z\", \"labels\"", StringComparison.Ordinal);
        var run = await ReportAsync(List(Nodes, Pod("web", "n1"), Pod("web", "n2"), Pod("api", "n1"), Pod("api", "n1"), ended, deleted));

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.EndsWith("Findings:\n    shop/api: all 2 pods are on n1, and 2 nodes take pods: restart it, so that the scheduler places them anew\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_spreads_nothing_is_a_finding()
    {
        var run = await ReportAsync(null, Plan[..Plan.IndexOf("  hardening:spread", StringComparison.Ordinal)]);

        Assert.Equal((1, "Topology spread:\nFindings:\n    the plan spreads no workload: add hardening:spread\n"), (run.Code, run.Out));
    }

    [Theory]
    [InlineData("", "is no JSON")]
    [InlineData("[1]", "is no list of Kubernetes objects")]
    [InlineData("""{ "items": [{ "kind": "Pod", "metadata": { "name": "a" }, "spec": {} }] }""", "is no list of Kubernetes objects")]
    [InlineData("""{ "items": [{ "kind": "Node", "metadata": { "name": "a", "labels": 5 }, "spec": {} }] }""", "is no list of Kubernetes objects")]
    [InlineData("""{ "items": [] }""", "holds no Node, and every cluster has some")]
    public async Task Facts_that_show_nothing_are_refused(string facts, string refusal)
    {
        var run = await ReportAsync(facts);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Equal($"error: --facts: {refusal} (got \"pods.json\"); record it with {Recording}\n1 problem; nothing was written.\n", run.Error);
    }

    [Fact]
    public async Task A_plan_that_is_refused_is_no_report()
    {
        var run = await ReportAsync(null, Plan.Replace("workload: api", "workload: app", StringComparison.Ordinal));

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Equal("error: hardening:spread.workloads[1].workload: is no workload of shop in the plan (got \"app\"); did you mean api? (Pulumi.dev.yaml:8)\n1 problem; nothing was written.\n", run.Error);
    }
}
