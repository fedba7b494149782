using FsCheck;
using FsCheck.Xunit;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.Sizing;
using Hardening.Infra.StackFiles;
using Hardening.Infra.StackFiles.Editing;
using Hardening.Primitives;

namespace Hardening.Infra.Tests.Sizing;

public sealed class SizingRulesTests
{
    private const string Stated = """ "containers": [{ "name": "web", "resources": { "requests": { "cpu": "200m", "memory": "300Mi" }, "limits": { "cpu": "400m", "memory": "900Mi" } } }] """;
    private const string Bare = """ "containers": [{ "name": "web" }] """;
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly string Web = Facts.Vpa(Facts.Container("web", "103m", "333Mi", "410m", "700Mi"));

    private static string Text(string more = "") => $$"""
        hardening:cluster: { kubernetesVersion: "1.34", ciliumVersion: "1.19.4", nodes: [{ name: worker-1, memory: 16Gi, cpu: "8" }] }
        hardening:namespaces: [{ name: shop, size: Small, egress: [{ none: true }]{{more}} }]
        """;

    private static PlanResult Read(string text) => PlanReader.Read(new PlanSource(YamlReader.Read(new StringReader(text)).Members, new HashSet<string>()));

    private static HardeningPlan Plan(string more = "") => Read(Text(more)).OrThrow();

    private static SizingProposal Propose(HardeningPlan plan, params string[] facts) => SizingRules.Propose(plan, Facts.Read(facts), Today);

    private static string Changes(SizingProposal proposal) => string.Join('\n', proposal.Changes.Select(change => $"{change.Number} {change.Old} → {change.New}: {change.Why}"));

    private static string Skipped(SizingProposal proposal) => string.Join('\n', proposal.Skipped.Select(skip => $"{skip.Subject}: {skip.Reason}"));

    [Fact]
    public void A_workload_that_states_nothing_sizes_defaults_maximum_and_quota() => Assert.Equal(
        """
        limits.container.defaultRequest.cpu 25m → 110m: median target of 1 container without a request
        limits.container.default.cpu 250m → 410m: upper bounds of 1 container without a limit, up to 410m
        limits.container.defaultRequest.memory 64Mi → 336Mi: median target of 1 container without a request
        limits.container.default.memory 256Mi → 704Mi: upper bounds of 1 container without a limit, up to 700Mi
        limits.container.max.memory 1Gi → 1408Mi: 2 times the largest upper bound (700Mi)
        quota.hard.requests.cpu 500m → 380m: 3 pods, rollouts included, and a fifth more
        quota.hard.limits.cpu 4 → 2: the least that leaves room to work
        quota.hard.requests.memory 1Gi → 1280Mi: 3 pods, rollouts included, and a fifth more
        quota.hard.limits.memory 2Gi → 2560Mi: 3 pods, rollouts included, and a fifth more
        """.ReplaceLineEndings("\n"),
        Changes(Propose(Plan(), Web, Facts.Workload(Bare))));

    [Fact]
    public void A_workload_that_states_its_own_leaves_the_defaults_alone_and_is_never_undercut() => Assert.Equal(
        """
        limits.container.max.memory 1Gi → 1408Mi: 2 times the largest upper bound (700Mi)
        quota.hard.requests.cpu 500m → 600m: what 3 pods have already, rollouts included
        quota.hard.limits.cpu 4 → 2: the least that leaves room to work
        quota.hard.requests.memory 1Gi → 1280Mi: 3 pods, rollouts included, and a fifth more
        quota.hard.limits.memory 2Gi → 2816Mi: what 3 pods have already, rollouts included
        """.ReplaceLineEndings("\n"),
        Changes(Propose(Plan(), Web, Facts.Workload(Stated))));

    [Theory]
    [InlineData("2026-11-16T00:00:00Z", "RecommendationProvided", "is 6 days old, and recommendations settle in 7")]
    [InlineData("2026-11-21T23:00:00Z", "RecommendationProvided", "is 1 day old, and recommendations settle in 7")]
    [InlineData("2027-01-01T00:00:00Z", "RecommendationProvided", "is 0 days old, and recommendations settle in 7")]
    [InlineData("2026-09-01T00:00:00Z", "RecommendationProvided LowConfidence", "has low confidence in its recommendation")]
    [InlineData("2026-09-01T00:00:00Z", "RecommendationProvided NoPodsMatched", "matches no pods any more")]
    [InlineData("2026-09-01T00:00:00Z", "ConfigUnsupported", "does not call its recommendation provided")]
    public void A_recommendation_that_has_not_settled_is_left_out(string created, string conditions, string reason)
    {
        var proposal = Propose(Plan(), Facts.Vpa(Facts.Container("web", "103m", "333Mi", "410m", "700Mi"), created: created, conditions: conditions), Facts.Workload(Bare));

        Assert.Equal((0, $"shop/goldilocks-web: {reason}", 0), (proposal.Changes.Count, Skipped(proposal), proposal.Used));
    }

