using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.Reports.DefinitionOfDone;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Reports.DefinitionOfDone;

/// <summary>A control that is taken out of the plan is missed by its own lines, all of them, and by no other.</summary>
public sealed class RemovalTests
{
    /// <summary>Every way to take a control out. What has no Off watches instead.</summary>
    private static readonly Dictionary<string, List<Func<IReadOnlyDictionary<string, ConfigNode>, IReadOnlyDictionary<string, ConfigNode>>>> Ways = new(StringComparer.Ordinal)
    {
        [NamespaceControl.PodSecurity] = [sections => Removal.WithMode(sections, NamespaceControl.PodSecurity, Rollout.Audit), sections => Removal.WithMode(sections, NamespaceControl.PodSecurity, Rollout.Warn)],
        [NamespaceControl.LimitRange] = [sections => Removal.WithoutExemptions(Removal.WithMode(sections, NamespaceControl.LimitRange, Rollout.Off), NamespaceControl.LimitRange)],
        [NamespaceControl.ResourceQuota] = [sections => Removal.WithoutExemptions(Removal.WithMode(sections, NamespaceControl.ResourceQuota, Rollout.Off), NamespaceControl.ResourceQuota)],
        [NamespaceControl.Egress] = [sections => Removal.WithMode(sections, NamespaceControl.Egress, Rollout.Audit)],
        [NamespaceControl.Ingress] = [sections => Removal.WithMode(sections, NamespaceControl.Ingress, Rollout.Audit)],
        [Controls.RegistryAllowlist] = [.. Section(PlanSections.Registries, Controls.RegistryAllowlist, Rollout.Audit)],
        [Controls.ImagePinning] = [.. Section(PlanSections.Pinning, Controls.ImagePinning, Rollout.Warn)],
        [Controls.WorkloadSecurity] = [sections => Removal.WithoutWorkloadKey(sections, "security"), sections => Removal.WithMode(sections, Controls.WorkloadSecurity, Rollout.Audit)],
        [Controls.CertManagerAlerts] = [.. Section(PlanSections.Alerts, Controls.CertManagerAlerts, Rollout.Off)],
        [Controls.DashboardAccess] = [.. Section(PlanSections.Dashboard, Controls.DashboardAccess, Rollout.Off)],
        [Controls.GitOpsProject] = [.. Section(PlanSections.Projects, Controls.GitOpsProject, Rollout.Off)],
        [Controls.SealedSecrets] = [sections => Removal.WithMode(sections, Controls.SealedSecrets, Rollout.Off)],
        [Controls.SecretRotation] = [sections => Removal.WithMode(sections, Controls.SecretRotation, Rollout.Off), sections => Removal.WithoutMember(sections, PlanSections.Secrets, "rotation")],
        [Controls.TopologySpread] = [.. Section(PlanSections.Spread, Controls.TopologySpread, Rollout.Off)],
        [Controls.NamespaceDefaults] = [.. Section(PlanSections.Defaults, Controls.NamespaceDefaults, Rollout.Off)],
        [Controls.PodDisruption] = [.. Section(PlanSections.Disruption, Controls.PodDisruption, Rollout.Off)],
    };

    public static TheoryData<string> All => [.. Controls.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_control_that_is_taken_out_of_the_plan_turns_its_own_lines_red_and_changes_no_other(string control)
    {
        var prod = Without(control);
        var before = await DoneRun.LinesAsync(prod);
        Assert.DoesNotContain(before.Where(line => line.Control == control), line => line.IsOpen);

        foreach (var remove in Ways[control])
        {
            var after = await DoneRun.LinesAsync(remove(prod));

            Assert.Equal(before.Where(line => line.Control != control).Select(DoneRun.Text), after.Where(line => line.Control != control).Select(DoneRun.Text));
            var own = after.Where(line => line.Control == control).ToList();
            Assert.DoesNotContain(own, line => line.State is DoneState.Done);
            Assert.Contains(own, line => line.IsOpen);
            Assert.All(own.Where(line => line.IsOpen), line => Assert.NotNull(line.Mend));
            var red = own.Where(line => line.IsOpen).Select(line => line.Namespace).ToHashSet(StringComparer.Ordinal!);
            Assert.All(before.Where(line => line.Control == control && line.State is DoneState.Done), line => Assert.True(red.Contains(line.Namespace) || red.Contains(null), DoneRun.Text(line)));
        }
    }

    [Fact]
    public void Limits_alone_cannot_be_taken_out_because_the_quotas_would_refuse_pods_that_state_nothing()
    {
        var result = PlanReader.Read(new PlanSource(Removal.WithMode(DoneRun.Sections("prod"), NamespaceControl.LimitRange, Rollout.Off), new HashSet<string>()));

        Assert.NotEmpty(result.Problems);
        Assert.All(result.Problems, problem => Assert.Contains("].quota.hard[", problem.Path, StringComparison.Ordinal));
    }

    /// <summary>The prod plan; without quotas where limits are taken out, which quotas need.</summary>
    private static IReadOnlyDictionary<string, ConfigNode> Without(string control) => control == NamespaceControl.LimitRange
        ? Removal.WithMode(DoneRun.Sections("prod"), NamespaceControl.ResourceQuota, Rollout.Off)
        : DoneRun.Sections("prod");

    private static IEnumerable<Func<IReadOnlyDictionary<string, ConfigNode>, IReadOnlyDictionary<string, ConfigNode>>> Section(string section, string control, string mode) =>
        [sections => Removal.WithoutSection(sections, section, control), sections => Removal.WithMode(sections, control, mode)];
}
