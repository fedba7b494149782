namespace Hardening.Components.Tests.Examples;

internal static class WorkloadSecurityExample
{
    public static void Create()
    {
        _ = new WorkloadSecurity("cloudflared", new()
        {
            Namespace = "cloudflared",
            Workload = "cloudflared",
            PodSelector = new() { ["app.kubernetes.io/name"] = "cloudflared" },
            Profile = SecurityProfile.RestrictedReadOnly,
            RunAsUser = 65532,
            Reason = "Network-only, no special access needed",
            NamespaceLevel = PodSecurityLevel.Restricted,
            Mode = Rollout.Enforce,
            Cluster = new() { KyvernoVersion = "1.19.0" },
        });
    }
}
