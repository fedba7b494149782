using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans;

/// <summary>What the plan as a whole refuses, beside what each component refuses.</summary>
public sealed class PlanTests
{
    private const string Cluster = """
        hardening:cluster:
          kubernetesVersion: "1.34"
          ciliumVersion: "1.19.4"
          kyvernoVersion: "1.19.0"
          nodes:
            - { name: worker-1, memory: 4Gi }
            - { name: worker-2, memory: 4Gi }

        """;

    private static PlanResult Read(string yaml, string cluster = Cluster) => PlanReader.Read(new PlanSource(
        YamlReader.Read(new StringReader(cluster + yaml.ReplaceLineEndings("\n"))).Members,
        new HashSet<string>()));

    private static string[] Refusals(string yaml, string cluster = Cluster) => Read(yaml, cluster).Problems.Select(problem => problem.ToString()).ToArray();

    [Fact]
    public void The_workers_are_added_up() =>
        Assert.Equal(("8Gi", "4Gi", 2), (
            Read("hardening:namespaces: []").Plan.Cluster.Facts.WorkerMemory,
            Read("hardening:namespaces: []").Plan.Cluster.Facts.NodeMemory,
            Read("hardening:namespaces: []").Plan.Cluster.Facts.Nodes));

    [Fact]
    public void Worker_memory_has_to_be_what_the_nodes_have() =>
        Assert.Equal(
            ["hardening:cluster.workerMemory: is not what the nodes have together, which is 8Gi (got \"56Gi\"); correct it, or leave it out"],
            Refusals("  workerMemory: 56Gi\nhardening:namespaces: []"));

    [Fact]
    public void A_quota_above_what_all_workers_have_is_refused_at_its_place() =>
        Assert.Contains(
            "hardening:namespaces[0].quota.hard[requests.memory]: is more than all workers together have (8Gi) (got \"9Gi\"); lower it",
            Refusals("hardening:namespaces: [{ name: a, quota: { hard: { requests.memory: 9Gi, limits.memory: 10Gi } }, egress: [{ none: true }] }]"));

    [Fact]
    public void The_sum_of_the_quotas_is_held_against_the_workers_and_the_overcommit()
    {
        const string namespaces = """
            hardening:namespaces:
              - { name: a, egress: [{ none: true }] }
              - { name: b, egress: [{ none: true }] }
              - { name: c, egress: [{ none: true }] }
            """;

        Assert.Equal(
            ["hardening:namespaces: the quotas allow 18Gi of memory limits together, more than 2 times the workers' 8Gi; lower the largest quotas, or raise the overcommit factor"],
            Refusals(namespaces));
        Assert.Empty(Refusals("  memoryOvercommit: 2.5\n" + namespaces));
    }

    [Fact]
    public void No_container_may_have_more_than_one_node_has() =>
        Assert.Contains(
            Refusals("hardening:namespaces: [{ name: a, size: Small, limits: { container: { max: { memory: 5Gi } } }, egress: [{ none: true }] }]"),
            refusal => refusal.StartsWith("hardening:namespaces[0].limits.container.max", StringComparison.Ordinal) && refusal.Contains("4Gi", StringComparison.Ordinal));

    [Fact]
    public void Egress_is_never_left_out_in_silence() =>
        Assert.Equal(
            ["hardening:namespaces[0].egress: is missing; list where its pods may connect (- none: true for nowhere), or exempt the namespace from egress"],
            Refusals("hardening:namespaces: [{ name: a, size: Small }]"));

    [Theory]
    [InlineData("namespace: shpo", "namespace: is no namespace of the plan (got \"shpo\"); did you mean shop?")]
    [InlineData("namespace: elsewhere", "namespace: is no namespace of the plan (got \"elsewhere\"); plan it, or add it to hardening:cluster.externalNamespaces")]
    [InlineData("cidrGroup: office", "cidrGroup: is no CIDR group of the plan (got \"office\"); add it to hardening:cluster.cidrGroups")]
    public void A_rule_that_names_what_is_not_there_is_refused(string rule, string refusal) =>
        Assert.Equal(
            [$"hardening:namespaces[0].egress[0].{refusal}"],
            Refusals($"hardening:namespaces: [{{ name: shop, size: Small, egress: [{{ {rule} }}] }}]"));

