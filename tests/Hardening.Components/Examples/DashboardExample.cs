namespace Hardening.Components.Tests.Examples;

internal static class DashboardExample
{
    public static void Run()
    {
        // <example>
        _ = new DashboardAccess("dashboard", new()
        {
            ServiceAccount = new() { Namespace = "headlamp", Name = "headlamp" },
            ChartValue = "clusterRoleBinding.create=false",
            Read = [new() { ApiGroups = ["cilium.io"], Resources = ["ciliumnetworkpolicies"] }],
            Write = [new() { ApiGroups = [""], Resources = ["pods"], Verbs = ["delete"], Reason = "a pod that hangs is restarted by hand" }],
        });
        // </example>
    }
}
