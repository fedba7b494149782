namespace Hardening.Components;

/// <summary>
/// What no dashboard may do, because each of it leads to more than looking at the cluster: reading secrets, running commands in containers or on nodes, acting as
/// somebody else, or giving itself rights.
/// </summary>
public static class DashboardForbidden
{
    private const string Core = "";
    private const string Rbac = "rbac.authorization.k8s.io";
    private const string Admission = "admissionregistration.k8s.io";
    private const string Certificates = "certificates.k8s.io";
    private const string Authentication = "authentication.k8s.io";
    private static readonly string[] Read = ["get", "list", "watch"];
    private static readonly string[] Write = ["create", "update", "patch", "delete", "deletecollection"];
    private static readonly string[] Change = ["create", "update", "patch"];

    /// <summary>Every forbidden access.</summary>
    public static IReadOnlyList<RbacAccess> All { get; } =
    [
        .. Of(Core, "secrets", null, [.. Read, .. Write]),
        .. Of(Core, "pods", "exec", ["get", "create"]),
        .. Of(Core, "pods", "attach", ["get", "create"]),
        .. Of(Core, "pods", "portforward", ["get", "create"]),
        .. Of(Core, "pods", "ephemeralcontainers", ["update", "patch"]),
        .. Of(Core, "pods", "proxy", ["get", .. Write]),
        .. Of(Core, "services", "proxy", ["get", .. Write]),
        .. Of(Core, "nodes", "proxy", ["get", .. Write]),
        .. Of(Core, "serviceaccounts", "token", ["create"]),
        .. Of(Core, "users", null, ["impersonate"]),
        .. Of(Core, "groups", null, ["impersonate"]),
        .. Of(Core, "serviceaccounts", null, ["impersonate"]),
        .. Of(Authentication, "uids", null, ["impersonate"]),
        .. Of(Authentication, "userextras", "scopes", ["impersonate"]),
        .. Of(Rbac, "roles", null, [.. Write, "escalate", "bind"]),
        .. Of(Rbac, "clusterroles", null, [.. Write, "escalate", "bind"]),
        .. Of(Rbac, "rolebindings", null, Write),
        .. Of(Rbac, "clusterrolebindings", null, Write),
        .. Of(Certificates, "certificatesigningrequests", null, ["create"]),
        .. Of(Certificates, "certificatesigningrequests", "approval", ["update", "patch"]),
        .. Of(Certificates, "certificatesigningrequests", "status", ["update", "patch"]),
        .. Of(Certificates, "signers", null, ["approve", "sign"]),
        .. Of(Admission, "mutatingwebhookconfigurations", null, Write),
        .. Of(Admission, "validatingwebhookconfigurations", null, Write),
        .. Of(Admission, "mutatingadmissionpolicies", null, Write),
        .. Of(Admission, "mutatingadmissionpolicybindings", null, Write),
        .. Of(Admission, "validatingadmissionpolicies", null, Write),
        .. Of(Admission, "validatingadmissionpolicybindings", null, Write),
        .. Of("apiregistration.k8s.io", "apiservices", null, Change),
    ];

    /// <summary>What of it some rules allow, in the order of <see cref="All"/>; empty for rules that a dashboard may have.</summary>
    /// <param name="rules">The rules of a role.</param>
    public static IReadOnlyList<RbacAccess> ReachedBy(IEnumerable<RbacRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var list = rules.ToList();
        return [.. All.Where(access => list.Exists(rule => rule.Allows(access)))];
    }

    private static IEnumerable<RbacAccess> Of(string group, string resource, string? subresource, string[] verbs) =>
        verbs.Select(verb => new RbacAccess(group, resource, subresource, verb));
}