    [Theory]
    [InlineData("10m", "333Mi", "101m", "700Mi", "has an upper bound of cpu (101m) above 10 times its target (10m)")]
    [InlineData("10m", "10Mi", "20m", "101Mi", "has an upper bound of memory (101Mi) above 10 times its target (10Mi)")]
    [InlineData("0", "10Mi", "20m", "10Mi", "recommends no cpu")]
    public void A_container_without_a_narrow_recommendation_is_left_out(string cpu, string memory, string upperCpu, string upperMemory, string reason) =>
        Assert.Equal($"shop/goldilocks-web, container web: {reason}", Skipped(Propose(Plan(), Facts.Vpa(Facts.Container("web", cpu, memory, upperCpu, upperMemory)), Facts.Workload(Bare))));

    [Fact]
    public void A_vpa_without_a_recommendation_and_one_of_another_namespace_are_said() => Assert.Equal(
        "shop/goldilocks-web: has no recommendation yet\nother: is no namespace of the plan",
        Skipped(Propose(Plan(), Facts.Vpa("", conditions: "LowConfidence"), Facts.Vpa("", space: "other"))));

    [Fact]
    public void Without_its_workloads_a_namespace_gets_limits_within_its_quota_and_keeps_that()
    {
        var proposal = Propose(Plan(), Facts.Vpa(Facts.Container("web", "900m", "1500Mi", "1", "3Gi")));

        Assert.Equal("shop, quota: Deployment web was not recorded, and a quota needs to know how many pods there are", Skipped(proposal));
        Assert.Equal(
            """
            limits.container.defaultRequest.cpu 25m → 500m: median target of 1 container without a request
            limits.container.default.cpu 250m → 1: upper bounds of 1 container without a limit, up to 1
            limits.container.max.cpu 1 → 2: 2 times the largest upper bound (1)
            limits.container.defaultRequest.memory 64Mi → 1Gi: median target of 1 container without a request
            limits.container.default.memory 256Mi → 2Gi: upper bounds of 1 container without a limit, up to 3Gi
            limits.container.max.memory 1Gi → 2Gi: what the quota has room for
            """.ReplaceLineEndings("\n"),
            Changes(proposal));
    }

