namespace Hardening.Infra.Plans.Schemas;

/// <summary>
/// What no type says of the plan's keys: the sections, and members that the plan spreads over several arguments. By place and key;
/// a text that ends with "Required." is meant by the schema too.
/// </summary>
internal static class PlanTexts
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        [PlanSections.Cluster] = "What the plan states about the cluster: versions, workers and flags. Required.",
        [PlanSections.Rollout] = "How far each control has been rolled out. A section that is there names every control; without it each has its most careful mode.",
        [PlanSections.Namespaces] = "The namespaces: what each may consume and where its pods may connect. Required.",
        [PlanSections.Registries] = "Which registries images may come from.",
        [PlanSections.Pinning] = "Which images count as pinned.",
        [PlanSections.Exceptions] = "Workloads that policies about images leave alone, each with reason, owner and last day.",
        [PlanSections.Alerts] = "Alerts on what hardening depends on.",
        [PlanSections.Dashboard] = "What Headlamp, or a dashboard like it, may do.",
        [PlanSections.Disruption] = "Budgets that keep workloads running while nodes are drained.",
        [PlanSections.Projects] = "Argo CD's projects: from where manifests come and where they may go.",
        [PlanSections.Secrets] = "Secrets that are sealed, secrets that something else makes, and who restarts when one changes.",
        [$"{PlanSections.Secrets}.rotation"] = "Workloads that restart when one of their secrets changes.",
        [$"{PlanSections.Alerts}.certManager"] = "Alerts on cert-manager. Every member has a default.",
        [$"{PlanSections.Registries}.trusted"] = "Registries (`docker.io`) or parts of them (`ghcr.io/fluxcd`), on the boundaries of slashes. Required.",
        [$"{PlanSections.Registries}.excludedNamespaces"] = "Namespaces that the policy leaves alone, each with reason, owner and last day.",
        [$"{PlanSections.Registries}.excludedNamespaces[*].namespace"] = "The namespace. Required.",
        [$"{PlanSections.Defaults}.excludedNamespaces[*].namespace"] = "The namespace. Required.",
        [$"{PlanSections.Pinning}.excludedNamespaces"] = "Namespaces that the policy leaves alone, each with reason, owner and last day.",
        [$"{PlanSections.Pinning}.excludedNamespaces[*].namespace"] = "The namespace. Required.",
        [$"{PlanSections.Exceptions}[*].control"] = "The control that it is an exception from. Required.",
        [$"{PlanSections.Namespaces}[*].modes"] = "This namespace's own modes; the rollout's where it has none.",
        [$"{PlanSections.Namespaces}[*].egressDeny"] = "What stays closed whatever a rule allows.",
        [$"{PlanSections.Namespaces}[*].waitForValid"] = "Whether `pulumi up` waits until Cilium's operator calls the policies valid; false by default.",
        [$"{PlanSections.Namespaces}[*].workloads[*].name"] = "The name of the Deployment, StatefulSet or DaemonSet. Required.",
        [$"{PlanSections.Namespaces}[*].workloads[*].critical"] = "Whether the cluster cannot do without it: it is to be spread over nodes and to keep running while one is drained; false by default.",
        [$"{PlanSections.Namespaces}[*].workloads[*].replicas"] = "How many replicas a critical workload has; one replica can be neither spread nor kept while it moves.",
        [$"{PlanSections.Namespaces}[*].workloads[*].security"] = "What its pods are held to.",
        [$"{PlanSections.Namespaces}[*].workloads[*].images"] = "The images that it runs, as its chart or manifest states them: judged by the plan's own policies before anything is enforced.",
    };

    /// <summary>Whether the table calls a key required.</summary>
    public static bool IsRequired(string place, string key) => Of(place, key)?.EndsWith("Required.", StringComparison.Ordinal) == true;

    /// <summary>What the table says of a key.</summary>
    public static string? Of(string place, string key)
    {
        if (Texts.TryGetValue(PlanShape.Below(place, key, MemberKind.Object), out var text))
            return text;
        return Controls.All.Contains(key, StringComparer.Ordinal) ? $"How far `{key}` has been rolled out: {string.Join(", ", Controls.ModesOf(key).Select(mode => $"`{mode}`"))}." : null;
    }
}
