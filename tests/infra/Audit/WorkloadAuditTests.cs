using System.Text.Json.Nodes;
using Hardening.Infra.Tests.Commands;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Audit;

/// <summary>How recorded objects become workloads, and what is said of them.</summary>
public sealed class WorkloadAuditTests : IDisposable
{
    private const string Bad = "evil.example/x:1.2.3";

    private readonly TempFolder _folder = new();

    public WorkloadAuditTests() => _folder.Write("Pulumi.yaml", Commands.Plans.Project);

    public void Dispose() => _folder.Dispose();

    private async Task<CliRun> AuditAsync(string more, params JsonObject[] items)
    {
        _folder.Write("Pulumi.dev.yaml", $$"""
            config:
              hardening:cluster:
                kubernetesVersion: "1.34"
                ciliumVersion: "1.19.4"
                kyvernoVersion: "1.19.0"
                kyvernoPolicyExceptions: true
                kyvernoExceptionNamespace: shop
                nodes: [{ name: worker-1, memory: 32Gi }]
              hardening:namespaces:
                - name: shop
                  size: Small
                  egress: [{ none: true }]
                  workloads: [{ name: web, podSelector: { app: web }, images: [docker.io/library/nginx:1.29.3] }, { name: gone }]
            {{more}}
            """);
        _folder.Write("facts.json", Recording.List(items));
        return await CliRun.RunAsync(_folder.Path, "audit", "--facts", "facts.json");
    }

    private Task<CliRun> AuditImagesAsync(params JsonObject[] items) => AuditAsync("  hardening:registries: { trusted: [docker.io] }", items);

    /// <summary>The lines that name workloads in findings.</summary>
    private static string[] Workloads(CliRun run) => [.. run.Out.Split('\n').Where(line => line.StartsWith("    shop ", StringComparison.Ordinal)).Select(line => line.Trim())];

    [Fact]
    public async Task Ten_replicas_and_their_template_are_one_finding()
    {
        var pods = Enumerable.Range(0, 10).Select(index => Recording.Pod($"web-7d5b-{index}", Bad, "ReplicaSet/web-7d5b").With("metadata.labels", new JsonObject { ["app"] = "web", ["pod-template-hash"] = "7d5b" }));
        var run = await AuditImagesAsync([.. pods, Recording.Controller("ReplicaSet", "web-7d5b", Bad, owner: "Deployment/web"), Recording.Controller("Deployment", "web", Bad)]);

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Equal(["shop Deployment/web"], Workloads(run));
        Assert.Equal(2, run.Out.Split("registry-allowlist: ").Length);
        Assert.Contains("    registry-allowlist  1       0        1        workloads\n", run.Out, StringComparison.Ordinal);
    }

