using System.Collections.Immutable;

namespace Hardening.Components;

/// <summary>Which modes are in use in a phase.</summary>
internal static class PhaseModes
{
    public static ImmutableDictionary<string, string> Of(CheckedPhase phase)
    {
        var modes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Add(NamespaceControl.PodSecurity, Acting(phase, NamespaceControl.PodSecurity).Select(space => space.PodSecurity?.Mode ?? Rollout.Audit));
        Add(NamespaceControl.LimitRange, Acting(phase, NamespaceControl.LimitRange).Select(space => space.Limits?.Mode ?? Rollout.Enforce));
        Add(NamespaceControl.ResourceQuota, Acting(phase, NamespaceControl.ResourceQuota).Select(space => space.Quota?.Mode ?? Rollout.Enforce));
        Add(NamespaceControl.Egress, phase.Egress.Select(policy => policy.Args.Mode).Concat(phase.Namespaces.Select(space => space.Egress?.Args.Mode)));
        Add(NamespaceControl.Ingress, phase.Ingress.Select(policy => policy.Args.Mode).Concat(phase.Namespaces.Select(space => space.Ingress?.Args.Mode)));
        Add(PhaseNames.Registries, [phase.Registries?.Args.Mode]);
        Add(PhaseNames.Pinning, [phase.Pinning?.Args.Mode]);
        Add("workload-security", phase.Security.Select(security => security.Args.Mode));
        Add(PhaseNames.Alerts, [phase.CertManagerAlerts is { } alerts ? alerts.Args.Mode ?? Rollout.Enforce : null]);
        Add(PhaseNames.Dashboard, [phase.Dashboard is { } dashboard ? dashboard.Args.Mode ?? Rollout.Enforce : null]);
        Add("pod-disruption", phase.Disruption.Select(budget => budget.Args.Mode ?? Rollout.Enforce));
        Add("gitops-project", phase.Projects.Select(project => project.Args.Mode ?? Rollout.Enforce));
        Add(PhaseNames.Secrets, [phase.Secrets is { Args.Sealed.Count: > 0 } secrets ? secrets.Args.Mode ?? Rollout.Enforce : null]);
        Add("secret-rotation", phase.Rotation.Select(rotation => rotation.Args.Mode ?? Rollout.Enforce));
        Add(PhaseNames.Spread, [phase.Spread is { } spread ? spread.Args.Mode ?? Rollout.Enforce : null]);
        Add(PhaseNames.Defaults, [phase.Defaults is { } defaults ? defaults.Args.Mode ?? Rollout.Enforce : null]);
        return modes.ToImmutable();

        void Add(string control, IEnumerable<string?> used)
        {
            var text = string.Join(", ", Rollout.All.Intersect(used, StringComparer.Ordinal));
            if (text.Length > 0)
            {
                modes[control] = text;
            }
        }
    }

    private static IEnumerable<HardenedNamespaceArgs> Acting(CheckedPhase phase, string control) =>
        phase.Namespaces.Select(space => space.Args).Where(space => !NamespacePlan.IsExempt(space, control));
}
