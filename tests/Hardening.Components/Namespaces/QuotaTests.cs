using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Namespaces;

public sealed class QuotaTests
{
    [Theory]
    [InlineData("limits.memory", "256Mi", "is exceeded by a single container with the default of 512Mi (got \"256Mi\"); raise it, or lower limits.container.default[memory]")]
    [InlineData("requests.cpu", "49m", "is exceeded by a single container with the default of 50m (got \"49m\"); raise it, or lower limits.container.defaultRequest[cpu]")]
    [InlineData("limits.memory", "400m", "is a fraction of a byte: m is milli, not mega (got \"400m\"); write 400Mi for mebibytes or 400M for megabytes")]
    [InlineData("requests.storage", "400m", "is a fraction of a byte: m is milli, not mega (got \"400m\"); write 400Mi for mebibytes or 400M for megabytes")]
    [InlineData("limits.cpu", "4Gi", "is a binary unit, and cpu counts cores (got \"4Gi\"); write cores or millicores, such as 2 or 500m")]
    [InlineData("pods", "1.5", "counts whole objects (got \"1.5\"); write an integer, such as 10")]
    [InlineData("count/jobs.batch", "500m", "counts whole objects (got \"500m\"); write an integer, such as 10")]
    [InlineData("pods", "-1", "is negative (got \"-1\"); the API server accepts zero or more")]
    [InlineData("pod", "1", "is no resource that a quota counts; did you mean pods?")]
    [InlineData("limits.nvidia.com/gpu", "1", "is no resource that a quota counts; extended resources are counted by request: write requests.nvidia.com/gpu")]
    [InlineData("nvidia.com/gpu", "1", "is no resource that a quota counts; write requests.nvidia.com/gpu for an extended resource, count/<plural>.<group> for objects")]
    [InlineData("count/Deployments", "1", "is no resource that a quota counts; write requests.memory, limits.cpu, pods, count/<plural>.<group> or <class>.storageclass.storage.k8s.io/requests.storage")]
    [InlineData("fast.storageclass.storage.k8s.io/limits.storage", "1Gi", "is no resource that a quota counts; write requests.memory, limits.cpu, pods, count/<plural>.<group> or <class>.storageclass.storage.k8s.io/requests.storage")]
    public void A_hard_limit_that_the_API_server_refuses_or_nobody_can_meet_is_refused(string key, string quantity, string message) => Refused(
        new() { Hard = new() { [key] = quantity } },
        $"quota.hard[{key}]: {message}");

    [Theory]
    [InlineData("hugepages-2Mi", "128Mi")]
    [InlineData("requests.hugepages-1Gi", "1Gi")]
    [InlineData("ephemeral-storage", "10Gi")]
    [InlineData("services.loadbalancers", "0")]
    [InlineData("count/pods", "10")]
    [InlineData("gold.storageclass.storage.k8s.io/persistentvolumeclaims", "3")]
    [InlineData("gpu.deviceclass.resource.k8s.io/devices", "2")]
    [InlineData("requests.amd.com/gpu", "1")]
    public void Every_kind_of_key_is_known(string key, string quantity) =>
        Assert.Empty(HardenedNamespace.Validate(Plans.Namespace(args => args.Quota = new() { Hard = new() { [key] = quantity } })).Problems);

    [Fact]
    public void Two_spellings_of_one_key_are_refused() => Refused(
        new() { Hard = new() { ["memory"] = "4Gi", ["requests.memory"] = "4Gi" } },
        "quota.hard[memory]: is another spelling of requests.memory, which is stated too; keep one of them");

    [Fact]
    public void A_compute_quota_without_defaults_is_refused() => Assert.Equal(
        """
        quota.hard[limits.cpu]: refuses every container that states no limit of cpu, and the LimitRange supplies none (got "8"); state limits.container.default[cpu], or drop the key with none
        quota.hard[limits.memory]: refuses every container that states no limit of memory, and the LimitRange supplies none (got "6Gi"); state limits.container.default[memory], or drop the key with none
        quota.hard[requests.cpu]: refuses every container that states no request of cpu, and the LimitRange supplies none (got "2"); state limits.container.defaultRequest[cpu], or drop the key with none
        quota.hard[requests.memory]: refuses every container that states no request of memory, and the LimitRange supplies none (got "4Gi"); state limits.container.defaultRequest[memory], or drop the key with none
        """,
        Refusal.All(HardenedNamespace.Validate(Plans.Namespace(args => args.Exemptions = [Plans.Exemption(NamespaceControl.LimitRange)]))));

