using Hardening.Infra.Reports.DefinitionOfDone;
using Hardening.Infra.Tests.Commands;

namespace Hardening.Infra.Tests.Reports.DefinitionOfDone;

/// <summary>What single lines say, and of what.</summary>
public sealed class DoneLineTests
{
    private const string Cluster = """
        hardening:cluster:
          kubernetesVersion: "1.34"
          ciliumVersion: "1.19.4"
          kyvernoVersion: "1.19.0"
          kyvernoPolicyExceptions: true
          kyvernoExceptionNamespace: kyverno
          externalNamespaces: [kyverno, other]
          nodes: [{ name: worker-1, memory: 64Gi }]

        """;

    [Fact]
    public async Task A_plan_of_a_namespace_and_nothing_else_misses_everything_else_and_says_which_keys_mend_it()
    {
        var lines = await LinesAsync("hardening:namespaces: [{ name: shop, egress: [{ dns: {} }] }]");

        Assert.Equal(
            """
            shop pod-security watching: Namespace shop metadata.labels[pod-security.kubernetes.io/audit]=baseline; set hardening:rollout.pod-security to Enforce
            shop limit-range done: LimitRange shop/hardening-limits spec.limits[0].default.memory=512Mi
            shop resource-quota done: ResourceQuota shop/hardening-quota spec.hard[requests.memory]=4Gi
            shop egress watching: CiliumNetworkPolicy shop/egress spec.enableDefaultDeny.egress=false; set hardening:rollout.egress to Enforce
            shop registry-allowlist missing: no policy judges the images of pods; write hardening:registries
            shop image-pinning missing: no policy judges the images of pods; write hardening:pinning
            - workload-security missing: no workload is held to a security context; write hardening:namespaces[].workloads[].security
            - cert-manager-alerts missing: no PrometheusRule watches cert-manager; write hardening:alerts.certManager
            - dashboard-access missing: no role of its own is bound to the dashboard; write hardening:dashboard
            - pod-disruption missing: the plan calls no workload critical; write critical: true at hardening:namespaces[].workloads[]
            """,
            string.Join('\n', lines.Where(line => Known.Contains(line.Control) && !Elsewhere.Contains(line.Namespace)).Select(DoneRun.Text)));
    }

    /// <summary>The namespaces that the plan's cluster section says somebody else manages.</summary>
    private static readonly string?[] Elsewhere = ["kyverno", "other"];

    /// <summary>The controls that this test states; others have tests of their own.</summary>
    private static readonly HashSet<string> Known =
    [
        "pod-security", "limit-range", "resource-quota", "egress", "registry-allowlist", "image-pinning", "workload-security", "cert-manager-alerts", "dashboard-access", "pod-disruption",
    ];

    [Fact]
    public async Task A_plan_without_namespaces_is_not_done()
    {
        var lines = await LinesAsync("hardening:namespaces: []");

        Assert.Contains("- egress missing: the plan manages no namespace; list them below hardening:namespaces", lines.Select(DoneRun.Text));
        Assert.All(lines, line => Assert.True(line.IsOpen, DoneRun.Text(line)));
    }

    [Theory]
    [InlineData("2027-03-31", "shop egress exempt: until 2027-03-31 (team-data: backups go anywhere)")]
    [InlineData("2027-04-01", "shop egress missing: the exemption expired on 2027-03-31 (team-data: backups go anywhere); remove or renew hardening:namespaces[0].exemptions[0]")]
    public async Task An_exemption_holds_up_to_its_last_day_and_is_a_gap_from_then_on(string asOf, string expected)
    {
        const string exempt = """hardening:namespaces: [{ name: shop, exemptions: [{ control: egress, reason: "backups go\n\tanywhere", owner: team-data, expires: 2027-03-31 }] }]""";

        Assert.Equal(expected, Of(await LinesAsync(exempt, asOf), "egress"));
    }

