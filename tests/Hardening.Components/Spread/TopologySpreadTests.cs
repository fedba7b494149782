using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Spread;

/// <summary>What each delivery amounts to, and what the audit says of recorded pods.</summary>
public sealed class TopologySpreadTests
{
    private const string Vault = """{"matchLabels":{"app.kubernetes.io/name":"vault"}}""";
    private const string OverNodes = $$"""{"labelSelector":{{Vault}},"maxSkew":1,"topologyKey":"kubernetes.io/hostname","whenUnsatisfiable":"ScheduleAnyway"}""";
    private const string OverZones = $$"""{"labelSelector":{{Vault}},"maxSkew":1,"topologyKey":"topology.kubernetes.io/zone","whenUnsatisfiable":"ScheduleAnyway"}""";

    internal static TopologySpreadArgs Args(Action<SpreadWorkloadArgs>? change = null, Action<TopologySpreadArgs>? changeAll = null)
    {
        var workload = new SpreadWorkloadArgs
        {
            Namespace = "vault",
            Workload = "vault",
            Kind = SpreadKind.StatefulSet,
            PodSelector = new() { ["app.kubernetes.io/name"] = "vault" },
            Replicas = 3,
        };
        change?.Invoke(workload);
        var args = new TopologySpreadArgs { Workloads = [workload], Cluster = new() { KubernetesVersion = "1.36.0", KyvernoVersion = "1.19.0", Nodes = 3, Zones = ["a", "b"] } };
        changeAll?.Invoke(args);
        return args;
    }

    private static async Task<RecordedStack> RunAsync(Action<SpreadWorkloadArgs>? change = null, Action<TopologySpreadArgs>? changeAll = null) =>
        await RecordedStack.RunAsync(() => _ = new TopologySpread("spread", Args(change, changeAll)));

