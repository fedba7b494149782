using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Phase;

public sealed class PhaseRefusalTests
{
    [Fact]
    public async Task All_problems_of_all_parts_are_in_one_exception_and_nothing_is_created()
    {
        var args = Phases.Valid(phase =>
        {
            phase.Cluster!.KyvernoVersion = "1.16.0";
            phase.CidrGroups![0].Cidrs = ["1.1.1.1/33"];
            phase.Namespaces![1].Size = "Smal";
            phase.Egress![1].Mode = Rollout.Off;
            phase.Registries!.Registries = ["GHCR.io"];
            phase.Pinning!.Digest = "Sometimes";
            phase.Security![0].Profile = null;
            phase.CertManagerAlerts!.Mode = Rollout.Audit;
            phase.Dashboard!.ChartValue = null;
            phase.Disruption![0].Replicas = 1;
        });
        ComponentArgumentException? refusal = null;

        var stack = await RecordedStack.RunAsync(() => refusal = Assert.Throws<ComponentArgumentException>(() => new HardeningPhase("lab", args)));

        Assert.IsAssignableFrom<Stack>(Assert.Single(stack.Resources).Resource);
        Assert.StartsWith("HardeningPhase \"lab\": 12 problems\n", refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(
            [
                "cidrGroups[0].cidrs[0]", "namespaces[1].size", "egress[1].mode", "security[0].profile", "security[0].engine", "registries.registries[0]", "registries.engine", "pinning.digest",
                "pinning.engine", "certManagerAlerts.mode", "dashboard.chartValue", "disruption[0].replicas",
            ],
            refusal.Problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("cluster: is missing; state what the cluster has, its versions above all")]
    public void A_phase_needs_the_facts_about_its_cluster(string refusal) =>
        Assert.Contains(refusal, Refusal.All(HardeningPhase.Validate(Phases.Valid(phase => phase.Cluster = null))), StringComparison.Ordinal);

    [Fact]
    public void A_namespace_that_Kyverno_passes_over_is_left_out_with_a_reason_or_judged_by_Kubernetes()
    {
        var args = Phases.Valid(phase =>
        {
            phase.Namespaces!.Add(new() { Name = "kyverno", Size = NamespaceSize.Small, Quota = new() { Reason = "five times what it uses" } });
            phase.Egress!.Add(new() { Namespace = "kyverno", Mode = Rollout.Audit, Rules = [EgressRule.None()] });
        });
        const string Says = "excludedNamespaces: Kyverno does not look at pods of kyverno: leave them out here, with a reason, or choose the engine KubernetesAdmissionPolicy";

        Assert.Equal([$"registries.{Says}", $"pinning.{Says}"], Warned());
        args.Registries!.ExcludedNamespaces = ["kyverno"];
        args.Pinning!.Engine = PolicyEngine.KubernetesAdmissionPolicy;
        Assert.Empty(Warned());

        IEnumerable<string> Warned() => HardeningPhase.Validate(args).Warnings.Select(warning => warning.ToString()).Where(warning => warning.Contains("excludedNamespaces", StringComparison.Ordinal));
    }

    [Fact]
    public void A_phase_without_a_list_of_namespaces_is_refused_and_one_with_an_empty_list_is_not()
    {
        Assert.Equal("namespaces: is missing; list the namespaces", Refusal.Of(HardeningPhase.Validate(new() { Cluster = Phases.Cluster })));
        Assert.True(HardeningPhase.Validate(new() { Cluster = Phases.Cluster, Namespaces = [] }).IsValid);
    }

    [Fact]
    public void Other_facts_than_the_phases_are_refused_and_the_phases_own_are_not()
    {
        var args = Phases.Valid();
        args.Namespaces![0].Cluster = args.Cluster;
        args.Registries!.Cluster = Phases.Cluster;

        Assert.Equal(
            "registries.cluster: states other facts about the cluster than the phase does; leave it out: everything in a phase is told the phase's facts",
            Refusal.Of(HardeningPhase.Validate(args)));
    }

    [Fact]
    public void What_is_wrong_with_the_facts_is_said_once_and_where_they_stand()
    {
        var args = Phases.Valid(phase => phase.Cluster!.CiliumVersion = "new");

        Assert.All(HardeningPhase.Validate(args).Problems, problem => Assert.Equal("cluster.ciliumVersion", problem.Path));
        Assert.Equal(HardeningPhase.Validate(args).Problems.Distinct(), HardeningPhase.Validate(args).Problems);
    }

    [Fact]
    public void Entries_that_are_missing_are_refused()
    {
        var args = Phases.Valid(phase =>
        {
            phase.Namespaces!.Add(null!);
            phase.Egress!.Clear();
            phase.Disruption!.Insert(0, null!);
        });

        Assert.Equal(
            "namespaces[2]: the entry is missing; write it or remove the entry\ndisruption[0]: the entry is missing; write it or remove the entry",
            Refusal.All(HardeningPhase.Validate(args)));
    }

    [Fact]
    public void Parts_are_held_against_each_other()
    {
        var args = Phases.Valid(phase =>
        {
            phase.MemoryOvercommit = 1;
            phase.Namespaces!.Add(new() { Name = "shop", Quota = new() { Hard = new() { ["limits.memory"] = "64Gi" } } });
            phase.Namespaces.Add(new() { Name = "idle" });
            phase.Egress![1].Mode = Rollout.Enforce;
            phase.Security!.Add(phase.Security[0]);
            phase.Disruption!.Add(Phases.Budget("api"));
        });

        Assert.Equal(
            """
            namespaces[2].name: is the name of an earlier namespace too (got "shop"); merge the two
            egress[0].mode: egress[1] enforces egress on the same pods, so their traffic is cut whatever this policy says: default deny holds where one policy asks for it (got "Audit"); enforce both, or audit both
            namespaces[3].egress: is missing; list where its pods may connect (- none: true for nowhere), or exempt the namespace from egress
            security[1].workload: has a security context already (got "web"); keep one of the two
            disruption[1].podSelector: may select pods of disruption[0] too, and a pod of two budgets cannot be evicted at all; give both a label with different values, such as app.kubernetes.io/component
            namespaces[2].quota.hard[limits.memory]: is more than 1 times what all workers together have (56Gi) (got "64Gi"); lower it
            namespaces: the quotas allow 74Gi of memory limits together, more than 1 times the workers' 56Gi; lower the largest quotas, or raise the overcommit factor
            """,
            Refusal.All(HardeningPhase.Validate(args)));
    }

    [Fact]
    public void An_overcommit_that_is_none_is_refused() =>
        Assert.Equal(
            "memoryOvercommit: is not between 1 and 100 (got \"0.5\"); write how often worker memory may be promised, such as 1.5",
            Refusal.Of(HardeningPhase.Validate(Phases.Valid(phase => phase.MemoryOvercommit = 0.5))));

    [Fact]
    public void A_namespace_that_is_exempt_from_egress_needs_no_policy() =>
        Assert.True(HardeningPhase.Validate(Phases.Valid(phase =>
        {
            phase.Egress!.RemoveAt(2);
            phase.Namespaces![1].Exemptions = [Plans.Exemption(NamespaceControl.Egress)];
        })).IsValid);

    [Fact]
    public void Policies_are_refused_whose_resources_could_not_be_named()
    {
        var unknown = Output.Create("shop").Apply(async name =>
        {
            await Task.Delay(Timeout.Infinite);
            return name;
        });
        var args = Phases.Valid(phase =>
        {
            phase.Egress!.Add(new() { Namespace = "shop", PolicyName = "web", PodSelector = new() { ["app.kubernetes.io/name"] = "api" }, Mode = Rollout.Audit, Rules = [EgressRule.None()] });
            phase.Egress.Add(new() { Namespace = unknown, PolicyName = "later", Mode = Rollout.Audit, Rules = [EgressRule.None()] });
        });

        Assert.Equal(
            "egress[3].policyName: differs from an earlier policy's of the namespace by egress- alone, and resources are named without it (got \"web\"); choose another name\n"
            + "egress[4].namespace: is not known yet, and the policy's resource is named after it; write the name, or create this EgressPolicy beside the phase",
            Refusal.All(HardeningPhase.Validate(args)));
    }

    [Fact]
    public void Groups_are_refused_that_have_no_name_a_name_twice_or_no_addresses()
    {
        var args = Phases.Valid(phase =>
        {
            phase.CidrGroups!.Add(new() { Name = "resolvers", Cidrs = [] });
            phase.CidrGroups.Add(new() { Cidrs = ["::/0"] });
        });

        Assert.Equal(
            ["cidrGroups[1].name: is the name of an earlier group too (got \"resolvers\"); merge the two", "cidrGroups[1].cidrs: is empty; list the addresses, or leave the group out where somebody else manages it", "cidrGroups[2].name"],
            HardeningPhase.Validate(args).Problems.Select((problem, index) => index < 2 ? problem.ToString() : problem.Path));
    }

    [Fact]
    public void Problems_are_said_at_the_places_that_the_caller_knows()
    {
        var phase = HardeningPhase.Check(Phases.Valid(args => args.Disruption!.Add(Phases.Budget("api"))), path => $"plan.yaml#{path}");

        Assert.Equal(
            "plan.yaml#disruption[1].podSelector: may select pods of plan.yaml#disruption[0] too, and a pod of two budgets cannot be evicted at all; give both a label with different values, such as app.kubernetes.io/component",
            Refusal.Of(phase.Result));
        Assert.Throws<ComponentArgumentException>(() => phase.Create("lab"));
    }

    [Fact]
    public void A_warning_that_another_policy_of_the_phase_answers_is_not_given()
    {
        Assert.DoesNotContain(HardeningPhase.Validate(Phases.Valid()).Warnings, warning => warning.Path.StartsWith("egress[1]", StringComparison.Ordinal));
        Assert.Contains(
            HardeningPhase.Validate(Phases.Valid(phase => phase.Egress![0].Rules = [EgressRule.None()])).Warnings,
            warning => warning.ToString().StartsWith("egress[1].egress[0]: allows nothing unless another policy of the same pods has a DNS rule", StringComparison.Ordinal));
    }
}