    [Theory]
    [InlineData("2027-03-31", "shop registry-allowlist exempt: until 2027-03-31 (a: b)", "shop image-pinning watching: ValidatingPolicy pinned-images spec.validationActions=[Audit]; an exception until 2027-03-31 (d); set hardening:rollout.image-pinning to Enforce")]
    [InlineData("2028-01-01", "shop registry-allowlist missing: the exemption expired on 2027-03-31 (a: b); remove or renew hardening:registries.excludedNamespaces[0]", "shop image-pinning missing: an exception expired on 2027-03-31 (d: c); remove or renew hardening:exceptions[0]")]
    public async Task What_policies_about_images_leave_alone_is_exempt_until_its_last_day(string asOf, string allowlist, string pinning)
    {
        var lines = await LinesAsync(
            """
            hardening:namespaces: [{ name: shop, egress: [{ dns: {} }] }]
            hardening:registries: { trusted: [ghcr.io], excludedNamespaces: [{ namespace: shop, reason: b, owner: a, expires: 2027-03-31 }] }
            hardening:pinning: {}
            hardening:exceptions: [{ control: image-pinning, namespace: shop, images: [ghcr.io/a], reason: c, owner: d, expires: 2027-03-31 }]
            """,
            asOf);

        Assert.Equal(allowlist, Of(lines, "registry-allowlist"));
        Assert.Equal(pinning, Of(lines, "image-pinning"));
    }

    [Theory]
    [InlineData("KyvernoValidatingPolicy", "Enforce", "shop registry-allowlist done: ValidatingPolicy trusted-registries spec.validationActions=[Deny]")]
    [InlineData("KubernetesAdmissionPolicy", "Enforce", "shop registry-allowlist done: ValidatingAdmissionPolicyBinding trusted-registries spec.validationActions=[Deny]")]
    [InlineData("KubernetesAdmissionPolicy", "Warn", "shop registry-allowlist watching: ValidatingAdmissionPolicyBinding trusted-registries spec.validationActions=[Warn, Audit]; set hardening:rollout.registry-allowlist to Enforce")]
    [InlineData("KyvernoClusterPolicy", "Enforce", "shop registry-allowlist done: ClusterPolicy trusted-registries spec.rules[0].validate.failureAction=Enforce")]
    [InlineData("KyvernoClusterPolicy", "Warn", "shop registry-allowlist watching: ClusterPolicy trusted-registries spec.rules[0].validate.failureAction=Audit; set hardening:rollout.registry-allowlist to Enforce")]
    public async Task Each_engine_shows_what_becomes_of_a_refusal(string engine, string mode, string expected)
    {
        var lines = await LinesAsync(
            $$"""
            hardening:rollout: { {{string.Join(", ", Hardening.Infra.Plans.Controls.All.Select(control => $"{control}: {(control == "registry-allowlist" ? mode : Hardening.Infra.Plans.Controls.ModesOf(control)[0])}"))}} }
            hardening:namespaces: [{ name: shop, egress: [{ dns: {} }] }]
            hardening:registries: { trusted: [ghcr.io], engine: {{engine}}, excludedNamespaces: [{ namespace: other, reason: b, owner: a, expires: 2027-03-31 }] }
            """);

        Assert.Equal(expected, Of(lines, "registry-allowlist"));
    }

