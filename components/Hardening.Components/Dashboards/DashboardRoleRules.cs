namespace Hardening.Components;

/// <summary>The rules of a dashboard's role: what every dashboard shows, then what the plan adds.</summary>
internal static class DashboardRoleRules
{
    public static readonly string[] ReadVerbs = ["get", "list", "watch"];

    public static IReadOnlyList<RbacRule> Defaults { get; } =
    [
        Read(
            "",
            "configmaps", "endpoints", "events", "limitranges", "namespaces", "nodes", "persistentvolumeclaims", "persistentvolumes", "pods", "replicationcontrollers",
            "resourcequotas", "serviceaccounts", "services"),
        new([""], ["pods/log"], ["get"]),
        Read("admissionregistration.k8s.io", "mutatingwebhookconfigurations", "validatingadmissionpolicies", "validatingadmissionpolicybindings", "validatingwebhookconfigurations"),
        Read("apiextensions.k8s.io", "customresourcedefinitions"),
        Read("apps", "controllerrevisions", "daemonsets", "deployments", "replicasets", "statefulsets"),
        Read("autoscaling", "horizontalpodautoscalers"),
        Read("autoscaling.k8s.io", "verticalpodautoscalers"),
        Read("batch", "cronjobs", "jobs"),
        Read("coordination.k8s.io", "leases"),
        Read("discovery.k8s.io", "endpointslices"),
        Read("events.k8s.io", "events"),
        Read("gateway.networking.k8s.io", "backendtlspolicies", "gatewayclasses", "gateways", "grpcroutes", "httproutes", "referencegrants"),
        new(["metrics.k8s.io"], ["nodes", "pods"], ["get", "list"]),
        Read("networking.k8s.io", "ingressclasses", "ingresses", "networkpolicies"),
        Read("node.k8s.io", "runtimeclasses"),
        Read("policy", "poddisruptionbudgets"),
        Read("rbac.authorization.k8s.io", "clusterrolebindings", "clusterroles", "rolebindings", "roles"),
        Read("scheduling.k8s.io", "priorityclasses"),
        Read("storage.k8s.io", "storageclasses", "volumeattributesclasses"),
    ];

    public static IReadOnlyList<RbacRule> Of(DashboardAccessArgs args) =>
    [
        .. Defaults,
        .. (args.Read ?? []).Select(Of),
        .. (args.Write ?? []).Select(Of),
    ];

    public static RbacRule Of(DashboardReadArgs read) => new(read.ApiGroups ?? [], read.Resources ?? [], ReadVerbs);

    public static RbacRule Of(DashboardWriteArgs write) => new(write.ApiGroups ?? [], write.Resources ?? [], write.Verbs ?? []) { ResourceNames = write.ResourceNames ?? [] };

    private static RbacRule Read(string group, params string[] resources) => new([group], resources, ReadVerbs);
}
