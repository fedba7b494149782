namespace Hardening.Components;

/// <summary>The resources of Kubernetes' own API groups, so that a misspelt one is refused instead of granting nothing.</summary>
internal static class KubernetesResources
{
    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal)
    {
        [""] =
        [
            "bindings", "componentstatuses", "configmaps", "endpoints", "events", "limitranges", "namespaces", "nodes", "persistentvolumeclaims", "persistentvolumes",
            "pods", "podtemplates", "replicationcontrollers", "resourcequotas", "secrets", "serviceaccounts", "services",
            // Nothing that is stored: what impersonation is asked for.
            "users", "groups",
        ],
        ["admissionregistration.k8s.io"] =
        [
            "mutatingadmissionpolicies", "mutatingadmissionpolicybindings", "mutatingwebhookconfigurations",
            "validatingadmissionpolicies", "validatingadmissionpolicybindings", "validatingwebhookconfigurations",
        ],
        ["apiextensions.k8s.io"] = ["customresourcedefinitions"],
        ["apiregistration.k8s.io"] = ["apiservices"],
        ["apps"] = ["controllerrevisions", "daemonsets", "deployments", "replicasets", "statefulsets"],
        ["autoscaling"] = ["horizontalpodautoscalers"],
        ["batch"] = ["cronjobs", "jobs"],
        ["certificates.k8s.io"] = ["certificatesigningrequests", "clustertrustbundles", "signers"],
        ["coordination.k8s.io"] = ["leases"],
        ["discovery.k8s.io"] = ["endpointslices"],
        ["events.k8s.io"] = ["events"],
        ["flowcontrol.apiserver.k8s.io"] = ["flowschemas", "prioritylevelconfigurations"],
        ["metrics.k8s.io"] = ["nodes", "pods"],
        ["networking.k8s.io"] = ["ingressclasses", "ingresses", "ipaddresses", "networkpolicies", "servicecidrs"],
        ["node.k8s.io"] = ["runtimeclasses"],
        ["policy"] = ["poddisruptionbudgets"],
        ["rbac.authorization.k8s.io"] = ["clusterrolebindings", "clusterroles", "rolebindings", "roles"],
        ["resource.k8s.io"] = ["deviceclasses", "resourceclaims", "resourceclaimtemplates", "resourceslices"],
        ["scheduling.k8s.io"] = ["priorityclasses"],
        ["storage.k8s.io"] = ["csidrivers", "csinodes", "csistoragecapacities", "storageclasses", "volumeattachments", "volumeattributesclasses"],
    };

    /// <summary>The groups' names.</summary>
    public static IReadOnlyCollection<string> All => Groups.Keys;

    /// <summary>The resources of a group of Kubernetes' own; <see langword="null"/> for another group.</summary>
    public static IReadOnlyList<string>? Of(string group) => Groups.GetValueOrDefault(group);
}
