using System.Text.Json;

namespace Hardening.Components.Tests.Namespaces;

/// <summary>Pods as admission in a hardened namespace sees them.</summary>
public sealed class NamespaceAdmissionTests
{
    private static readonly ClusterFactsArgs Cluster = new() { KubernetesVersion = "1.34" };

    private static HardenedNamespaceArgs Args(LimitArgs? container = null, LimitArgs? pod = null, Dictionary<string, string>? hard = null) => new()
    {
        Name = "shop",
        Size = NamespaceSize.Small,
        Limits = new() { Mode = Rollout.Off, Container = container, Pod = pod },
        Quota = new() { Mode = Rollout.Off, Hard = hard },
        Cluster = Cluster,
    };

    private static string[] ByLimits(HardenedNamespaceArgs args, string pod)
    {
        using var document = JsonDocument.Parse(pod);
        return [.. new NamespaceAdmission(args, "plan").RefusedByLimits(document.RootElement).Select(refusal => refusal.ToString())];
    }

    private static string Use(HardenedNamespaceArgs args, string pod)
    {
        using var document = JsonDocument.Parse(pod);
        return string.Join(", ", new NamespaceAdmission(args).UseOf(document.RootElement).OrderBy(use => use.Key, StringComparer.Ordinal).Select(use => $"{use.Key} {use.Value}"));
    }

    private static string Pod(params string[] resources) =>
        $$"""{ "containers": [{{string.Join(", ", resources.Select((text, index) => $$"""{ "name": "c{{index}}", "resources": { {{text}} } }"""))}}] }""";

    [Fact]
    public void A_container_that_states_nothing_gets_the_defaults_whatever_the_mode() => Assert.Empty(ByLimits(Args(), Pod("")));

    [Fact]
    public void A_request_above_the_default_limit_is_refused() => Assert.Equal(
        ["container c0 requests 300Mi of memory and states no limit, so that it gets the default of 256Mi, which is less; state a limit of memory in the container"],
        ByLimits(Args(), Pod("\"requests\": { \"memory\": \"300Mi\" }")));

    [Fact]
    public void A_limit_alone_is_the_request_too() => Assert.Equal("count/pods 1, limits.cpu 250m, limits.memory 300Mi, pods 1, requests.cpu 25m, requests.memory 300Mi", Use(Args(), Pod("\"limits\": { \"memory\": \"300Mi\" }")));

    [Theory]
    [InlineData("\"limits\": { \"memory\": \"2Gi\" }", "container c0 has a limit of 2Gi of memory, and 1Gi is the maximum; lower it, or raise plan.limits.container.max")]
    [InlineData("\"requests\": { \"cpu\": \"10m\" }", "container c0 requests 10m of cpu, and 20m is the minimum; raise it, or lower plan.limits.container.min")]
    [InlineData("\"requests\": { \"cpu\": \"20m\" }, \"limits\": { \"cpu\": \"1\" }", "container c0 has a limit of 1 and a request of 20m of cpu, a ratio above 40; raise the request, or raise plan.limits.container.maxLimitRequestRatio")]
    [InlineData("\"requests\": { \"cpu\": \"600m\" }, \"limits\": { \"cpu\": \"500m\" }", "container c0 requests 600m of cpu, more than its limit of 500m; raise the limit")]
    public void Bounds_of_containers(string resources, string refusal) =>
        Assert.Equal([refusal], ByLimits(Args(new() { Min = new() { ["cpu"] = "20m" }, MaxLimitRequestRatio = new() { ["cpu"] = "40" } }), Pod(resources)));

    [Fact]
    public void Init_containers_are_bounded_and_ephemeral_ones_are_not()
    {
        const string two = """[{ "name": "setup", "resources": { "limits": { "memory": "2Gi" } } }]""";

        Assert.Equal(["container setup has a limit of 2Gi of memory, and 1Gi is the maximum; lower it, or raise plan.limits.container.max"], ByLimits(Args(), $$"""{ "initContainers": {{two}} }"""));
        Assert.Empty(ByLimits(Args(), $$"""{ "ephemeralContainers": {{two}} }"""));
    }

    [Fact]
    public void Pods_are_bounded_by_the_sum_of_their_containers() => Assert.Equal(
        ["pod has a limit of 512Mi of memory, and 400Mi is the maximum; lower it, or raise plan.limits.pod.max"],
        ByLimits(Args(pod: new() { Max = new() { ["memory"] = "400Mi" } }), Pod("", "")));

