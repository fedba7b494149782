namespace Hardening.Components.Tests.Examples;

internal static class PhaseExample
{
    public static void Run()
    {
        // <example>
        _ = new HardeningPhase("homelab", new()
        {
            Cluster = new() { KubernetesVersion = "1.34.1", CiliumVersion = "1.19.4", KyvernoVersion = "1.19.0", WorkerMemory = "56Gi" },
            Namespaces =
            [
                new() { Name = "shop", Size = NamespaceSize.Small },
                new() { Name = "monitoring", Adopt = true, Size = NamespaceSize.Large },
            ],
            Egress =
            [
                new() { Namespace = "shop", Mode = Rollout.Audit, Rules = [EgressRule.Dns(), EgressRule.Fqdn("api.payments.example", 443)] },
                new() { Namespace = "monitoring", Mode = Rollout.Audit, Rules = [EgressRule.Dns(), EgressRule.AnyNamespace()] },
            ],
            Registries = new() { Registries = ["docker.io", "ghcr.io", "quay.io", "registry.k8s.io"] },
            Pinning = new(),
            CertManagerAlerts = new() { Namespace = "monitoring" },
            Disruption =
            [
                new()
                {
                    Namespace = "shop",
                    Workload = "web",
                    PodSelector = new() { ["app.kubernetes.io/name"] = "web" },
                    Replicas = 2,
                    MaxUnavailable = "1",
                },
            ],
        });
        // </example>
    }
}
