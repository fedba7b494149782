using System.Text;
using FsCheck.Xunit;
using Hardening.Infra.Recorded.Sizing;

namespace Hardening.Infra.Tests.Sizing;

public sealed class SizingFactsReaderTests
{
    private static readonly string Vpa = Facts.Vpa(Facts.Container("web", "15m", "262144k", "100m", "500000000"));

    private static string Refused(string json) =>
        Assert.Single(Assert.Throws<BadInputException>(() => SizingFactsReader.Read(Encoding.UTF8.GetBytes(json), "facts.json")).Problems).ToString();

    [Fact]
    public void Recommendations_are_read_with_their_conditions_and_bounds()
    {
        var recommendation = Assert.Single(Facts.Read(Vpa).Recommendations);

        Assert.Equal(("shop", "goldilocks-web", "Deployment", "web"), (recommendation.Namespace, recommendation.Name, recommendation.Kind, recommendation.Workload));
        Assert.Equal(["RecommendationProvided"], recommendation.Conditions);
        Assert.Equal(("15m", "100m"), (recommendation.Containers[0].Target.Cpu.ToString(), recommendation.Containers[0].Upper.Cpu.ToString()));
        Assert.Equal(262_144_000, recommendation.Containers[0].Target.Memory!.Value.Nanos / 1_000_000_000);
    }

    [Theory]
    [InlineData("Deployment", "\"replicas\": 4", "", 5)]
    [InlineData("Deployment", "\"replicas\": 0", "", 2)]
    [InlineData("Deployment", "\"paused\": false", "", 2)]
    [InlineData("Deployment", "\"replicas\": 4, \"strategy\": { \"type\": \"Recreate\" }", "", 4)]
    [InlineData("Deployment", "\"replicas\": 4, \"strategy\": { \"rollingUpdate\": { \"maxSurge\": 2 } }", "", 6)]
    [InlineData("Deployment", "\"replicas\": 3, \"strategy\": { \"rollingUpdate\": { \"maxSurge\": \"50%\" } }", "", 5)]
    [InlineData("Deployment", "\"replicas\": 2, \"strategy\": { \"rollingUpdate\": { \"maxSurge\": \"300%\" } }", "", 8)]
    [InlineData("Deployment", "\"replicas\": 2000000000", "", 125000)]
    [InlineData("Deployment", "\"replicas\": 2000000000, \"strategy\": { \"rollingUpdate\": { \"maxSurge\": \"2000000000%\" } }", "", 200000)]
    [InlineData("StatefulSet", "\"replicas\": 3", "", 3)]
    [InlineData("DaemonSet", "\"updateStrategy\": { \"type\": \"RollingUpdate\" }", "\"desiredNumberScheduled\": 5", 5)]
    public void Pods_are_counted_with_those_of_a_rollout(string kind, string spec, string status, int pods) =>
        Assert.Equal(pods, Assert.Single(Facts.Read(Vpa, Facts.Workload("\"containers\": []", kind, spec: spec, status: status)).Workloads).Pods);

    [Theory]
    [InlineData("Forbid", 2)]
    [InlineData("Allow", 4)]
    public void Jobs_may_overlap_where_they_are_allowed_to(string policy, int pods)
    {
        var job = $$"""
            { "kind": "CronJob", "metadata": { "name": "backup", "namespace": "shop" },
              "spec": { "concurrencyPolicy": "{{policy}}", "jobTemplate": { "spec": { "parallelism": 2, "template": { "spec": { "containers": [{ "name": "backup" }] } } } } } }
            """;

        Assert.Equal(pods, Assert.Single(Facts.Read(Vpa, job).Workloads).Pods);
    }

    [Fact]
    public void Init_containers_end_before_the_others_begin_unless_they_are_sidecars()
    {
        var workload = Assert.Single(Facts.Read(Vpa, Facts.Workload(
            """
            "containers": [{ "name": "web", "resources": { "requests": { "cpu": "100m" }, "limits": { "memory": "1Gi" } } }],
            "initContainers": [{ "name": "migrate", "resources": {} }, { "name": "proxy", "restartPolicy": "Always" }]
            """)).Workloads);

        Assert.Equal("web False False, migrate True False, proxy False True", string.Join(", ", workload.Containers.Select(container => $"{container.Name} {container.IsInit} {container.IsSidecar}")));
        Assert.Equal(("100m", "1Gi"), (workload.Containers[0].Requests.Cpu.ToString(), workload.Containers[0].Limits.Memory.ToString()));
    }

    [Theory]
    [InlineData("Deployment", "\"replicas\": 2", 10, 13)]
    [InlineData("Deployment", "\"replicas\": 20", 10, 25)]
    [InlineData("StatefulSet", "\"replicas\": 1", 4, 4)]
    [InlineData("Deployment", "\"replicas\": 2", 2000000000, 125000)]
    public void An_autoscalers_maximum_counts_before_the_rollout(string kind, string spec, int most, int pods) =>
        Assert.Equal(pods, Assert.Single(Facts.Read(Vpa, Facts.Autoscaler(most, kind), Facts.Workload("\"containers\": []", kind, spec: spec)).Workloads).Pods);

    [Fact]
    public void Claims_are_counted_by_their_templates() => Assert.Equal(2, Assert.Single(Facts.Read(
        Vpa, Facts.Workload("\"containers\": []", "StatefulSet", spec: "\"replicas\": 3, \"volumeClaimTemplates\": [{}, {}]")).Workloads).Claims);