    [Theory]
    [InlineData("quota: { scopes: [NotTerminating], hard: { requests.memory: 1Gi } }", "resource-quota", "shop resource-quota missing: no ResourceQuota in shop bounds the memory of all its pods; write hardening:namespaces[0].quota.hard")]
    [InlineData("quota: { hard: { requests.memory: none, limits.memory: none } }", "resource-quota", "shop resource-quota missing: no ResourceQuota in shop bounds the memory of all its pods; write hardening:namespaces[0].quota.hard")]
    [InlineData("modes: { resource-quota: Off }", "resource-quota", "shop resource-quota missing: no ResourceQuota in shop; set hardening:namespaces[0].modes.resource-quota to Enforce")]
    [InlineData("modes: { resource-quota: Off }, limits: { container: { default: { cpu: none }, max: { cpu: none } } }", "limit-range", "shop limit-range missing: the LimitRange of shop has no default.cpu; write hardening:namespaces[0].limits.container")]
    [InlineData("modes: { limit-range: Off, resource-quota: Off }", "limit-range", "shop limit-range missing: no LimitRange in shop for containers; set hardening:namespaces[0].modes.limit-range to Enforce")]
    [InlineData("modes: { egress: Enforce }", "egress", "shop egress done: CiliumNetworkPolicy shop/egress spec.enableDefaultDeny.egress=true, 1 rule")]
    [InlineData("modes: { pod-security: Warn }", "pod-security", "shop pod-security watching: Namespace shop metadata.labels[pod-security.kubernetes.io/warn]=baseline; set hardening:namespaces[0].modes.pod-security to Enforce")]
    public async Task Evidence_is_what_the_manifests_say(string keys, string control, string expected) =>
        Assert.Equal(expected, Of(await LinesAsync($"hardening:namespaces: [{{ name: shop, egress: [{{ dns: {{}} }}], {keys} }}]"), control));

    [Fact]
    public async Task Policies_of_single_workloads_do_not_restrict_a_namespace()
    {
        var lines = await LinesAsync("hardening:namespaces: [{ name: shop, modes: { egress: Enforce }, workloads: [{ name: web, podSelector: { app: web }, egress: [{ dns: {} }] }] }]");

        Assert.Equal("shop egress missing: in shop no policy restricts where all pods connect; write hardening:namespaces[0].egress", Of(lines, "egress"));
    }

    [Theory]
    [InlineData("{ name: web, critical: true, replicas: 1 }", "", "shop pod-disruption not applicable: web: one replica")]
    [InlineData("{ name: web, critical: true }", "", "shop pod-disruption missing: no PodDisruptionBudget in shop for web; list them in hardening:disruption")]
    [InlineData("{ name: web, critical: true }, { name: db, critical: true, replicas: 1 }", "web", "shop pod-disruption done: web: PodDisruptionBudget shop/web-disruption spec.maxUnavailable=1; db: one replica")]
    [InlineData("{ name: web, critical: true }, { name: api, critical: true, replicas: 3 }, { name: db, critical: true }", "web", "shop pod-disruption missing: no PodDisruptionBudget in shop for api and db; list them in hardening:disruption")]
    public async Task Budgets_are_asked_of_critical_workloads_of_several_replicas(string workloads, string budgets, string expected)
    {
        var disruption = string.Join(", ", budgets.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => $"{{ namespace: shop, workload: {name}, podSelector: {{ app: {name} }}, replicas: 2, maxUnavailable: 1 }}"));

        var lines = await LinesAsync($"hardening:namespaces: [{{ name: shop, egress: [{{ dns: {{}} }}], workloads: [{workloads}] }}]\nhardening:disruption: [{disruption}]");