    [Fact]
    public async Task Kyverno_gives_pods_their_constraints_as_they_are_created()
    {
        var stack = await RunAsync();

        Assert.Equal("kubernetes:policies.kyverno.io/v1:MutatingPolicy", stack["spread-policy"].Type);
        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"topology-spread"}""", stack["spread-policy"].Json("metadata"));
        Assert.Equal(
            """{"autogen":{"podControllers":{"controllers":[]}},"failurePolicy":"Ignore","matchConditions":["""
            + """{"expression":"!has(object.spec.topologySpreadConstraints) || size(object.spec.topologySpreadConstraints) == 0","name":"without-constraints"},"""
            + """{"expression":"(has(object.metadata.namespace) && object.metadata.namespace == 'vault' && has(object.metadata) && has(object.metadata.labels) && 'app.kubernetes.io/name' in object.metadata.labels && object.metadata.labels['app.kubernetes.io/name'] == 'vault')","name":"of-a-spread-workload"}]"""
            + ""","matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}"""
            + ""","mutations":[{"jsonPatch":{"expression":"[JSONPatch{op: \"add\", path: \"/spec/topologySpreadConstraints\", value: variables.constraints}]"},"patchType":"JSONPatch"}]"""
            + ""","reinvocationPolicy":"Never","variables":[{"expression":"has(object.metadata.namespace) && object.metadata.namespace == 'vault' && has(object.metadata) && has(object.metadata.labels) && 'app.kubernetes.io/name' in object.metadata.labels && object.metadata.labels['app.kubernetes.io/name'] == 'vault' ? [\n  dyn({\n    'labelSelector': dyn({'matchLabels': dyn({'app.kubernetes.io/name': 'vault'})}),\n    'maxSkew': dyn(1),\n    'topologyKey': dyn('kubernetes.io/hostname'),\n    'whenUnsatisfiable': dyn('ScheduleAnyway')\n  }),\n  dyn({\n    'labelSelector': dyn({'matchLabels': dyn({'app.kubernetes.io/name': 'vault'})}),\n    'maxSkew': dyn(1),\n    'topologyKey': dyn('topology.kubernetes.io/zone'),\n    'whenUnsatisfiable': dyn('ScheduleAnyway')\n  })\n] :\n[]","name":"constraints"}]}""",
            stack["spread-policy"].Json("spec"));
    }

    [Fact]
    public async Task Kubernetes_own_policy_has_the_same_text_and_a_binding()
    {
        var stack = await RunAsync(null, args => args.Delivery = SpreadDelivery.KubernetesMutatingAdmissionPolicy);
        var kyverno = await RunAsync();

        Assert.Equal("kubernetes:admissionregistration.k8s.io/v1:MutatingAdmissionPolicy", stack["spread-policy"].Type);
        Assert.Equal(kyverno["spread-policy"].Json("spec").Replace("""{"autogen":{"podControllers":{"controllers":[]}},""", "{", StringComparison.Ordinal), stack["spread-policy"].Json("spec"));
        Assert.Equal("""{"policyName":"topology-spread"}""", stack["spread-binding"].Json("spec"));
        Assert.Equal(["spread-policy"], stack["spread-binding"].DependsOn);
    }

    [Theory]
    [InlineData(SpreadKind.Deployment, "kubernetes:apps/v1:DeploymentPatch", $$$$"""{"template":{"spec":{"topologySpreadConstraints":[{{{{OverNodes}}}},{{{{OverZones}}}}]}}}""")]
    [InlineData(SpreadKind.StatefulSet, "kubernetes:apps/v1:StatefulSetPatch", $$$$"""{"template":{"spec":{"topologySpreadConstraints":[{{{{OverNodes}}}},{{{{OverZones}}}}]}}}""")]
    [InlineData(SpreadKind.Prometheus, "kubernetes:monitoring.coreos.com/v1:PrometheusPatch", $$$"""{"topologySpreadConstraints":[{{{OverNodes}}},{{{OverZones}}}]}""")]
    public async Task A_patch_sets_the_constraints_of_what_makes_the_pods(string kind, string type, string spec)
    {
        var stack = await RunAsync(
            workload => (workload.Kind, workload.ObjectName, workload.MatchLabelKeys) = (kind, "release-vault", []),
            args => args.Delivery = SpreadDelivery.ServerSideApplyPatch);

        var patch = stack["spread-vault.vault"];
        Assert.Equal((type, spec), (patch.Type, patch.Json("spec")));
        Assert.Equal("""{"annotations":{"pulumi.com/patchFieldManager":"hardening-spread"},"name":"release-vault","namespace":"vault"}""", patch.Json("metadata"));
    }

    [Fact]
    public async Task Off_creates_nothing()
    {
        var stack = await RunAsync(null, args => args.Mode = Rollout.Off);

        Assert.Equal(["spread"], stack.Resources.Where(resource => resource.Resource is not Stack).Select(resource => resource.Name));
    }

    private static SpreadFacts Recorded(params string?[] nodesOfPods) => new(
        [.. nodesOfPods.Select((node, index) => new SpreadPod("vault", $"vault-{index}", new Dictionary<string, string> { ["app.kubernetes.io/name"] = "vault" }, node, index > 0))],
        [new("n1", "a", true), new("n2", "b", true), new("n3", "a", true), new("control", null, false)]);

    private static string Findings(SpreadFacts recorded) => string.Join('\n', TopologySpread.Audit(Args(), recorded).Single().Findings);

    [Fact]
    public void Pods_on_several_nodes_and_zones_are_spread()
    {
        var distribution = TopologySpread.Audit(Args(), Recorded("n1", "n2", "n2")).Single();

        Assert.Empty(distribution.Findings);
        Assert.Equal((3, 0, 2), (distribution.Running, distribution.Waiting, distribution.WithConstraints));
        Assert.Equal([new("n1", 1), new("n2", 2)], distribution.Nodes);
    }

    [Theory]
    [InlineData("vault/vault: all 2 pods are on n1, and 3 nodes take pods: restart it, so that the scheduler places them anew", "n1", "n1")]
    [InlineData("vault/vault: all 2 pods are in zone a, and nodes of 2 zones take pods: restart it, so that the scheduler places them anew", "n1", "n3")]
    [InlineData("vault/vault: 1 of 3 pods wait for a node", "n1", "n2", null)]
    [InlineData("vault/vault: no pod has its labels: correct podSelector, or start it")]
    [InlineData("vault/vault: one pod runs, and the plan states 3: the node that has it takes all of them", "n1")]
    public void What_one_failure_would_take_is_a_finding(string finding, params string?[] nodesOfPods) => Assert.Equal(finding, Findings(Recorded(nodesOfPods)));

    [Fact]
    public void Where_one_node_takes_pods_there_is_nothing_to_find() =>
        Assert.Equal("", Findings(Recorded("n1", "n1") with { Nodes = [new("n1", null, true), new("n2", null, false)] }));

    [Fact]
    public void Pods_of_others_are_not_counted()
    {
        var recorded = Recorded("n1", "n2");
        var others = recorded with { Pods = [.. recorded.Pods, recorded.Pods[0] with { Namespace = "shop", Node = "n3" }, recorded.Pods[0] with { Labels = new Dictionary<string, string>(), Node = "n3" }] };

        Assert.Equal([new("n1", 1), new("n2", 1)], TopologySpread.Audit(Args(), others).Single().Nodes);
    }
}