    [Fact]
    public void A_number_that_the_plan_drops_bounds_nothing() =>
        Assert.Empty(ByLimits(Args(new() { Max = new() { ["memory"] = "none" } }), Pod("\"limits\": { \"memory\": \"2Gi\" }")));

    [Fact]
    public void A_pod_takes_the_more_of_running_and_starting_with_its_overhead()
    {
        const string pod = """
            {
              "initContainers": [
                { "name": "mesh", "restartPolicy": "Always", "resources": { "requests": { "memory": "100Mi", "cpu": "10m" }, "limits": { "memory": "100Mi", "cpu": "10m" } } },
                { "name": "setup", "resources": { "requests": { "memory": "900Mi", "cpu": "10m" }, "limits": { "memory": "900Mi", "cpu": "10m" } } }
              ],
              "containers": [
                { "name": "a", "resources": { "requests": { "memory": "200Mi", "cpu": "30m" }, "limits": { "memory": "300Mi", "cpu": "30m", "nvidia.com/gpu": 1 } } },
                { "name": "b", "resources": { "requests": { "memory": "200Mi", "cpu": "30m" }, "limits": { "memory": "300Mi", "cpu": "30m" } } }
              ],
              "overhead": { "memory": "24Mi" }
            }
            """;

        Assert.Equal("count/pods 1, limits.cpu 70m, limits.memory 1Gi, limits.nvidia.com/gpu 1, pods 1, requests.cpu 70m, requests.memory 1Gi, requests.nvidia.com/gpu 1", Use(Args(), pod));
    }

    /// <summary>The API server's answer: minimum cpu usage per Pod is 200m, but request is 150m (of a pod with an overhead of 500m).</summary>
    [Fact]
    public void Overhead_is_no_part_of_what_a_LimitRange_bounds() => Assert.Equal(
        ["pod requests 150m of cpu, and 200m is the minimum; raise it, or lower plan.limits.pod.min"],
        ByLimits(
            Args(pod: new() { Min = new() { ["cpu"] = "200m" }, Max = new() { ["memory"] = "400Mi" } }),
            """{ "containers": [{ "name": "a", "resources": { "limits": { "cpu": "150m", "memory": "300Mi" } } }], "overhead": { "cpu": "500m", "memory": "500Mi" } }"""));

    [Fact]
    public void A_quota_refuses_containers_that_state_nothing_and_get_no_default()
    {
        var args = Args(hard: new() { ["requests.memory"] = "1Gi" });
        args.Exemptions = [new() { Control = NamespaceControl.LimitRange, Reason = "none", Owner = "ops", Expires = "2027-03-31" }];
        using var pod = JsonDocument.Parse(Pod("\"requests\": { \"cpu\": \"1\" }"));

        Assert.Equal(
            [
                "container c0 states no limit of cpu, which the quota counts; state a limit of cpu",
                "container c0 states no limit of memory, which the quota counts; state a limit of memory",
                "container c0 states no request of memory, which the quota counts; state a request of memory",
            ],
            new NamespaceAdmission(args).RefusedByQuota(pod.RootElement).Select(refusal => refusal.ToString()));
    }

    [Fact]
    public void What_is_exempt_judges_nothing()
    {
        var args = Args();
        args.PodSecurity = new() { Level = PodSecurityLevel.Privileged };
        args.Exemptions = [.. NamespaceControl.All.Select(control => new ExemptionArgs { Control = control, Reason = "none", Owner = "ops", Expires = "2027-03-31" })];
        var admission = new NamespaceAdmission(args);
        using var pod = JsonDocument.Parse("""{ "hostNetwork": true, "containers": [{ "name": "a", "resources": { "limits": { "memory": "99Gi" } } }] }""");

        Assert.Equal((PodSecurityLevel.Privileged, false, null), (admission.Level, admission.HasLimits, admission.Hard));
        Assert.Empty(admission.RefusedByPodSecurity(pod.RootElement));
        Assert.Empty(admission.RefusedByLimits(pod.RootElement));
        Assert.Empty(admission.RefusedByQuota(pod.RootElement));
    }