        Assert.Equal(expected, Of(lines, "pod-disruption"));
    }

    [Theory]
    [InlineData("KyvernoMutatingPolicy", "web: MutatingPolicy topology-spread spec.matchConditions: app=web,tier=front; db: one replica")]
    [InlineData("ServerSideApplyPatch", "web: Deployment shop/web spec.template.spec.topologySpreadConstraints; db: one replica")]
    public async Task Spreading_is_shown_by_what_delivers_it(string delivery, string expected)
    {
        var lines = await LinesAsync($$"""
            hardening:namespaces: [{ name: shop, egress: [{ dns: {} }], workloads: [{ name: web, critical: true }, { name: db, critical: true, replicas: 1 }] }]
            hardening:spread: { delivery: {{delivery}}, workloads: [{ namespace: shop, workload: web, kind: Deployment, podSelector: { app: web, tier: front }, replicas: 2 }] }
            """);

        Assert.Equal("shop topology-spread done: " + expected, Of(lines, "topology-spread"));
    }

    [Fact]
    public async Task A_critical_workload_that_nothing_spreads_is_missed()
    {
        var lines = await LinesAsync("""
            hardening:namespaces: [{ name: shop, egress: [{ dns: {} }], workloads: [{ name: web, critical: true }, { name: api, critical: true }] }]
            hardening:spread: { workloads: [{ namespace: shop, workload: web, podSelector: { app: web }, replicas: 2 }] }
            """);

        Assert.Equal("shop topology-spread missing: nothing spreads api of shop over nodes; list them in hardening:spread.workloads", Of(lines, "topology-spread"));
    }

    [Fact]
    public async Task Alerts_that_the_version_of_cert_manager_leaves_out_are_missed()
    {
        var lines = await LinesAsync("hardening:namespaces: [{ name: shop, egress: [{ dns: {} }] }]\nhardening:alerts: { certManager: {} }");

        Assert.Equal("- cert-manager-alerts missing: PrometheusRule cert-manager/cert-manager-alerts has no alert on issuers; state hardening:cluster.certManagerVersion, 1.20 or newer", Of(lines, "cert-manager-alerts"));
    }

    [Theory]
    [InlineData("2027-03-31", "shop workload-security not applicable: web is Privileged, which demands nothing: needs the device")]
    [InlineData("2027-04-01", "shop workload-security missing: the profile of web expired on 2027-03-31 (ai); choose a stricter profile, or renew hardening:namespaces[0].workloads[0].security.expires")]
    public async Task A_profile_that_demands_nothing_says_why_and_until_when(string asOf, string expected)
    {
        var lines = await LinesAsync(
            "hardening:namespaces: [{ name: shop, egress: [{ dns: {} }], workloads: [{ name: web, podSelector: { app: web }, security: { profile: Privileged, reason: needs the device, owner: ai, expires: 2027-03-31 } }] }]",
            asOf);

        Assert.Equal(expected, Of(lines, "workload-security"));
    }

    [Theory]
    [InlineData("", "missing: Kyverno does not look at pods of kyverno, whatever ValidatingPolicy trusted-registries says; exempt it in hardening:registries.excludedNamespaces, or write hardening:registries.engine: KubernetesAdmissionPolicy")]
    [InlineData(", engine: KubernetesAdmissionPolicy", "watching: ValidatingAdmissionPolicyBinding trusted-registries spec.validationActions=[Audit]; set hardening:rollout.registry-allowlist to Enforce")]
    [InlineData(", excludedNamespaces: [{ namespace: kyverno, reason: b, owner: a, expires: 2027-03-31 }]", "exempt: until 2027-03-31 (a: b)")]
    public async Task Kyverno_holds_nobody_to_anything_in_its_own_namespace(string keys, string expected)
    {
        var plan = Cluster.Replace("[kyverno, other]", "[other]", StringComparison.Ordinal)
            + "hardening:namespaces: [{ name: kyverno, size: Small, quota: { reason: r }, egress: [{ dns: {} }] }]\n"
            + $"hardening:registries: {{ trusted: [ghcr.io]{keys} }}";

        var lines = await DoneRun.LinesAsync(DoneRun.Read(plan), CliRun.Today);

        Assert.Equal("kyverno registry-allowlist " + expected, DoneRun.Text(Assert.Single(lines, line => line.Control == "registry-allowlist")));
    }

    [Fact]
    public async Task A_namespace_that_somebody_else_manages_is_not_shown_to_have_anything()
    {
        var lines = await LinesAsync("hardening:namespaces: [{ name: shop, modes: { egress: Enforce }, egress: [{ dns: {} }] }]");

        Assert.Equal(["pod-security", "limit-range", "resource-quota", "egress", "ingress"], lines.Where(line => line.Namespace == "other").Select(line => line.Control));
        Assert.Equal(
            "other resource-quota missing: the plan does not manage other, and nothing here shows it; "
            + "move it from hardening:cluster.externalNamespaces to hardening:namespaces, with adopt: true and the exemptions that it needs",
            DoneRun.Text(lines.Single(line => line is { Namespace: "other", Control: "resource-quota" })));
        Assert.False(DoneSentence.All[0].IsDone(lines));
    }

    [Theory]
    [InlineData("egress: [{ world: true, reason: r, ports: [443] }]", "missing: CiliumNetworkPolicy shop/egress lets pods connect to any address outside the cluster; name the destinations instead of world: true below hardening:namespaces[0], or exempt the namespace from egress")]
    [InlineData("egress: [{ dns: {} }], workloads: [{ name: web, podSelector: { app: web }, egress: [{ world: true, reason: r }] }]", "missing: CiliumNetworkPolicy shop/egress-web lets pods connect to any address outside the cluster; name the destinations instead of world: true below hardening:namespaces[0], or exempt the namespace from egress")]
    [InlineData("egress: [{ cidr: 203.0.113.0/24 }]", "done: CiliumNetworkPolicy shop/egress spec.enableDefaultDeny.egress=true, 1 rule")]
    public async Task Egress_to_everything_is_no_known_destination(string keys, string expected) =>
        Assert.Equal("shop egress " + expected, Of(await LinesAsync($"hardening:namespaces: [{{ name: shop, modes: {{ egress: Enforce }}, {keys} }}]"), "egress"));

    [Theory]
    [InlineData("https://git.example/a", "{ name: default, locked: true }", "done: AppProject other/apps spec.sourceRepos: 1 sources, none of them anybody's; AppProject other/default spec.sourceRepos: none, locked")]
    [InlineData("https://git.example/a", "", "missing: Argo CD's project default permits everything and leads around AppProject other/apps; add { name: default, locked: true } to hardening:projects")]
    [InlineData("https://github.com/*/*", "{ name: default, locked: true }", "missing: AppProject other/apps takes manifests from anywhere; list its sourceRepos in hardening:projects")]
    [InlineData("**", "{ name: default, locked: true }", "missing: AppProject other/apps takes manifests from anywhere; list its sourceRepos in hardening:projects")]
    public async Task Projects_restrict_where_manifests_come_from(string source, string second, string expected)
    {
        var lines = await LinesAsync($$"""
            hardening:namespaces: [{ name: shop, egress: [{ dns: {} }] }]
            hardening:projects: [{ name: apps, namespace: other, reason: r, sourceRepos: ["{{source}}"], destinations: [{ server: "https://kubernetes.default.svc", namespace: shop }] }, {{second.Replace("{ ", "{ namespace: other, ", StringComparison.Ordinal)}}]
            """.Replace(", ]", "]", StringComparison.Ordinal));

        Assert.Equal("- gitops-project " + expected, Of(lines, "gitops-project"));
    }

    [Theory]
    [InlineData("topology-spread")]
    [InlineData("pod-disruption")]
    public async Task One_replica_may_be_stated_where_the_workload_is_spread(string control)
    {
        var lines = await LinesAsync("""
            hardening:namespaces: [{ name: shop, egress: [{ dns: {} }], workloads: [{ name: web, critical: true }] }]
            hardening:spread: { workloads: [{ namespace: shop, workload: web, podSelector: { app: web }, replicas: 1 }] }
            """);

        Assert.Equal($"shop {control} not applicable: web: one replica", Of(lines, control));
    }

    private static string Of(IEnumerable<DoneLine> lines, string control) => DoneRun.Text(Assert.Single(lines, line => line.Control == control && !Elsewhere.Contains(line.Namespace)));

    private static Task<IReadOnlyList<DoneLine>> LinesAsync(string yaml, string asOf = "2026-11-22") => DoneRun.LinesAsync(
        DoneRun.Read(Cluster + yaml),
        DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture));
}