    [Fact]
    public void Security_contexts_are_enforced_one_namespace_at_a_time()
    {
        var plan = Read("""
            hardening:namespaces:
              - { name: a, size: Small, modes: { workload-security: Enforce }, egress: [{ none: true }], workloads: [{ name: web, podSelector: { app: web }, security: { profile: Restricted, reason: it can } }] }
              - { name: b, size: Small, egress: [{ none: true }], workloads: [{ name: web, podSelector: { app: web }, security: { profile: Restricted, reason: it can } }] }
            """).OrThrow();

        Assert.Equal(["Enforce", "Audit"], plan.Namespaces.SelectMany(space => space.Security).Select(security => security.Args.Mode));
    }

    [Fact]
    public void An_external_namespace_and_a_cidr_group_can_be_named() =>
        Assert.Empty(Refusals("""
              externalNamespaces: [ingress]
              cidrGroups: [{ name: office }, { name: vpn, cidrs: [198.51.100.0/24] }]
            hardening:namespaces: [{ name: shop, size: Small, egress: [{ namespace: ingress }, { cidrGroup: office }, { cidrGroup: vpn }] }]
            """));

    [Fact]
    public void Two_namespaces_of_one_name_are_refused() =>
        Assert.Contains(
            "hardening:namespaces[1].name: is the name of an earlier namespace too (got \"a\"); merge the two",
            Refusals("hardening:namespaces: [{ name: a, size: Small, egress: [{ none: true }] }, { name: a, size: Small, egress: [{ none: true }] }]"));

