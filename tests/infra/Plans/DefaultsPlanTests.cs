using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Checks;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans;

/// <summary>Defaults leave the plan's namespaces alone without being told, and are as strict as the rollout says.</summary>
public sealed class DefaultsPlanTests
{
    private const string Plan = """
        hardening:cluster:
          kubernetesVersion: "1.34"
          kyvernoVersion: "1.19.0"
          ciliumVersion: "1.19.4"
          nodes: [{ name: n1, memory: 16Gi }]
          externalNamespaces: [legacy]
        hardening:namespaces:
          - { name: shop, size: Small, egress: [{ none: true }] }
        hardening:defaults:
          excludedNamespaces: [{ namespace: playground, reason: students break it anyway, owner: school, expires: 2027-03-31 }]
        """;

    private static PlanResult Read(string old = "~", string changed = "~") => PlanReader.Read(new PlanSource(
        YamlReader.Read(new StringReader(Plan.Replace(old, changed, StringComparison.Ordinal).ReplaceLineEndings("\n"))).Members,
        new HashSet<string>()));

    [Fact]
    public void The_plan_says_which_namespaces_are_planned_and_how_strict_egress_is()
    {
        var result = Read();

        Assert.Empty(result.Problems);
        var args = result.Plan.Defaults!.Args;
        Assert.Equal((Rollout.Enforce, Rollout.Audit, NamespaceSize.Small), (args.Mode, args.EgressMode, args.Size));
        Assert.Equal(["legacy"], args.PlannedNamespaces);
        Assert.Equal(["playground"], args.ExcludedNamespaces);
    }

    [Theory]
    [InlineData("namespace: playground", "namespace: shop", "hardening:defaults.excludedNamespaces[0].namespace: is left alone anyway (got \"shop\"); remove it")]
    [InlineData("namespace: playground", "namespace: legacy", "hardening:defaults.excludedNamespaces[0].namespace: is left alone anyway (got \"legacy\"); remove it")]
    [InlineData("owner: school, ", "", "hardening:defaults.excludedNamespaces[0].owner: an exemption needs an owner; name who answers for it")]
    [InlineData("kyvernoVersion: \"1.19.0\"", "kyvernoVersion: \"1.16.0\"", "hardening:cluster.kyvernoVersion: GeneratingPolicy of policies.kyverno.io/v1 needs Kyverno 1.17, and the cluster has 1.16.0 (got \"1.16.0\"); upgrade Kyverno and state its version in cluster.kyvernoVersion, or do without")]
    [InlineData("hardening:defaults:\n", "hardening:defaults:\n  egress: [{ namespace: shpo }]\n", "hardening:defaults.egress[0].namespace: is no namespace of the plan (got \"shpo\"); did you mean shop?")]
    public void What_does_not_fit_the_rest_of_the_plan_is_refused(string old, string changed, string refusal) =>
        Assert.Equal(refusal, string.Join('\n', Read(old, changed).Problems));

    [Fact]
    public void A_namespace_that_was_excluded_for_a_time_is_a_finding_afterwards() => Assert.Equal(
        ["hardening:defaults.excludedNamespaces[0].expires: the exemption of playground from namespace-defaults expired on 2027-03-31; school owns it: renew it with a new day, or remove it"],
        ExpiryFindings.Find(Read().Plan, new DateOnly(2027, 4, 1)).Select(finding => $"{finding.Path}: {finding.Message}"));
}