    [Fact]
    public void A_quota_that_counts_nothing_is_refused() => Refused(
        new()
        {
            Hard = new() { ["requests.cpu"] = "none", ["requests.memory"] = "none", ["limits.cpu"] = "none", ["limits.memory"] = "none", ["pods"] = "none", ["persistentvolumeclaims"] = "none" },
        },
        "quota.hard: nothing is counted; state at least one key, set mode Off, or add an exemption from resource-quota");

    [Fact]
    public void A_quota_where_the_cluster_cannot_do_without_the_pods_needs_a_reason()
    {
        Assert.Equal(
            "quota.reason: kube-system has a quota, and Kubernetes' own pods run there: a quota can keep the network, DNS or proxy pods off a new node; "
            + "write the reason why a quota is right here, set mode Off, or add an exemption from resource-quota",
            Refusal.Of(HardenedNamespace.Validate(KubeSystem())));
        Assert.Empty(HardenedNamespace.Validate(KubeSystem(args => args.Quota = new() { Reason = "every addon states requests and limits, seen on 2026-11-01" })).Problems);
        Assert.Empty(HardenedNamespace.Validate(KubeSystem(args => args.Exemptions = [Plans.Exemption(NamespaceControl.ResourceQuota)])).Problems);
    }

    [Theory]
    [InlineData("kube-node-lease")]
    [InlineData("cilium-system")]
    [InlineData("longhorn-system")]
    [InlineData("kyverno")]
    [InlineData("cert-manager")]
    public void Network_storage_policy_and_certificates_are_protected_like_kube_system(string name)
    {
        Assert.Contains(name, ProtectedNamespaces.Names);
        Assert.Equal("quota.reason", Assert.Single(HardenedNamespace.Validate(KubeSystem(args => args.Name = name)).Problems).Path);
    }

    [Fact]
    public void Any_other_namespace_is_not_protected() => Assert.Null(ProtectedNamespaces.Reason("grafana"));

    [Fact]
    public void Numbers_that_can_never_be_reached_draw_a_warning() => Assert.Equal(
        [
            "quota.hard[requests.memory]: 7Gi can never be used: limits.memory is 6Gi, and a limit is never below its request.",
            "quota.hard[limits.memory]: 6Gi is below limits.container.max[memory] (8Gi), so that no container reaches the maximum.",
        ],
        HardenedNamespace.Validate(Plans.Namespace(args =>
        {
            args.Limits = new() { Container = new() { Max = new() { ["memory"] = "8Gi" } } };
            args.Quota = new() { Hard = new() { ["requests.memory"] = "7Gi" } };
        })).Warnings.Select(warning => warning.ToString()));

    [Fact]
    public void A_mode_that_a_quota_does_not_have_is_refused() => Refused(
        new() { Mode = "enforce" },
        "quota.mode: is not a value that this argument knows (got \"enforce\"); did you mean Enforce? It is one of Off, Enforce");

    [Fact]
    public void A_quota_that_is_off_without_an_exemption_draws_a_warning() => Assert.Equal(
        "quota.mode: resource-quota is off for grafana, without an exemption that says why and until when.",
        Assert.Single(HardenedNamespace.Validate(Plans.Namespace(args => args.Quota = new() { Mode = Rollout.Off })).Warnings).ToString());

    private static HardenedNamespaceArgs KubeSystem(Action<HardenedNamespaceArgs>? change = null) => Plans.Namespace(args =>
    {
        args.Name = "kube-system";
        args.Adopt = true;
        change?.Invoke(args);
    });

    private static void Refused(NamespaceQuotaArgs quota, string message) =>
        Assert.Equal(message, Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args => args.Quota = quota))));
}
