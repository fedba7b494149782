using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans;

/// <summary>Argo CD's projects deploy to namespaces of the plan, from hosts that the plan lets Argo CD reach.</summary>
public sealed class ProjectPlanTests
{
    private const string Plan = """
        hardening:cluster: { kubernetesVersion: "1.34", ciliumVersion: "1.19.4", nodes: [{ name: worker-1, memory: 16Gi }], externalNamespaces: [kube-public] }
        hardening:namespaces:
          - name: argocd
            size: Small
            egress: [{ dns: {} }]
            workloads:
              - name: argocd-repo-server
                podSelector: { name: repo-server }
                egress: [{ EGRESS, ports: [443] }]
        hardening:projects:
          - { name: default, locked: true }
          - { name: shop, sourceRepos: [https://github.com/a/b, https://charts.example.org/x], destinations: [{ server: https://kubernetes.default.svc, namespace: argocd, reason: tests }], $ }
        """;

    private static PlanResult Read(string item, string egress = "fqdns: [github.com, '*.example.org']") => PlanReader.Read(new PlanSource(
        YamlReader.Read(new StringReader(Plan.Replace("$", item, StringComparison.Ordinal).Replace("EGRESS", egress, StringComparison.Ordinal).ReplaceLineEndings("\n"))).Members,
        new HashSet<string>()));

    [Fact]
    public void A_project_of_planned_namespaces_and_reachable_hosts_is_accepted_without_a_warning()
    {
        var result = Read("");

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("namespace: argcd", "hardening:projects[1].namespace: is no namespace of the plan (got \"argcd\"); did you mean argocd?")]
    [InlineData("roles: [{ name: ci, jwtTokens: [] }]", "hardening:projects[1].roles[0].jwtTokens: is no key of the plan here; known here: description, groups, name, policies")]
    [InlineData("namespaceResourceWhitelist: []", "hardening:projects[1].namespaceResourceWhitelist: is empty, which permits no kind at all, while leaving it out permits every kind; leave it out, or list kinds")]
    [InlineData("sourceNamespaces: ['*']", "hardening:projects[1].sourceNamespaces[0]: lets Applications of every namespace use the project (got \"*\"); list the namespaces, or say in reason why not")]
    public void What_is_wrong_is_said_at_its_place(string item, string refusal) => Assert.Equal([refusal], Read(item).Problems.Select(problem => problem.ToString()));

    [Theory]
    [InlineData("server: https://kubernetes.default.svc, namespace: shpo")]
    [InlineData("name: in-cluster, namespace: shpo")]
    public void A_destination_in_this_cluster_is_a_namespace_of_the_plan(string destination)
    {
        var text = Plan.Replace("server: https://kubernetes.default.svc, namespace: argocd, reason: tests", destination, StringComparison.Ordinal).Replace(", $", "", StringComparison.Ordinal)
            .Replace("EGRESS", "fqdns: [github.com, '*.example.org']", StringComparison.Ordinal);
        var result = PlanReader.Read(new PlanSource(YamlReader.Read(new StringReader(text.ReplaceLineEndings("\n"))).Members, new HashSet<string>()));

        Assert.Equal(
            ["hardening:projects[1].destinations[0].namespace: is no namespace of the plan (got \"shpo\"); plan it, or add it to hardening:cluster.externalNamespaces"],
            result.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_source_that_argo_cd_may_not_reach_is_warned_of() => Assert.Equal(
        ["hardening:projects[1].sourceRepos[1]: Argo CD's repository server cannot read from it: no egress rule of argocd allows charts.example.org. Add one, or remove the source."],
        Read("", "fqdn: github.com").Warnings.Select(warning => warning.ToString()));

    [Theory]
    [InlineData("world: true, reason: a sandbox")]
    [InlineData("cidr: 203.0.113.0/24")]
    public void Where_addresses_are_open_no_host_is_missed(string egress) => Assert.DoesNotContain(Read("", egress).Warnings, warning => warning.Path.StartsWith("hardening:projects", StringComparison.Ordinal));
}