    [Fact]
    public void Pods_that_nothing_recorded_makes_are_workloads_of_their_own()
    {
        const string one = "\"containers\": [{ \"name\": \"a\" }]";
        var workloads = Facts.Read(
            Vpa,
            Facts.Workload(one),
            Facts.Workload(one, "StatefulSet", "vault", spec: "\"replicas\": 1"),
            """{ "kind": "CronJob", "metadata": { "name": "backup", "namespace": "shop" }, "spec": { "jobTemplate": { "spec": { "template": { "spec": {} } } } } }""",
            Facts.Pod(one, "web-6f7d-x", "\"kind\": \"ReplicaSet\", \"name\": \"web-6f7d\""),
            Facts.Pod(one, "vault-0", "\"kind\": \"StatefulSet\", \"name\": \"vault\""),
            Facts.Pod(one, "backup-1-x", "\"kind\": \"Job\", \"name\": \"backup-1\""),
            Facts.Pod(one, "rollout-1a-x", "\"kind\": \"ReplicaSet\", \"name\": \"rollout-1a\""),
            Facts.Pod(one, "seed-x", "\"kind\": \"Job\", \"name\": \"seed\""),
            Facts.Pod(one, "done-x", "\"kind\": \"Job\", \"name\": \"done\"", phase: "Succeeded"),
            Facts.Pod(one, "shell", owner: ""),
            Facts.Pod(one),
            Facts.Pod(one, "db-2")).Workloads;

        Assert.Equal(
            "Deployment/web 3, StatefulSet/vault 1, CronJob/backup 2, ReplicaSet/rollout-1a 1, Job/seed 1, Pod/shell 1, Cluster/db 1, Cluster/db 1",
            string.Join(", ", workloads.Select(workload => $"{workload.Kind}/{workload.Name} {workload.Pods}")));
    }

    [Theory]
    [InlineData("\"replicas\": 1, \"strategy\": { \"rollingUpdate\": { \"maxSurge\": \"99999999999%\" } }")]
    [InlineData("\"replicas\": 1, \"strategy\": { \"rollingUpdate\": { \"maxSurge\": 99999999999 } }")]
    [InlineData("\"replicas\": 99999999999")]
    public void A_number_that_no_cluster_has_is_refused_with_its_object(string spec) =>
        Assert.Contains("holds Deployment shop/web, which is no such object", Refused(Facts.List(Facts.Workload("\"containers\": []", spec: spec))), StringComparison.Ordinal);

    [Fact]
    public void What_is_used_is_read_from_quotas_whatever_they_call_it()
    {
        var facts = Facts.Read(
            Vpa,
            """{ "kind": "ResourceQuota", "metadata": { "name": "a", "namespace": "shop" }, "status": { "used": { "memory": "1Gi", "limits.cpu": "2" } } }""",
            """{ "kind": "ResourceQuota", "metadata": { "name": "b", "namespace": "shop" }, "status": { "used": { "requests.memory": "3Gi" } } }""",
            """{ "kind": "ResourceQuota", "metadata": { "name": "c", "namespace": "shop" } }""");

        Assert.Equal(("3Gi", "2"), (facts.Used[("shop", "requests.memory")].ToString(), facts.Used[("shop", "limits.cpu")].ToString()));
    }

    [Fact]
    public void Several_outputs_may_stand_one_after_the_other_and_other_kinds_are_left_alone() =>
        Assert.Single(SizingFactsReader.Read(Encoding.UTF8.GetBytes("\uFEFF" + Facts.List(Vpa) + "\n" + Facts.List("""{ "kind": "ConfigMap", "metadata": { "name": "x" } }""")), "facts.json").Recommendations);

    [Theory]
    [InlineData("", "holds no VerticalPodAutoscaler")]
    [InlineData("no json", "is no JSON")]
    [InlineData("[1]", "is no list of Kubernetes objects")]
    [InlineData("{}", "is no list of Kubernetes objects")]
    [InlineData("{ \"items\": [{ \"kind\": \"Pod\" }] }", "is no list of Kubernetes objects")]
    [InlineData("{ \"items\": [] }", "holds no VerticalPodAutoscaler")]
    [InlineData("{ \"items\": [{ \"kind\": \"Deployment\", \"metadata\": { \"name\": \"a\", \"namespace\": \"b\" } }] }", "holds Deployment b/a, which is no such object")]
    [InlineData("{ \"items\": [{ \"kind\": \"VerticalPodAutoscaler\", \"metadata\": { \"name\": \"a\", \"namespace\": \"b\" }, \"spec\": { \"targetRef\": 5 } }] }", "holds VerticalPodAutoscaler b/a, which is no such object")]
    public void Something_else_is_refused(string json, string refusal) =>
        Assert.Equal($"--facts: {refusal} (got \"facts.json\"); record it with kubectl get vpa,hpa,deployments,statefulsets,daemonsets,cronjobs,pods,resourcequotas -A -o json", Refused(json));

    [Theory]
    [InlineData("15 m")]
    [InlineData("many")]
    public void A_quantity_that_is_none_is_refused_with_its_object(string cpu) =>
        Assert.Contains("holds VerticalPodAutoscaler shop/goldilocks-web, which is no such object", Refused(Facts.List(Facts.Vpa(Facts.Container("web", cpu, "1Mi", "1", "1Mi")))), StringComparison.Ordinal);

    [Property]
    public void Any_text_is_read_or_refused(string text)
    {
        try
        {
            SizingFactsReader.Read(Encoding.UTF8.GetBytes(text ?? ""), "facts.json");
        }
        catch (BadInputException error)
        {
            Assert.NotEmpty(error.Problems);
        }
    }
}
