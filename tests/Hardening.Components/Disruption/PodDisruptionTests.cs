using FsCheck.Xunit;
using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Disruption;

public sealed class PodDisruptionTests
{
    private const string Stable = "use labels of the workload itself, such as app.kubernetes.io/name and app.kubernetes.io/component";

    private static PodDisruptionArgs Args(Action<PodDisruptionArgs>? change = null)
    {
        var args = new PodDisruptionArgs
        {
            Namespace = "vault",
            Workload = "vault",
            PodSelector = new() { ["app.kubernetes.io/name"] = "vault" },
            Replicas = 3,
            MaxUnavailable = "1",
            Cluster = Plans.Cluster,
        };
        change?.Invoke(args);
        return args;
    }

    private static string Refused(Action<PodDisruptionArgs> change) => Refusal.All(PodDisruption.Validate(Args(change)));

    [Fact]
    public async Task A_budget_selects_the_pods_and_lets_unhealthy_ones_go()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new PodDisruption("vault", Args()));

        Assert.Equal(("hardening:index:PodDisruption", "kubernetes:policy/v1:PodDisruptionBudget", "vault"), (stack["vault"].Type, stack["vault-budget"].Type, stack["vault-budget"].Parent));
        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"vault-disruption","namespace":"vault"}""", stack["vault-budget"].Json("metadata"));
        Assert.Equal(
            """{"maxUnavailable":1,"selector":{"matchLabels":{"app.kubernetes.io/name":"vault"}},"unhealthyPodEvictionPolicy":"AlwaysAllow"}""",
            stack["vault-budget"].Json("spec"));
    }

    [Theory]
    [InlineData("1.30.2", """{"minAvailable":"50%","selector":{"matchLabels":{"app.kubernetes.io/name":"vault"}}}""")]
    [InlineData("1.31.0", """{"minAvailable":"50%","selector":{"matchLabels":{"app.kubernetes.io/name":"vault"}},"unhealthyPodEvictionPolicy":"AlwaysAllow"}""")]
    public async Task Unhealthy_pods_go_where_kubernetes_can_say_so(string version, string spec)
    {
        var stack = await RecordedStack.RunAsync(() => _ = new PodDisruption("vault", Args(args =>
        {
            (args.MaxUnavailable, args.MinAvailable) = (null, "50%");
            args.Cluster = new() { KubernetesVersion = version };
        })));

        Assert.Equal(spec, stack["vault-budget"].Json("spec"));
    }

    [Fact]
    public async Task Off_creates_nothing()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new PodDisruption("vault", Args(args => args.Mode = Rollout.Off)));

        Assert.Equal(["vault"], stack.Resources.Where(resource => resource.Resource is not Stack).Select(resource => resource.Name));
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() => Assert.Equal(
        $"""
        namespace: a name cannot be empty; write the namespace of the pods
        workload: a name cannot be empty; write the Deployment's or StatefulSet's name
        podSelector: is missing, and an empty selector is every pod of the namespace; {Stable}
        replicas: the number of replicas decides what a budget does; write how many replicas the workload has, or at least has
        maxUnavailable: neither minAvailable nor maxUnavailable is stated; write maxUnavailable alone: it follows when the replicas change
        """,
        Refusal.All(PodDisruption.Validate(new PodDisruptionArgs())));

    [Theory]
    [InlineData("pod-template-hash")]
    [InlineData("controller-revision-hash")]
    [InlineData("statefulset.kubernetes.io/pod-name")]
    [InlineData("apps.kubernetes.io/pod-index")]
    [InlineData("batch.kubernetes.io/job-name")]
    [InlineData("helm.sh/chart")]
    [InlineData("app.kubernetes.io/version")]
    public void Labels_that_change_are_refused(string key) => Assert.Equal(
        $"podSelector[{key}]: changes from release to release or from pod to pod, and the budget would then select nothing (got \"x\"); {Stable}",
        Refused(args => args.PodSelector![key] = "x"));

    [Fact]
    public void Labels_that_a_whole_release_shares_are_refused() => Assert.Equal(
        $"podSelector: is shared by every workload of a release, so that one budget would count them all (got \"app.kubernetes.io/instance=vault\"); {Stable}",
        Refused(args => args.PodSelector = new() { ["app.kubernetes.io/instance"] = "vault" }));

    [Fact]
    public void An_empty_selector_is_refused() => Assert.Equal(
        $"podSelector: is missing, and an empty selector is every pod of the namespace; {Stable}",
        Refused(args => args.PodSelector = []));

    [Fact]
    public void A_label_without_a_value_is_refused() => Assert.Equal(
        "podSelector[app.kubernetes.io/name]: is empty, and pods hardly carry a label without a value (got \"\"); write the value as the pods carry it",
        Refused(args => args.PodSelector!["app.kubernetes.io/name"] = ""));

    [Theory]
    [InlineData("1")]
    [InlineData("50%")]
    public void One_replica_has_no_budget(string share) => Assert.Equal(
        "replicas: a budget for one replica either blocks every drain or protects nothing (got \"1\"); run two, or leave the budget out",
        Refused(args => (args.Replicas, args.MaxUnavailable) = (1, share)));

    [Fact]
    public void Both_numbers_are_refused() => Assert.Equal(
        "minAvailable: minAvailable and maxUnavailable are both stated, and Kubernetes takes one (got \"1\"); write maxUnavailable alone: it follows when the replicas change",
        Refused(args => args.MinAvailable = "1"));

    [Theory]
    [InlineData("3", 3, "is 3 of 3 replicas: no pod may ever be evicted, and every drain hangs")]
    [InlineData("5", 3, "is 5 of 3 replicas: no pod may ever be evicted, and every drain hangs")]
    [InlineData("100%", 3, "is 3 of 3 replicas: no pod may ever be evicted, and every drain hangs")]
    [InlineData("51%", 2, "is 2 of 2 replicas: no pod may ever be evicted, and every drain hangs")]
    [InlineData("67%", 3, "is 3 of 3 replicas: no pod may ever be evicted, and every drain hangs")]
    [InlineData("0", 3, "lets all replicas be evicted at once, which protects nothing")]
    public void A_number_that_has_to_stay_and_blocks_or_protects_nothing_is_refused(string share, int replicas, string refusal) => Assert.Equal(
        $"minAvailable: {refusal} (got \"{share}\"); write maxUnavailable: 1 instead",
        Refused(args => (args.Replicas, args.MaxUnavailable, args.MinAvailable) = (replicas, null, share)));

    [Theory]
    [InlineData("0", "is no pod: none may ever be evicted, and every drain hangs")]
    [InlineData("0%", "is no pod: none may ever be evicted, and every drain hangs")]
    [InlineData("3", "is 3 of 3 replicas: all may be evicted at once, which protects nothing")]
    [InlineData("70%", "is 3 of 3 replicas: all may be evicted at once, which protects nothing")]
    public void A_number_that_may_go_and_blocks_or_protects_nothing_is_refused(string share, string refusal) => Assert.Equal(
        $"maxUnavailable: {refusal} (got \"{share}\"); write 1",
        Refused(args => args.MaxUnavailable = share));

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("101%")]
    [InlineData("01")]
    [InlineData("99999999999")]
    public void What_is_no_number_of_pods_is_refused(string share) => Assert.Equal(
        $"maxUnavailable: is neither a number of pods nor a percentage (got \"{share}\"); write it as 1 or 25%",
        Refused(args => args.MaxUnavailable = share));

    [Fact]
    public void Evicting_unhealthy_pods_needs_a_version_that_is_stated() => Assert.Equal(
        "unhealthyPodEvictionPolicy: unhealthyPodEvictionPolicy needs Kubernetes 1.31, and the cluster has 1.30.2 (got \"AlwaysAllow\"); upgrade Kubernetes and state its version in cluster.kubernetesVersion, or do without",
        Refused(args => (args.UnhealthyPodEvictionPolicy, args.Cluster) = (UnhealthyPodEviction.AlwaysAllow, new() { KubernetesVersion = "1.30.2" })));

    [Fact]
    public void A_policy_of_another_name_is_refused() => Assert.Equal(
        "unhealthyPodEvictionPolicy: is not a value that this argument knows (got \"Never\"); write one of AlwaysAllow, IfHealthyBudget",
        Refused(args => args.UnhealthyPodEvictionPolicy = "Never"));

    [Property]
    public void An_accepted_budget_lets_some_pod_go_and_some_pod_stay(FsCheck.PositiveInt replicas, FsCheck.NonNegativeInt share, bool percent, bool min)
    {
        var count = (replicas.Get % 20) + 1;
        var text = percent ? $"{share.Get % 101}%" : $"{share.Get % 25}";
        var args = Args(args => (args.Replicas, args.MinAvailable, args.MaxUnavailable) = (count, min ? text : null, min ? null : text));
        var scaled = percent ? (int)Math.Ceiling(count * (share.Get % 101) / 100m) : share.Get % 25;
        var mayGo = min ? count - scaled : scaled;

        Assert.Equal(count > 1 && mayGo > 0 && mayGo < count, PodDisruption.Validate(args).IsValid);
    }

    [Fact]
    public void Budgets_that_share_pods_or_a_workload_are_refused() => Assert.Equal(
        """
        b[1].workload: b[0] is a budget of the same workload (got "vault"); keep one of them
        b[2].podSelector: may select pods of b[0] too, and a pod of two budgets cannot be evicted at all; give both a label with different values, such as app.kubernetes.io/component
        """,
        Refusal.All(PodDisruptionSet.Validate(
        [
            ("b[0]", Args()),
            ("b[1]", Args()),
            ("b[2]", Args(args => (args.Workload, args.PodSelector) = ("agent", new() { ["component"] = "agent" }))),
            ("b[3]", Args(args => (args.Workload, args.PodSelector) = ("web", new() { ["app.kubernetes.io/name"] = "web", ["component"] = "web" }))),
            ("b[4]", Args(args => args.Namespace = "elsewhere")),
        ])));
}
