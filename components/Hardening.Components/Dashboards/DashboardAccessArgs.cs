using Pulumi;

namespace Hardening.Components;

/// <summary>What <see cref="DashboardAccess"/> needs to know: who uses the dashboard, and what it may do beyond looking.</summary>
public sealed class DashboardAccessArgs : ResourceArgs
{
    /// <summary>The name of the ClusterRole and its binding unless <see cref="RoleName"/> says otherwise.</summary>
    public const string DefaultRoleName = "hardening-dashboard";

    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>, which creates nothing. RBAC cannot watch.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>Name of the ClusterRole and of its ClusterRoleBinding. Default: <see cref="DefaultRoleName"/>.</summary>
    [Input("roleName")]
    public string? RoleName { get; set; }

    /// <summary>
    /// The dashboard's ServiceAccount, where requests run as it. With sign-in by OIDC or token they run as the user instead: name <see cref="Groups"/> then. One of the
    /// three is required.
    /// </summary>
    [Input("serviceAccount")]
    public DashboardServiceAccountArgs? ServiceAccount { get; set; }

    /// <summary>Groups of people who use the dashboard, as the identity provider names them. Default: none.</summary>
    [Input("groups")]
    public List<string>? Groups { get; set; }

    /// <summary>Single people who use the dashboard, as the identity provider names them. Default: none.</summary>
    [Input("users")]
    public List<string>? Users { get; set; }

    /// <summary>
    /// The value of the dashboard's chart, as for <c>helm --set</c>, that takes away the binding to <c>cluster-admin</c> which Headlamp's chart makes by itself:
    /// <c>clusterRoleBinding.create=false</c>, or <c>clusterRoleBinding.clusterRoleName=</c> and the name of this role. RBAC only adds, so while that binding exists
    /// this role restricts nothing. Required.
    /// </summary>
    [Input("chartValue", required: true)]
    public string? ChartValue { get; set; }

    /// <summary>What may be read beyond <see cref="DashboardAccess.DefaultReads"/>, custom resources above all. Default: nothing.</summary>
    [Input("read")]
    public List<DashboardReadArgs>? Read { get; set; }

    /// <summary>What may be changed. Default: nothing.</summary>
    [Input("write")]
    public List<DashboardWriteArgs>? Write { get; set; }

    /// <summary>Labels of both objects. Labels by which other roles aggregate this one are refused. Default: none.</summary>
    [Input("labels")]
    public Dictionary<string, string>? Labels { get; set; }
}
