using Hardening.Components.Tests.Support;
using Pulumi.Utilities;

namespace Hardening.Components.Tests.Phase;

public sealed class HardeningPhaseTests
{
    [Fact]
    public async Task Everything_is_a_child_of_the_phase_under_the_name_that_it_has_alone()
    {
        var stack = await Phases.RunAsync(Phases.Valid());

        Assert.Equal(
            [
                "CertManagerAlerts cert-manager-alerts",
                "CiliumCIDRGroup resolvers",
                "DashboardAccess dashboard-access",
                "EgressPolicy data",
                "EgressPolicy shop",
                "EgressPolicy shop.web",
                "GitOpsProject data.default",
                "GitOpsProject data.shop",
                "HardenedNamespace data",
                "HardenedNamespace shop",
                "ImagePinning image-pinning",
                "PodDisruption shop.web",
                "RegistryAllowlist registry-allowlist",
                "WorkloadSecurity shop.web.security",
            ],
            stack.Resources.Where(resource => resource.Parent == "lab").Select(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_prefix_of_their_own_two_phases_of_a_stack_share_no_name()
    {
        var args = Phases.Valid(phase => phase.Prefix = null);

        var stack = await RecordedStack.RunAsync(() =>
        {
            _ = new HardeningPhase("one", args);
            _ = new HardeningPhase("two", args);
        });

        Assert.All(stack.Resources.Where(resource => resource.Name is not ("one" or "two") && resource.Resource is not Pulumi.Stack), resource => Assert.Matches("^(one|two)-", resource.Name));
        Assert.Equal(stack.Resources.Count, stack.Resources.Select(resource => (resource.Type, resource.Name)).Distinct().Count());
    }

    [Fact]
    public async Task Policies_wait_for_their_namespace_and_for_the_groups_that_they_name_and_budgets_for_their_namespace()
    {
        var stack = await Phases.RunAsync(Phases.Valid());

        Assert.Equal(["resolvers", "shop"], Of("EgressPolicy", "shop"));
        Assert.Equal(["shop"], Of("EgressPolicy", "shop.web"));
        Assert.Equal(["data"], Of("EgressPolicy", "data"));
        Assert.Equal(["shop"], Of("DashboardAccess", "dashboard-access"));
        Assert.Equal(["shop"], Of("PodDisruption", "shop.web"));
        Assert.Equal(["data"], Of("GitOpsProject", "data.shop"));
        Assert.Empty(Of("RegistryAllowlist", "registry-allowlist"));

        IEnumerable<string> Of(string type, string name) =>
            stack.Resources.Single(resource => resource.Type == "hardening:index:" + type && resource.Name == name).DependsOn.Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_facts_about_the_cluster_are_said_once()
    {
        var args = Phases.Valid();

        var stack = await Phases.RunAsync(args);

        // Pod Security's version and the budget's eviction policy come from the version of Kubernetes.
        Assert.Contains("\"pod-security.kubernetes.io/audit-version\":\"v1.34\"", stack["shop-namespace"].Json("metadata"), StringComparison.Ordinal);
        Assert.Contains("\"unhealthyPodEvictionPolicy\":\"AlwaysAllow\"", stack["shop.web-budget"].Json("spec"), StringComparison.Ordinal);
        Assert.Null(args.Namespaces![0].Cluster);
        Assert.Null(args.Disruption![0].Cluster);
    }

    [Fact]
    public async Task The_outputs_are_the_namespaces_and_the_modes_in_use()
    {
        var stack = await Phases.RunAsync(Phases.Valid(phase =>
        {
            phase.Egress![2].Mode = Rollout.Enforce;
            phase.Namespaces![1].Exemptions = [Plans.Exemption(NamespaceControl.PodSecurity)];
            phase.Dashboard = null;
        }));

        var phase = Assert.IsType<HardeningPhase>(stack["lab"].Resource);
        Assert.Equal(["shop", "data"], (await OutputUtilities.GetValueAsync(phase.Namespaces)).ToArray());
        Assert.Equal(
            "cert-manager-alerts Enforce; egress Audit, Enforce; gitops-project Enforce; image-pinning Enforce; limit-range Enforce; pod-disruption Enforce; pod-security Audit; registry-allowlist Audit; resource-quota Enforce; workload-security Warn",
            string.Join("; ", (await OutputUtilities.GetValueAsync(phase.Modes)).OrderBy(mode => mode.Key, StringComparer.Ordinal).Select(mode => $"{mode.Key} {mode.Value}")));
    }

    [Fact]
    public async Task A_namespace_may_bring_its_egress_itself()
    {
        var stack = await Phases.RunAsync(Phases.Valid(phase =>
        {
            phase.Egress!.RemoveAt(2);
            phase.Namespaces![1].Egress = new() { Mode = Rollout.Audit, Rules = [EgressRule.CidrGroup("resolvers", "53/UDP")] };
        }));

        Assert.Equal("data", stack.Resources.Single(resource => resource.Type == EgressPolicy.TypeToken && resource.Name == "data-egress").Parent);
        Assert.Equal(["resolvers"], stack.Resources.Single(resource => resource.Name == "data" && resource.Type.EndsWith("HardenedNamespace", StringComparison.Ordinal)).DependsOn);
    }

    [Fact]
    public async Task What_has_been_checked_is_created_without_being_checked_again()
    {
        var args = Phases.Valid();
        var phase = HardeningPhase.Check(args);
        // Changing what was checked is a mistake; here it shows that nothing looks at it again.
        args.Namespaces![0].Size = "Gigantic";

        var stack = await RecordedStack.RunAsync(() => _ = phase.Create("lab"));

        Assert.Contains(stack.Resources, resource => resource.Name == "shop-quota");
    }
}