    [Theory]
    [InlineData("1.20", "1.2")]
    [InlineData("1.3", "1.3")]
    [InlineData("1", "1")]
    [InlineData("1e3", "1000")]
    public void A_version_without_quotes_is_refused_with_the_reason(string written, string read) =>
        Assert.Equal(
            [$"hardening:cluster.kyvernoVersion: is a number, and YAML reads 1.20 as 1.2 (got \"{read}\"); put the version in quotes: kyvernoVersion: \"1.20\""],
            Refusals($"  kyvernoVersion: {written}\nhardening:namespaces: []", Cluster.Replace("  kyvernoVersion: \"1.19.0\"\n", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("quota: Off", "egress: Audit", "hardening:rollout.quota: is no key of the plan here; known here: CONTROLS")]
    [InlineData("resource-quota: Audit", "egress: Audit", "hardening:rollout.resource-quota: is none of Enforce, Off (got \"Audit\"); write one of them")]
    [InlineData("resource-quota: Off", "egress: Warn", "hardening:rollout.egress: is none of Audit, Enforce, Off (got \"Warn\"); write one of them")]
    [InlineData("resource-quota: Off", "egress: enforce", "hardening:rollout.egress: is none of Audit, Enforce, Off (got \"enforce\"); did you mean Enforce?")]
    [InlineData("resource-quota: Off", "egress: true", "hardening:rollout.egress: is a boolean where a text belongs (got \"true\"); write one of Audit, Enforce, Off")]
    public void Each_control_has_its_own_modes(string quota, string egress, string refusal) =>
        Assert.Contains(
            refusal.Replace("CONTROLS", string.Join(", ", Controls.All.Order(StringComparer.Ordinal)), StringComparison.Ordinal),
            Refusals(Rollouts.With(quota, egress) + "\nhardening:namespaces: []"));

    [Fact]
    public void A_rollout_names_every_control() =>
        Assert.Contains(
            "hardening:rollout.egress: is missing; write one of Audit, Enforce, Off",
            Refusals("hardening:rollout: { pod-security: Enforce }\nhardening:namespaces: []"));

    [Fact]
    public void A_namespace_may_be_ahead_of_the_rollout()
    {
        var plan = Read("hardening:namespaces: [{ name: a, size: Small, modes: { egress: Enforce, pod-security: Warn }, egress: [{ none: true }] }, { name: b, size: Small, egress: [{ none: true }] }]").OrThrow();

        Assert.Equal(("Enforce", "Warn"), (plan.Namespaces[0].Egress[0].Args.Mode, plan.Namespaces[0].Args.PodSecurity?.Mode));
        Assert.Equal(("Audit", "Audit"), (plan.Namespaces[1].Egress[0].Args.Mode, plan.Namespaces[1].Args.PodSecurity?.Mode));
    }

    [Fact]
    public void Exceptions_need_registries_to_be_exceptions_from() =>
        Assert.Equal(
            ["hardening:exceptions: has no hardening:registries to be exceptions from; add hardening:registries, or remove the exceptions"],
            Refusals("hardening:exceptions: [{ control: registry-allowlist, namespace: a, reason: r, owner: o, expires: 2027-03-31 }]\nhardening:namespaces: [{ name: a, size: Small, egress: [{ none: true }] }]"));

    [Fact]
    public void Exceptions_of_each_control_are_judged_at_their_own_place()
    {
        const string namespaces = "hardening:namespaces: [{ name: a, size: Small, egress: [{ none: true }] }]";
        const string pinned = "{ control: image-pinning, namespace: a, images: [quay.io/a], reason: r, owner: o, expires: 2027-03-31 }";
        const string trusted = "{ control: registry-allowlist, namespace: a, images: [A], reason: r, owner: o, expires: 2027-03-31 }";
        const string facts = "  kyvernoPolicyExceptions: true\n  kyvernoExceptionNamespace: a\n";

        Assert.Equal(
            ["hardening:exceptions[1].images[0]: a registry is lower case (got \"A\"); write a"],
            Refusals($"{facts}hardening:registries: {{ trusted: [docker.io] }}\nhardening:pinning: {{ digest: Optional }}\nhardening:exceptions: [{pinned}, {trusted}]\n{namespaces}"));
        Assert.Equal(
            ["hardening:exceptions: has no hardening:pinning to be exceptions from; add hardening:pinning, or remove the exceptions"],
            Refusals($"{facts}hardening:registries: {{ trusted: [docker.io] }}\nhardening:exceptions: [{pinned}]\n{namespaces}"));
        Assert.Equal(
            ["hardening:exceptions[0].control: is none of registry-allowlist, image-pinning (got \"egress\"); write one of them"],
            Refusals($"{facts}hardening:exceptions: [{pinned.Replace("image-pinning", "egress", StringComparison.Ordinal)}]\n{namespaces}"));
    }

    [Fact]
    public void Pinning_is_refused_at_the_plans_own_places() =>
        Assert.Equal(
            [
                "hardening:pinning.digest: is not a value that this argument knows (got \"Always\"); write one of Optional, Required",
                "hardening:pinning.excludedNamespaces[0].namespace: is no namespace of the plan (got \"b\"); plan it, or add it to hardening:cluster.externalNamespaces",
            ],
            Refusals("hardening:pinning: { digest: Always, excludedNamespaces: [{ namespace: b, reason: r, owner: o, expires: 2027-03-31 }] }\nhardening:namespaces: []"));

    [Fact]
    public void Excluded_namespaces_state_reason_owner_and_last_day() =>
        Assert.Equal(
            [
                "hardening:registries.excludedNamespaces[0].reason: an exemption needs a reason; say in a sentence why it is needed",
                "hardening:registries.excludedNamespaces[0].owner: an exemption needs an owner; name who answers for it",
                "hardening:registries.excludedNamespaces[0].expires: an exemption needs its last day; write the day as 2027-03-31, then review or renew it",
            ],
            Refusals("hardening:registries: { trusted: [docker.io], excludedNamespaces: [{ namespace: a }] }\nhardening:namespaces: [{ name: a, size: Small, egress: [{ none: true }] }]"));

    [Fact]
    public void Sections_may_be_json_text_as_pulumi_config_set_writes_them() =>
        Assert.Empty(Refusals("hardening:namespaces: '[{\"name\":\"a\",\"size\":\"Small\",\"egress\":[{\"none\":true}]}]'"));

    [Theory]
    [InlineData("hardening:namespaces: {}", "hardening:namespaces: is a mapping where a list belongs; write a list, each item after a dash")]
    [InlineData("hardening:namespaces: 5", "hardening:namespaces: is a number where a list belongs (got \"5\"); write a list")]
    [InlineData("hardening:namespaces: text", "hardening:namespaces: is a text that is no JSON; write the section as YAML below its key")]
    [InlineData("hardening:namespaces:", "hardening:namespaces: has no value; write it, or leave the key out")]
    [InlineData("hardening:namespaces: { secure: AAA }", "hardening:namespaces: is encrypted, and a list is needed to know which objects there will be; write it in plain text")]
    [InlineData("hardening:namespaces: [a]", "hardening:namespaces[0]: is a text where a mapping belongs (got \"a\"); write a mapping")]
    [InlineData("hardening:namespaces: []\nhardening:rolout: {}", "hardening:rolout: is no section of the plan; did you mean hardening:rollout?")]
    public void A_section_of_another_shape_is_refused(string yaml, string refusal) => Assert.Contains(refusal, Refusals(yaml));
}