    /// <summary>The API server's answer to such a pod: must be greater than or equal to aggregate container requests of 25m.</summary>
    [Fact]
    public async Task What_a_pod_asks_for_as_a_whole_is_read()
    {
        var run = await AuditAsync(
            string.Empty,
            Recording.Pod("web", "docker.io/library/nginx:1.29.3").With("spec.resources", JsonNode.Parse("""{ "requests": { "cpu": "10m", "memory": "2Gi" } }""")!));

        Assert.Contains(
            "limit-range: pod requests 10m of cpu as a whole, and its containers 25m with the defaults that they get; raise resources.requests of the pod, or state requests of cpu in its containers\n",
            run.Out,
            StringComparison.Ordinal);
        Assert.Contains("resource-quota: its pods take 2Gi of requests.memory, and the quota is 1Gi: the next of them is refused", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReplicaSet/web-7d5b", "Deployment/web")]
    [InlineData("ReplicaSet/web-other", "ReplicaSet/web-other")]
    [InlineData("Job/backup-29370420", "CronJob/backup")]
    [InlineData("StatefulSet/db", "StatefulSet/db")]
    [InlineData("Cluster/pg", "Cluster/pg")]
    [InlineData(null, "Pod/one")]
    public async Task A_pod_is_told_by_the_controller_that_a_user_knows(string? owner, string workload)
    {
        var run = await AuditImagesAsync(
            Recording.Pod("one", Bad, owner).With("metadata.labels", new JsonObject { ["pod-template-hash"] = "7d5b" }),
            Recording.Controller("Job", "backup-29370420", "docker.io/library/nginx:1.29.3", owner: "CronJob/backup"));

        Assert.Equal(["shop " + workload], Workloads(run));
    }

    [Fact]
    public async Task Every_controller_is_judged_by_its_template_without_any_pod()
    {
        string[] kinds = ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"];
        var run = await AuditImagesAsync([.. kinds.Select(kind => Recording.Controller(kind, "a-" + kind.ToLowerInvariant(), Bad)), Recording.Controller("Deployment", "idle", Bad, ", \"replicas\": 0")]);

        Assert.Equal([.. kinds.Append("Deployment").Zip(kinds.Select(kind => "a-" + kind.ToLowerInvariant()).Append("idle"), (kind, name) => $"shop {kind}/{name}").OrderBy(line => line.Split('/')[0], StringComparer.Ordinal).ThenBy(line => line, StringComparer.Ordinal)], Workloads(run));
    }

    [Fact]
    public async Task What_has_ended_or_stands_still_or_is_the_kubelets_is_not_judged()
    {
        var ended = Recording.Controller("Job", "done", Bad).With("status.conditions", JsonNode.Parse("""[{ "type": "Complete", "status": "True" }]""")!);
        var run = await AuditImagesAsync(
            Recording.Pod("ok", "docker.io/library/nginx:1.29.3"),
            ended,
            Recording.Pod("over", Bad).With("status.phase", "Succeeded"),
            Recording.Controller("ReplicaSet", "old", Bad, ", \"replicas\": 0"),
            Recording.Pod("etcd-control-1", Bad, "Node/control-1"));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("    started by a node's kubelet whatever admission says, and not judged: shop/etcd\n    pods that have ended, which no admission sees again: 1\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("\nNothing that was recorded would break.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_of_init_and_ephemeral_containers_and_of_volumes_are_judged()
    {
        var pod = Recording.Pod("one", "docker.io/library/nginx:1.29.3")
            .With("spec.initContainers", JsonNode.Parse("""[{ "name": "setup", "image": "evil.example/setup:1.0.0" }]""")!)
            .With("spec.ephemeralContainers", JsonNode.Parse("""[{ "name": "debug", "image": "evil.example/debug:1.0.0" }]""")!)
            .With("spec.volumes", JsonNode.Parse("""[{ "name": "models", "image": { "reference": "evil.example/models:1.0.0" } }]""")!);
        var run = await AuditImagesAsync(pod);

        Assert.All(
            ["container setup uses evil.example/setup:1.0.0", "container debug uses evil.example/debug:1.0.0", "volume models uses evil.example/models:1.0.0"],
            text => Assert.Contains("        registry-allowlist: " + text, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_plan_has_and_the_recording_lacks_is_a_note_and_the_other_way_round()
    {
        var elsewhere = Recording.Pod("one", "docker.io/library/nginx:1.29.3").With("metadata.namespace", "elsewhere");
        var run = await AuditImagesAsync(elsewhere, Recording.Pod("release-web-0", "docker.io/library/nginx:1.29.3"));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("    namespaces that are recorded and not in the plan, judged by cluster-wide policies alone: elsewhere\n    workloads of the plan that were not recorded: shop/gone\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_one_cluster_are_one_recording()
    {
        await AuditImagesAsync(Recording.Pod("one", Bad));
        _folder.Write("more.json", Recording.List(Recording.Pod("one", Bad), Recording.Pod("two", Bad)));
        var run = await CliRun.RunAsync(_folder.Path, "audit", "--facts", "facts.json", "--facts", "more.json");

        Assert.Contains("    2 pods and 2 workloads in 1 namespaces, from facts.json, more.json\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 2, null)]
    [InlineData(", \"strategy\": { \"type\": \"Recreate\" }", 3, null)]
    [InlineData("", 3, "shop Deployment/web\n        resource-quota: a rollout or run makes 1 more pod and takes 300Mi of requests.memory: 900Mi of 1Gi is taken already; raise hardening:namespaces[0].quota.hard[requests.memory], or ask for less")]
    [InlineData(", \"strategy\": { \"rollingUpdate\": { \"maxSurge\": \"100%\" } }", 2, "shop Deployment/web\n        resource-quota: a rollout or run makes 2 more pods and takes 600Mi of requests.memory: 600Mi of 1Gi is taken already; raise hardening:namespaces[0].quota.hard[requests.memory], or ask for less")]
    [InlineData(", \"strategy\": { \"rollingUpdate\": { \"maxSurge\": 0 } }", 3, null)]
    [InlineData("", 4, "shop\n        resource-quota: its pods take 1200Mi of requests.memory, and the quota is 1Gi: the next of them is refused; raise hardening:namespaces[0].quota.hard[requests.memory], or ask for less")]
    public async Task Quotas_are_added_up_with_the_surge_of_one_rollout(string strategy, int replicas, string? finding)
    {
        // One pod runs already; the others are on their way. The LimitRange fills in the rest: 256Mi as the limit would be less than the request.
        const string resources = ", \"resources\": { \"requests\": { \"memory\": \"300Mi\" }, \"limits\": { \"memory\": \"300Mi\" } }";
        var deployment = Recording.Controller("Deployment", "web", "docker.io/library/nginx:1.29.3", $$""", "replicas": {{replicas}} {{strategy}}""");
        deployment["spec"]!["template"]!["spec"] = Recording.Pod("x", "docker.io/library/nginx:1.29.3", more: resources)["spec"]!.DeepClone();
        var run = await AuditAsync("", deployment, Recording.Pod("web-7d5b-1", "docker.io/library/nginx:1.29.3", "ReplicaSet/web-7d5b", resources).With("metadata.labels", new JsonObject { ["app"] = "web", ["pod-template-hash"] = "7d5b" }));

        Assert.Equal((finding is null ? 0 : 1, ""), (run.Code, run.Error));
        if (finding is not null)
            Assert.Contains($"Findings (1):\n    {finding}\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scopes: [Terminating]", "its pods take 2 of pods, and the quota is 1: the next of them is refused")]
    [InlineData("scopes: [NotTerminating]", null)]
    [InlineData("scopeSelector: [{ scopeName: PriorityClass, operator: In, values: [batch] }]", "its pods take 3 of pods, and the quota is 1: the next of them is refused")]
    [InlineData("scopeSelector: [{ scopeName: PriorityClass, operator: NotIn, values: [batch] }]", null)]
    [InlineData("scopes: [NotBestEffort, CrossNamespacePodAffinity]", null)]
    public async Task A_quota_with_scopes_counts_the_pods_that_they_match(string scopes, string? finding)
    {
        _folder.Write("Pulumi.dev.yaml", $$"""
            config:
              hardening:cluster: { kubernetesVersion: "1.34", ciliumVersion: "1.19.4", nodes: [{ name: worker-1, memory: 32Gi }] }
              hardening:namespaces:
                - name: shop
                  size: Small
                  quota: { {{scopes}}, hard: { pods: 1 } }
                  egress: [{ none: true }]
            """);
        _folder.Write("facts.json", Recording.List(
            Recording.Pod("one", "docker.io/library/nginx:1.29.3").With("spec.activeDeadlineSeconds", 60).With("spec.priorityClassName", "batch"),
            Recording.Pod("two", "docker.io/library/nginx:1.29.3").With("spec.activeDeadlineSeconds", 60).With("spec.priorityClassName", "batch"),
            Recording.Pod("three", "docker.io/library/nginx:1.29.3").With("spec.priorityClassName", "batch")));
        var run = await CliRun.RunAsync(_folder.Path, "audit", "--facts", "facts.json");

        Assert.Equal((finding is null ? 0 : 1, ""), (run.Code, run.Error));
        Assert.DoesNotContain("not added up", run.Out, StringComparison.Ordinal);
        if (finding is not null)
            Assert.Contains($"    shop\n        resource-quota: {finding}; raise hardening:namespaces[0].quota.hard[pods], or ask for less\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_runs_now_and_then_needs_room_too()
    {
        var job = Recording.Controller("CronJob", "crawl", "docker.io/library/nginx:1.29.3", ", \"suspend\": false").With("spec.jobTemplate.spec.parallelism", 16);
        var run = await AuditAsync("", job);
        var suspended = await AuditAsync("", job.With("spec.suspend", true));

        Assert.Contains("resource-quota: a rollout or run makes 16 more pods and takes 16 of pods: 0 of 15 is taken already", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, suspended.Code);
    }

    [Fact]
    public async Task An_expired_exemption_excuses_nothing()
    {
        const string exempt = """
                  podSecurity: { level: baseline }
                  exemptions: [{ control: pod-security, reason: devices, owner: ops, expires: DAY }]
            """;
        var pod = Recording.Pod("one", "docker.io/library/nginx:1.29.3").With("spec.hostNetwork", true);

        Assert.Equal(0, (await AuditAsync(exempt.Replace("DAY", "2026-11-22", StringComparison.Ordinal), pod)).Code);
        Assert.Equal(1, (await AuditAsync(exempt.Replace("DAY", "2026-11-21", StringComparison.Ordinal), pod)).Code);
    }
}