    [Theory]
    [InlineData("Terminating", "\"activeDeadlineSeconds\": 60", true)]
    [InlineData("Terminating", "\"activeDeadlineSeconds\": 0", true)]
    [InlineData("Terminating", "", false)]
    [InlineData("NotTerminating", "", true)]
    [InlineData("NotTerminating", "\"activeDeadlineSeconds\": 60", false)]
    [InlineData("BestEffort", "\"containers\": [{ \"name\": \"a\" }]", true)]
    [InlineData("BestEffort", "\"containers\": [{ \"name\": \"a\", \"resources\": { \"limits\": { \"nvidia.com/gpu\": 1, \"cpu\": \"0\" } } }]", true)]
    [InlineData("BestEffort", "\"containers\": [{ \"name\": \"a\" }], \"initContainers\": [{ \"name\": \"b\", \"resources\": { \"requests\": { \"cpu\": \"1m\" } } }]", false)]
    [InlineData("NotBestEffort", "\"containers\": [{ \"name\": \"a\", \"resources\": { \"limits\": { \"memory\": \"1Mi\" } } }]", true)]
    [InlineData("PriorityClass", "\"priorityClassName\": \"high\"", true)]
    [InlineData("PriorityClass", "", false)]
    [InlineData("PriorityClass In high low", "\"priorityClassName\": \"low\"", true)]
    [InlineData("PriorityClass In high", "", false)]
    [InlineData("PriorityClass NotIn high", "\"priorityClassName\": \"low\"", true)]
    [InlineData("PriorityClass NotIn high", "", true)]
    [InlineData("PriorityClass NotIn high", "\"priorityClassName\": \"high\"", false)]
    [InlineData("PriorityClass DoesNotExist", "", true)]
    [InlineData("PriorityClass DoesNotExist", "\"priorityClassName\": \"high\"", false)]
    [InlineData("CrossNamespacePodAffinity", "\"affinity\": { \"podAffinity\": { \"requiredDuringSchedulingIgnoredDuringExecution\": [{ \"namespaces\": [\"data\"] }] } }", true)]
    [InlineData("CrossNamespacePodAffinity", "\"affinity\": { \"podAntiAffinity\": { \"preferredDuringSchedulingIgnoredDuringExecution\": [{ \"podAffinityTerm\": { \"namespaceSelector\": {} } }] } }", true)]
    [InlineData("CrossNamespacePodAffinity", "\"affinity\": { \"podAntiAffinity\": { \"requiredDuringSchedulingIgnoredDuringExecution\": [{ \"topologyKey\": \"zone\" }] } }", false)]
    public void A_quota_counts_the_pods_that_its_scope_matches(string scope, string spec, bool isCounted)
    {
        var args = Args(hard: new() { ["pods"] = "5" });
        args.Exemptions = [new() { Control = NamespaceControl.LimitRange, Reason = "none", Owner = "ops", Expires = "2027-03-31" }];
        if (scope.Split(' ') is [var name, var operation, .. var values])
        {
            args.Quota!.ScopeSelector = [new() { ScopeName = name, Operator = operation, Values = [.. values] }];
        }
        else
        {
            args.Quota!.Scopes = [scope];
        }

        using var pod = JsonDocument.Parse($"{{ {spec} }}");

        Assert.Equal(isCounted, new NamespaceAdmission(args).Counts(pod.RootElement));
    }

    [Fact]
    public void Every_scope_of_a_quota_has_to_match_and_defaults_come_first()
    {
        var args = Args(hard: new() { ["pods"] = "5" });
        (args.Quota!.Scopes, args.Quota.ScopeSelector) = (["NotTerminating"], [new() { ScopeName = "NotBestEffort", Operator = "Exists" }]);
        using var pod = JsonDocument.Parse(Pod(""));
        using var ending = JsonDocument.Parse("""{ "activeDeadlineSeconds": 5, "containers": [{ "name": "a" }] }""");

        Assert.True(new NamespaceAdmission(args).Counts(pod.RootElement));
        Assert.False(new NamespaceAdmission(args).Counts(ending.RootElement));
        Assert.True(new NamespaceAdmission(Args()).Counts(ending.RootElement));
    }

    [Fact]
    public void A_quota_of_claims_counts_no_pods()
    {
        var args = Args(hard: new() { ["persistentvolumeclaims"] = "5" });
        Assert.True(new NamespaceAdmission(args).CountsPods);
        args.Quota!.Scopes = ["VolumeAttributesClass"];

        Assert.False(new NamespaceAdmission(args).CountsPods);
    }
}
