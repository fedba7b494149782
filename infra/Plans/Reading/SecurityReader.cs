using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads the security context of a workload.</summary>
internal static class SecurityReader
{
    public static SecurityPlan? Read(PlanObject workload, string name, Dictionary<string, string>? pods, HardenedNamespaceArgs space, string spacePath, NamespaceModes modes)
    {
        if (workload.Object("security") is not { } item)
            return null;
        var args = new WorkloadSecurityArgs
        {
            Namespace = space.Name,
            Workload = name,
            PodSelector = pods,
            Profile = item.Text("profile", SecurityProfile.All),
            RunAsUser = item.Integer("runAsUser", 1, int.MaxValue),
            AddCapabilities = item.TextsOrNull("addCapabilities"),
            Title = item.Text("title"),
            Reason = item.Text("reason"),
            Owner = item.Text("owner"),
            Expires = item.Day("expires"),
            NamespaceLevel = LevelOf(space),
            NamespaceMode = space.PodSecurity?.Mode,
            Mode = modes.Of(Controls.WorkloadSecurity),
            FailurePolicy = item.Text("failurePolicy", PolicyFailure.All),
            PolicyName = item.Text("policyName"),
            Cluster = space.Cluster,
        };
        if (item.Text("engine", PolicyEngine.OfPods) is { } engine)
            args.Engine = engine;
        item.Done<WorkloadSecurityArgs>();
        return new SecurityPlan(args, item.Path, workload.Path, spacePath, modes.PathOf(Controls.WorkloadSecurity));
    }

    /// <summary>The level that holds in the namespace: none where it is exempt from the standards.</summary>
    private static string LevelOf(HardenedNamespaceArgs space) =>
        space.Exemptions?.Exists(exemption => exemption.Control == NamespaceControl.PodSecurity) == true
            ? PodSecurityLevel.Privileged
            : space.PodSecurity?.Level ?? PodSecurityLevel.Baseline;
}