    [Fact]
    public void A_container_that_needs_far_more_than_the_others_is_named_and_raises_no_default()
    {
        var proposal = Propose(
            Plan(),
            Facts.Vpa(Facts.Container("a", "20m", "90Mi", "50m", "150Mi") + "," + Facts.Container("b", "20m", "90Mi", "50m", "160Mi") + "," + Facts.Container("db", "20m", "900Mi", "50m", "1200Mi")),
            Facts.Workload(""" "containers": [{ "name": "a" }, { "name": "b" }, { "name": "db" }] """, spec: "\"replicas\": 1, \"strategy\": { \"type\": \"Recreate\" }"));

        Assert.Equal("shop/web, container db, needs up to 1200Mi of memory, far more than the others, and states no limit: give it one of its own", Assert.Single(proposal.Notes));
        Assert.DoesNotContain("default.memory", Changes(proposal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_that_an_unknown_container_lives_on_is_not_lowered() =>
        Assert.DoesNotContain("default.memory", Changes(Propose(Plan(), Facts.Vpa(Facts.Container("web", "20m", "60Mi", "50m", "90Mi")), Facts.Workload(""" "containers": [{ "name": "web" }, { "name": "new" }] """))), StringComparison.Ordinal);

    [Fact]
    public void What_is_used_now_is_never_undercut() => Assert.Contains(
        "quota.hard.requests.memory 1Gi → 3Gi: what is used now (3Gi)",
        Changes(Propose(Plan(), Web, Facts.Workload(Bare), """{ "kind": "ResourceQuota", "metadata": { "name": "a", "namespace": "shop" }, "status": { "used": { "requests.memory": "3Gi" } } }""")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(", exemptions: [{ control: limit-range, reason: r, owner: o, expires: 2027-01-01 }, { control: resource-quota, reason: r, owner: o, expires: 2027-01-01 }]")]
    [InlineData(", quota: { hard: { requests.cpu: none, limits.cpu: none, requests.memory: none, limits.memory: none } }, limits: { container: { default: { cpu: none, memory: none }, defaultRequest: { cpu: none, memory: none }, max: { cpu: none, memory: none }, min: { memory: 1Mi } } }")]
    public void What_the_plan_drops_or_exempts_stays_as_it_is(string more) => Assert.Empty(Propose(Plan(more), Web, Facts.Workload(Bare)).Changes);

    [Fact]
    public void A_quota_with_scopes_is_left_alone() => Assert.Contains(
        "shop, quota: it has scopes, and counts a part of the pods that recommendations do not know",
        Skipped(Propose(Plan(", quota: { scopes: [NotTerminating], hard: { pods: 5 } }"), Web, Facts.Workload(Bare))),
        StringComparison.Ordinal);

    [Fact]
    public void No_maximum_is_above_the_largest_worker() => Assert.Contains(
        "limits.container.max.cpu 1 → 8: what the largest worker has",
        Changes(Propose(Plan(), Facts.Vpa(Facts.Container("web", "3", "333Mi", "7", "700Mi")), Facts.Workload(Bare))),
        StringComparison.Ordinal);

    [Fact]
    public void A_quota_has_room_for_what_an_autoscaler_may_add_and_the_rollout_of_all_that() => Assert.Equal(
        """
        limits.container.max.memory 1Gi → 1408Mi: 2 times the largest upper bound (700Mi)
        quota.hard.pods 15 → 30: 25 pods, rollouts and autoscalers' maxima included, and a fifth more
        quota.hard.requests.cpu 500m → 5: what 25 pods have already, rollouts and autoscalers' maxima included
        quota.hard.limits.cpu 4 → 13: 25 pods, rollouts and autoscalers' maxima included, and a fifth more
        quota.hard.requests.memory 1Gi → 10Gi: 25 pods, rollouts and autoscalers' maxima included, and a fifth more
        quota.hard.limits.memory 2Gi → 22Gi: what 25 pods have already, rollouts and autoscalers' maxima included
        """.ReplaceLineEndings("\n"),
        Changes(Propose(Plan(), Web, Facts.Workload(Stated), Facts.Autoscaler(20))));

    [Fact]
    public void Rollouts_and_autoscalers_have_room_where_nothing_is_recommended_too() => Assert.Equal(
        """
        quota.hard.pods 15 → 22: 18 pods, rollouts and autoscalers' maxima included, and a fifth more
        quota.hard.persistentvolumeclaims 5 → 20: claims of StatefulSets, autoscalers' maxima included, and a fifth more
        quota.hard.limits.cpu 4 → 5400m: 18 pods, rollouts and autoscalers' maxima included, and a fifth more
        quota.hard.requests.memory 1Gi → 1408Mi: 18 pods, rollouts and autoscalers' maxima included, and a fifth more
        quota.hard.limits.memory 2Gi → 5632Mi: 18 pods, rollouts and autoscalers' maxima included, and a fifth more
        """.ReplaceLineEndings("\n"),
        Changes(Propose(
            Plan(),
            Facts.Vpa(Facts.Container("web", "103m", "333Mi", "410m", "700Mi"), space: "other"),
            Facts.Workload(Bare, "StatefulSet", "db", spec: "\"replicas\": 3, \"volumeClaimTemplates\": [{}, {}]"),
            Facts.Autoscaler(8, "StatefulSet", "db"),
            Facts.Workload(Bare, name: "api", spec: "\"replicas\": 9, \"strategy\": { \"rollingUpdate\": { \"maxSurge\": 1 } }"),
            Facts.Used("\"pods\": \"8\", \"persistentvolumeclaims\": \"6\""))));

    [Fact]
    public void Numbers_of_objects_are_never_lowered() =>
        Assert.DoesNotContain("quota.hard.pods", Changes(Propose(Plan(", quota: { hard: { pods: 500, count/pods: 500 } }"), Web, Facts.Workload(Bare))), StringComparison.Ordinal);

    [Fact]
    public void An_autoscaler_of_something_that_was_not_recorded_is_said() => Assert.Contains(
        "shop/web: scales Rollout web, which was not recorded",
        Skipped(Propose(Plan(), Web, Facts.Workload(Bare), Facts.Autoscaler(20, "Rollout"))),
        StringComparison.Ordinal);

    [Fact]
    public void A_minimum_above_what_a_container_states_is_lowered_to_that() => Assert.Contains(
        "limits.container.min.cpu 210m → 200m: what a container states already\n",
        Changes(Propose(Plan(", limits: { container: { min: { cpu: 210m, memory: 300Mi }, defaultRequest: { cpu: 210m, memory: 300Mi }, default: { memory: 300Mi } } }"), Web, Facts.Workload(Stated))),
        StringComparison.Ordinal);

    [Fact]
    public void A_maximum_holds_for_pods_of_operators_too() => Assert.Contains(
        "limits.container.max.memory 1Gi → 6Gi: what a container states already",
        Changes(Propose(Plan(), Web, Facts.Workload(Bare), Facts.Pod(""" "containers": [{ "name": "postgres", "resources": { "limits": { "cpu": "1", "memory": "6Gi" } } }] """))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(", quota: { scopes: [NotTerminating], hard: { pods: 5, limits.memory: 1280Mi } }")]
    [InlineData(", exemptions: [{ control: resource-quota, reason: r, owner: o, expires: 2027-01-01 }], quota: { hard: { limits.memory: 1280Mi } }")]
    public void A_quota_that_does_not_count_every_pod_caps_no_container(string more) => Assert.Contains(
        "limits.container.max.memory 1Gi → 1408Mi: 2 times the largest upper bound (700Mi)",
        Changes(Propose(Plan(more), Web, Facts.Workload(Bare))),
        StringComparison.Ordinal);

    [Fact]
    public void An_init_container_runs_beside_the_sidecars_before_it() => Assert.Contains(
        "quota.hard.requests.memory 1Gi → 6Gi: 1 pod, rollouts included, and a fifth more",
        Changes(Propose(Plan(), Facts.Vpa(Facts.Container("web", "103m", "333Mi", "410m", "700Mi"), kind: "StatefulSet"), Facts.Workload(
            """
            "containers": [{ "name": "web", "resources": { "requests": { "memory": "3Gi" } } }],
            "initContainers": [{ "name": "proxy", "restartPolicy": "Always", "resources": { "requests": { "memory": "1Gi" } } }, { "name": "migrate", "resources": { "requests": { "memory": "4Gi" } } }]
            """,
            "StatefulSet",
            spec: "\"replicas\": 1"))),
        StringComparison.Ordinal);

    [Fact]
    public void A_default_that_an_init_container_lives_on_is_not_lowered() => Assert.DoesNotContain(
        "default.memory",
        Changes(Propose(Plan(), Facts.Vpa(Facts.Container("web", "20m", "60Mi", "50m", "90Mi")), Facts.Workload(""" "containers": [{ "name": "web" }], "initContainers": [{ "name": "migrate" }] """))),
        StringComparison.Ordinal);

    [Fact]
    public void A_proxy_that_a_mesh_puts_into_the_pods_counts() => Assert.Contains(
        "quota.hard.requests.memory 1Gi → 4992Mi: 3 pods, rollouts included, and a fifth more",
        Changes(Propose(Plan(), Facts.Vpa(Facts.Container("web", "103m", "333Mi", "410m", "700Mi") + "," + Facts.Container("istio-proxy", "10m", "1Gi", "20m", "1200Mi")), Facts.Workload(Bare))),
        StringComparison.Ordinal);

    [Fact]
    public void The_recommenders_floor_is_recognised() => Assert.StartsWith(
        "1 of 1 targets are the 250Mi that the recommender gives every pod at least",
        Assert.Single(Propose(Plan(), Facts.Vpa(Facts.Container("a", "13m", "131072k", "20m", "140M") + "," + Facts.Container("b", "12m", "131072k", "20m", "140M")), Facts.Workload(Bare)).Notes),
        StringComparison.Ordinal);

    [Property]
    public void What_was_written_needs_no_change_and_is_never_below_what_runs(PositiveInt cpu, PositiveInt memory, byte spread, byte replicas, bool states)
    {
        var most = spread % 8;
        var (target, upper) = (memory.Get % 4000 + 1, (memory.Get % 4000 + 1) * (spread % 9 + 1));
        string[] facts =
        [
            Facts.Vpa(Facts.Container("web", $"{cpu.Get}m", $"{target}Mi", $"{cpu.Get * (spread % 9 + 1)}m", $"{upper}Mi")),
            Facts.Workload(states ? Stated : Bare, spec: $"\"replicas\": {replicas % 5 + 1}"),
            Facts.Autoscaler(most),
        ];
        var changes = Propose(Plan(), facts).Changes;
        var written = Read(YamlEditor.Edit(Text(), [.. changes.Select(change => new YamlEdit(["hardening:namespaces", 0, .. change.Members.Select(member => (YamlStep)member)], change.New, []))]));

        Assert.Empty(Propose(written.Plan, facts).Changes);
        if (states)
            Assert.All(changes.Where(change => change.Number == "quota.hard.requests.memory"), change => Assert.True(Quantity.Parse(change.New) >= Quantity.Parse("300Mi") * Math.Max(replicas % 5 + 1, most)));
    }

    [Property]
    public void Rounding_never_goes_down_and_never_far_up(PositiveInt millis, bool cpu)
    {
        var quantity = cpu ? Quantity.Parse($"{millis.Get}m") : Quantity.Parse($"{millis.Get}Mi");
        var rounded = Rounding.Up(cpu ? "cpu" : "memory", quantity);

        Assert.True(rounded >= quantity);
        Assert.Equal(rounded, Rounding.Up(cpu ? "cpu" : "memory", rounded));
        Assert.True(rounded <= Quantity.Max(quantity.Multiply(1.25m), cpu ? Quantity.Parse("100m") : Quantity.Parse("128Mi")));
    }
}
