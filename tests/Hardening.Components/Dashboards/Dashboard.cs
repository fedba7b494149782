namespace Hardening.Components.Tests.Dashboards;

/// <summary>Arguments that the tests start from.</summary>
internal static class Dashboard
{
    public static DashboardAccessArgs Args(Action<DashboardAccessArgs>? change = null)
    {
        var args = new DashboardAccessArgs
        {
            ServiceAccount = new() { Namespace = "headlamp", Name = "headlamp" },
            ChartValue = "clusterRoleBinding.create=false",
        };
        change?.Invoke(args);
        return args;
    }

    public static DashboardWriteArgs Write(string resource, params string[] verbs) => new()
    {
        ApiGroups = [resource.StartsWith("deployments", StringComparison.Ordinal) ? "apps" : ""],
        Resources = [resource],
        Verbs = [.. verbs],
        Reason = "restarts by hand",
    };
}
