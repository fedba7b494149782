using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports;

/// <summary>Counts what each control amounts to.</summary>
internal static class ControlSummaries
{
    public static IReadOnlyList<ControlSummary> Of(HardeningPlan plan, CapturedStack captured)
    {
        var kinds = captured.Resources.Where(resource => resource.IsManifest).GroupBy(resource => resource.Kind!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var summaries = new List<ControlSummary>
        {
            OfNamespaces(plan, NamespaceControl.PodSecurity, Count("Namespace"), space => space.Args.PodSecurity?.Mode),
            OfNamespaces(plan, NamespaceControl.LimitRange, Count("LimitRange"), space => space.Args.Limits?.Mode),
            OfNamespaces(plan, NamespaceControl.ResourceQuota, Count("ResourceQuota"), space => space.Args.Quota?.Mode),
            OfNamespaces(plan, NamespaceControl.Egress, ObjectsOf(captured, EgressPolicy.TypeToken) + Count("CiliumCIDRGroup"), space => space.Egress.Count > 0 ? space.Egress[0].Args.Mode : null),
        };
        if (plan.RestrictsIngress)
            summaries.Add(OfNamespaces(plan, NamespaceControl.Ingress, ObjectsOf(captured, IngressPolicy.TypeToken), space => space.Ingress.Count > 0 ? space.Ingress[0].Args.Mode : null));
        if (plan.Registries is { } registries)
            summaries.Add(new ControlSummary(Controls.RegistryAllowlist, registries.Args.Mode ?? Rollout.Audit, CountOf(RegistryAllowlist.TypeToken), null));
        if (plan.Pinning is { } pinning)
            summaries.Add(new ControlSummary(Controls.ImagePinning, pinning.Args.Mode ?? Rollout.Audit, CountOf(ImagePinning.TypeToken), null));
        var security = plan.Namespaces.SelectMany(space => space.Security).ToList();
        if (security.Count > 0)
            summaries.Add(new ControlSummary(Controls.WorkloadSecurity, Counted(security.ConvertAll(workload => workload.Args.Mode ?? Rollout.Audit)), CountOf(WorkloadSecurity.TypeToken), null));
        if (plan.CertManagerAlerts is { } alerts)
            summaries.Add(new ControlSummary(Controls.CertManagerAlerts, alerts.Mode ?? Rollout.Enforce, Count("PrometheusRule"), null));
        if (plan.Dashboard is { } dashboard)
            summaries.Add(new ControlSummary(Controls.DashboardAccess, dashboard.Mode ?? Rollout.Enforce, ObjectsOf(captured, DashboardAccess.TypeToken), null));
        if (plan.Disruption.Count > 0)
            summaries.Add(new ControlSummary(Controls.PodDisruption, plan.Rollout.ModeOf(Controls.PodDisruption), ObjectsOf(captured, PodDisruption.TypeToken), null));
        if (plan.Projects.Count > 0)
            summaries.Add(new ControlSummary(Controls.GitOpsProject, plan.Rollout.ModeOf(Controls.GitOpsProject), ObjectsOf(captured, GitOpsProject.TypeToken), null));
        if (plan.Secrets is { } secrets)
        {
            summaries.Add(new ControlSummary(Controls.SealedSecrets, secrets.Bundle.Mode ?? Rollout.Enforce, CountOf(SealedSecretBundle.TypeToken), null));
            if (secrets.Rotation.Count > 0)
                summaries.Add(new ControlSummary(Controls.SecretRotation, plan.Rollout.ModeOf(Controls.SecretRotation), CountOf(SecretRotation.TypeToken), null));
        }

        if (plan.Spread is { } spread)
            summaries.Add(new ControlSummary(Controls.TopologySpread, spread.Mode ?? Rollout.Enforce, ObjectsOf(captured, TopologySpread.TypeToken), null));
        if (plan.Defaults is { } defaults)
            summaries.Add(new ControlSummary(Controls.NamespaceDefaults, defaults.Args.Mode ?? Rollout.Enforce, ObjectsOf(captured, NamespaceDefaults.TypeToken), null));
        return summaries;

        int CountOf(string component) => captured.Resources.Count(resource => resource.IsManifest && resource.Parent?.Type == component);

        int Count(string kind) => kinds.GetValueOrDefault(kind);
    }

    private static int ObjectsOf(CapturedStack captured, string component) =>
        captured.Resources.Count(resource => resource.IsManifest && resource.Parent?.Type == component);

    private static ControlSummary OfNamespaces(HardeningPlan plan, string control, int objects, Func<NamespacePlan, string?> modeOf)
    {
        var acting = plan.Namespaces.Where(space => !space.IsExempt(control)).Select(modeOf).OfType<string>().ToList();
        var text = Counted(acting);
        var exempt = plan.Namespaces.Count - acting.Count;
        if (exempt > 0)
            text += string.Create(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? ", " : "")}exempt {exempt}");
        return new ControlSummary(control, text, objects, acting.Count);
    }

    /// <summary>The one mode, or each with how many there are of it.</summary>
    private static string Counted(IReadOnlyList<string> of)
    {
        var modes = of.GroupBy(mode => mode, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        return modes.Count == 1 ? modes[0].Key : string.Join(", ", modes.Select(mode => string.Create(CultureInfo.InvariantCulture, $"{mode.Key} {mode.Count()}")));
    }
}
