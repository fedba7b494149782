using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Spread;

/// <summary>What cannot spread pods, or would keep them from starting, is refused with the reason.</summary>
public sealed class TopologySpreadRefusalTests
{
    private const string Stable = "use labels of the workload itself, such as app.kubernetes.io/name and app.kubernetes.io/component";

    private static string Refused(Action<SpreadWorkloadArgs>? change = null, Action<TopologySpreadArgs>? changeAll = null) =>
        Refusal.Of(TopologySpread.Validate(TopologySpreadTests.Args(change, changeAll)));

    private static string Warned(Action<SpreadWorkloadArgs>? change = null, Action<TopologySpreadArgs>? changeAll = null)
    {
        var result = TopologySpread.Validate(TopologySpreadTests.Args(change, changeAll));
        Assert.Empty(result.Problems);
        return string.Join('\n', result.Warnings);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() => Assert.Equal(
        $"""
        delivery: MutatingPolicy of policies.kyverno.io/v1 needs Kyverno 1.17, and the cluster's version is not stated (got "KyvernoMutatingPolicy"); state cluster.kyvernoVersion
        workloads[0].namespace: a name cannot be empty; write the namespace of the pods
        workloads[0].workload: a name cannot be empty; write the Deployment's or StatefulSet's name
        workloads[0].podSelector: is missing, and an empty selector is every pod of the namespace; {Stable}
        workloads[0].replicas: the number of replicas decides whether there is anything to spread; write how many replicas the workload has, or at most has
        """,
        Refusal.All(TopologySpread.Validate(new TopologySpreadArgs { Workloads = [new()] })));

    [Fact]
    public void No_workload_is_refused() => Assert.Equal("workloads: no workload is listed; list those that have to outlive a node", Refused(null, args => args.Workloads = []));

    [Theory]
    [InlineData("pod-template-hash")]
    [InlineData("controller-revision-hash")]
    [InlineData("statefulset.kubernetes.io/pod-name")]
    [InlineData("apps.kubernetes.io/pod-index")]
    [InlineData("batch.kubernetes.io/job-name")]
    [InlineData("job-name")]
    [InlineData("app.kubernetes.io/version")]
    public void Labels_that_change_are_refused(string key) => Assert.Equal(
        $"workloads[0].podSelector[{key}]: changes from release to release or from pod to pod, and each pod would be counted by itself (got \"x\"); {Stable}",
        Refused(workload => workload.PodSelector![key] = "x"));

    [Fact]
    public void Labels_that_a_whole_release_shares_are_refused() => Assert.Equal(
        $"workloads[0].podSelector: is shared by every workload of a release, so that the pods of all of them would be spread as one (got \"app.kubernetes.io/instance=vault\"); {Stable}",
        Refused(workload => workload.PodSelector = new() { ["app.kubernetes.io/instance"] = "vault" }));

    [Fact]
    public void Kubernetes_own_policy_needs_a_version_that_has_it() => Assert.Equal(
        "delivery: MutatingAdmissionPolicy of admissionregistration.k8s.io/v1 needs Kubernetes 1.36, and the cluster has 1.35.2 (got \"KubernetesMutatingAdmissionPolicy\"); upgrade Kubernetes and state its version in cluster.kubernetesVersion, or do without",
        Refused(null, args => (args.Delivery, args.Cluster!.KubernetesVersion) = (SpreadDelivery.KubernetesMutatingAdmissionPolicy, "1.35.2")));

    [Fact]
    public void A_Kyverno_without_the_kind_is_refused() => Assert.Equal(
        "delivery: MutatingPolicy of policies.kyverno.io/v1 needs Kyverno 1.17, and the cluster has 1.16.2 (got \"KyvernoMutatingPolicy\"); upgrade Kyverno and state its version in cluster.kyvernoVersion, or do without",
        Refused(null, args => args.Cluster!.KyvernoVersion = "1.16.2"));

    [Theory]
    [InlineData("kube-system")]
    [InlineData("kyverno")]
    public void Namespaces_that_Kyverno_does_not_look_at_are_refused(string space) => Assert.Equal(
        $"workloads[0].namespace: is a namespace whose pods Kyverno does not look at (got \"{space}\"); choose KubernetesMutatingAdmissionPolicy or ServerSideApplyPatch, or leave the workload out",
        Refused(workload => workload.Namespace = space));

    [Fact]
    public void A_patch_needs_to_know_what_it_patches() => Assert.Equal(
        "workloads[0].kind: is missing, and a patch needs to know what it patches; write one of Deployment, StatefulSet, Prometheus",
        Refused(workload => workload.Kind = null, args => args.Delivery = SpreadDelivery.ServerSideApplyPatch));

    [Theory]
    [InlineData(3, 1, 3, null)]
    [InlineData(4, 2, 3, null)]
    [InlineData(4, 1, 3, "3 nodes have room for 3 pods with maxSkew 1, and a rollout has 4 at once: some would stay Pending (got \"DoNotSchedule\"); write ScheduleAnyway, or raise maxSkew")]
    [InlineData(3, 1, null, "needs to know how many nodes there are (got \"DoNotSchedule\"); state cluster.nodes, or write ScheduleAnyway")]
    public void Never_scheduling_needs_nodes_enough(int replicas, int maxSkew, int? nodes, string? refusal)
    {
        var result = TopologySpread.Validate(TopologySpreadTests.Args(
            workload => (workload.Replicas, workload.MaxSkew, workload.WhenUnsatisfiable) = (replicas, maxSkew, UnsatisfiableSpread.DoNotSchedule),
            args => args.Cluster!.Nodes = nodes));

        Assert.Equal(refusal is null ? [] : [$"workloads[0].whenUnsatisfiable: {refusal}"], result.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void What_a_rollout_starts_besides_needs_room_unless_revisions_are_told_apart()
    {
        void Change(SpreadWorkloadArgs workload) => (workload.Kind, workload.WhenUnsatisfiable) = (SpreadKind.Deployment, UnsatisfiableSpread.DoNotSchedule);

        Assert.True(TopologySpread.Validate(TopologySpreadTests.Args(Change)).IsValid);
        Assert.Equal(
            "workloads[0].whenUnsatisfiable: 3 nodes have room for 3 pods with maxSkew 1, and a rollout has 4 at once: some would stay Pending (got \"DoNotSchedule\"); write ScheduleAnyway, or raise maxSkew",
            Refused(workload =>
            {
                Change(workload);
                workload.MatchLabelKeys = [];
            }));
    }

    [Fact]
    public void Never_scheduling_needs_a_Kubernetes_that_passes_over_tainted_nodes() => Assert.Equal(
        "workloads[0].whenUnsatisfiable: DoNotSchedule with nodeTaintsPolicy needs Kubernetes 1.33, and the cluster has 1.32.1 (got \"DoNotSchedule\"); upgrade Kubernetes and state its version in cluster.kubernetesVersion, or do without",
        Refused(workload => workload.WhenUnsatisfiable = UnsatisfiableSpread.DoNotSchedule, args => args.Cluster!.KubernetesVersion = "1.32.1"));

    [Fact]
    public void Never_scheduling_needs_zones_enough()
    {
        Assert.Equal(
            "workloads[0].zoneWhenUnsatisfiable: 2 zones have room for 2 pods with maxSkew 1, and a rollout has 3 at once: some would stay Pending (got \"DoNotSchedule\"); write ScheduleAnyway, or raise maxSkew",
            Refused(workload => workload.ZoneWhenUnsatisfiable = UnsatisfiableSpread.DoNotSchedule));
        Assert.Equal(
            "workloads[0].zoneWhenUnsatisfiable: needs to know how many zones there are (got \"DoNotSchedule\"); state the zone of every node, or write ScheduleAnyway",
            Refused(workload => workload.ZoneWhenUnsatisfiable = UnsatisfiableSpread.DoNotSchedule, args => args.Cluster!.Zones = null));
    }

    [Theory]
    [InlineData(0, UnsatisfiableSpread.DoNotSchedule, "is no number of nodes (got \"0\"); write 1 or more, or leave it out")]
    [InlineData(4, UnsatisfiableSpread.DoNotSchedule, "is more than the 3 nodes of the cluster (got \"4\"); lower it, or leave it out")]
    [InlineData(2, UnsatisfiableSpread.ScheduleAnyway, "is accepted by Kubernetes only with DoNotSchedule (got \"2\"); leave it out")]
    [InlineData(2, null, "is accepted by Kubernetes only with DoNotSchedule (got \"2\"); leave it out")]
    public void A_least_number_of_nodes_has_to_make_sense(int domains, string? otherwise, string refusal) => Assert.Equal(
        $"workloads[0].minDomains: {refusal}",
        Refused(workload => (workload.MinDomains, workload.WhenUnsatisfiable) = (domains, otherwise)));

    [Theory]
    [InlineData("app.kubernetes.io/name", "stands in podSelector too, which Kubernetes refuses (got \"app.kubernetes.io/name\"); keep it in one of the two")]
    [InlineData("statefulset.kubernetes.io/pod-name", "has another value in every pod, so that each would be counted by itself (got \"statefulset.kubernetes.io/pod-name\"); remove it")]
    [InlineData("a b", "a key's name has 1 to 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit (got \"a b\"); write a label's key, as pod-template-hash")]
    public void Labels_whose_values_are_taken_from_the_pod_have_to_be_those_of_a_revision(string key, string refusal) => Assert.Equal(
        $"workloads[0].matchLabelKeys[0]: {refusal}",
        Refused(workload => workload.MatchLabelKeys = [key]));

    [Fact]
    public void Labels_whose_values_are_taken_from_the_pod_are_listed_once_and_need_a_version() => Assert.Equal(
        """
        workloads[0].matchLabelKeys: matchLabelKeys needs Kubernetes 1.27, and the cluster has 1.26.4; upgrade Kubernetes and state its version in cluster.kubernetesVersion, or do without
        workloads[0].matchLabelKeys[1]: is listed twice (got "pod-template-hash"); remove one of the two
        """,
        Refusal.All(TopologySpread.Validate(TopologySpreadTests.Args(workload => workload.MatchLabelKeys = ["pod-template-hash", "pod-template-hash"], args => args.Cluster!.KubernetesVersion = "1.26.4"))));

    [Theory]
    [InlineData("maxSkew", "is no difference that two nodes can have (got \"0\"); write 1, or more to be laxer")]
    [InlineData("kind", "is not a value that this argument knows (got \"DaemonSet\"); write one of Deployment, StatefulSet, Prometheus")]
    [InlineData("objectName", "a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit (got \"A B\"); write the name of the object that is patched")]
    public void Other_values_are_refused(string path, string refusal) => Assert.Equal(
        $"workloads[0].{path}: {refusal}",
        Refused(workload => _ = path switch
        {
            "maxSkew" => (object)(workload.MaxSkew = 0),
            "kind" => workload.Kind = "DaemonSet",
            _ => workload.ObjectName = "A B",
        }));

    [Fact]
    public void Workloads_that_may_share_pods_are_refused() => Assert.Equal(
        """
        workloads[1].workload: is that of workloads[0] too (got "vault"); keep one of them
        workloads[2].podSelector: may select pods of workloads[0] too, and only one of them can spread a pod; give both a label with different values, such as app.kubernetes.io/component
        """,
        Refusal.All(TopologySpread.Validate(TopologySpreadTests.Args(null, args => args.Workloads =
        [
            args.Workloads![0],
            args.Workloads[0],
            new() { Namespace = "vault", Workload = "agent", Replicas = 2, PodSelector = new() { ["component"] = "agent" } },
            new() { Namespace = "shop", Workload = "vault", Replicas = 2, PodSelector = new() { ["app.kubernetes.io/name"] = "vault" } },
        ]))));

    [Fact]
    public void One_replica_is_a_warning() =>
        Assert.Equal("workloads[0].replicas: vault has one replica: the constraints have no effect until it has two", Warned(workload => workload.Replicas = 1));

    [Fact]
    public void Nodes_of_unknown_zones_are_a_warning() => Assert.Equal(
        "workloads: the zones of the nodes are not known (label topology.kubernetes.io/zone; an empty list where they have none): pods are spread over nodes alone",
        Warned(null, args => args.Cluster!.Zones = null));

    [Theory]
    [InlineData]
    [InlineData("a")]
    public void Nodes_that_are_known_to_be_in_one_zone_or_none_are_not(params string[] zones) => Assert.Equal("", Warned(null, args => args.Cluster!.Zones = [.. zones]));

    [Fact]
    public void Patches_and_failing_closed_are_warnings()
    {
        Assert.Equal(
            "delivery: the pods of every workload restart once, and a GitOps tool that keeps these objects as Git has them shows the patches as drift or takes them back",
            Warned(null, args => args.Delivery = SpreadDelivery.ServerSideApplyPatch));
        Assert.Equal(
            "failurePolicy: pods of these workloads are refused while the policy cannot be evaluated; leave failurePolicy out to let them start without constraints",
            Warned(null, args => args.FailurePolicy = "Fail"));
    }
}
