using System.Text.Json;

namespace Hardening.Components.Tests.Namespaces;

/// <summary>Pods that ask for resources as a whole. What is expected is what an API server 1.34.9 answered when the same pods were created.</summary>
public sealed class PodLevelTests
{
    private static NamespaceAdmission Admission(Dictionary<string, string>? podMaximum = null) => new(
        new()
        {
            Name = "shop",
            Size = NamespaceSize.Small,
            Limits = new() { Mode = Rollout.Enforce, Pod = podMaximum is null ? null : new() { Max = new(podMaximum) } },
            Quota = new() { Mode = Rollout.Enforce },
            Cluster = new() { KubernetesVersion = "1.34" },
        },
        "plan");

    private static JsonElement Spec(string whole, params string[] containers)
    {
        var items = string.Join(", ", containers.Select((resources, index) => $$"""{ "name": "c{{index}}", "resources": { {{resources}} } }"""));
        using var document = JsonDocument.Parse($$"""{ "containers": [{{items}}], "resources": { {{whole}} } }""");
        return document.RootElement.Clone();
    }

    private static string[] ByLimits(JsonElement spec, Dictionary<string, string>? podMaximum = null) =>
        [.. Admission(podMaximum).RefusedByLimits(spec).Select(refusal => refusal.ToString())];

    private static string Use(JsonElement spec) =>
        string.Join(", ", Admission().UseOf(spec).OrderBy(use => use.Key, StringComparer.Ordinal).Select(use => $"{use.Key} {use.Value}"));

    [Fact]
    public void Defaults_of_containers_may_not_exceed_the_request_of_the_pod() => Assert.Equal(
        [
            // Invalid value: "10m": must be greater than or equal to aggregate container requests of 50m
            "pod requests 10m of cpu as a whole, and its containers 50m with the defaults that they get; raise resources.requests of the pod, or state requests of cpu in its containers",
        ],
        ByLimits(Spec("""
            "requests": { "cpu": "10m", "memory": "2Gi" }
            """, "", "")));

    [Fact]
    public void Defaults_of_containers_may_not_exceed_the_limit_of_the_pod() => Assert.Equal(
        [
            // Invalid value: "256Mi": must be less than or equal to pod limits of 128Mi
            "container c0 has a limit of 256Mi of memory, default or its own, and its pod has one of 128Mi as a whole; state a limit of memory in the container, or raise resources.limits of the pod",
        ],
        ByLimits(Spec("""
            "limits": { "memory": "128Mi" }
            """, "")));

    [Fact]
    public void With_limits_alone_the_pod_requests_what_its_containers_state_before_they_get_defaults() => Assert.Equal(
        [
            // Invalid value: "20m": must be greater than or equal to aggregate container requests of 45m
            "pod requests 20m of cpu as a whole, and its containers 45m with the defaults that they get; raise resources.requests of the pod, or state requests of cpu in its containers",
        ],
        ByLimits(Spec("""
            "limits": { "cpu": "1", "memory": "1Gi" }
            """, """
            "requests": { "cpu": "20m" }
            """, "")));

    [Fact]
    public void What_the_pod_states_stands_for_the_sum_in_quotas() => Assert.Equal(
        "count/pods 1, limits.cpu 500m, limits.memory 1Gi, pods 1, requests.cpu 400m, requests.memory 1Gi",
        Use(Spec("""
            "requests": { "cpu": "400m" }, "limits": { "memory": "1Gi" }
            """, "", "")));

    [Fact]
    public void And_for_the_maximum_of_pods() => Assert.Equal(
        ["pod has a limit of 1Gi of memory, and 600Mi is the maximum; lower it, or raise plan.limits.pod.max"],
        ByLimits(
            Spec("""
                "limits": { "memory": "1Gi" }
                """, "", ""),
            new() { ["memory"] = "600Mi" }));

    [Fact]
    public void A_quota_asks_nothing_of_the_containers_then()
    {
        var args = new HardenedNamespaceArgs
        {
            Name = "shop",
            Exemptions = [new() { Control = NamespaceControl.LimitRange, Reason = "none", Owner = "ops", Expires = "2027-03-31" }],
            Quota = new() { Mode = Rollout.Enforce, Hard = new() { ["limits.cpu"] = "none", ["limits.memory"] = "none", ["requests.cpu"] = "none" } },
            Cluster = new() { KubernetesVersion = "1.34" },
        };

        Assert.Single(new NamespaceAdmission(args).RefusedByQuota(Spec(string.Empty, "")));
        Assert.Empty(new NamespaceAdmission(args).RefusedByQuota(Spec("""
            "requests": { "cpu": "1" }
            """, "")));
    }
}
