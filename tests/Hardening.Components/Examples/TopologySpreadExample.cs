namespace Hardening.Components.Tests.Examples;

internal static class TopologySpreadExample
{
    public static void Create()
    {
        _ = new TopologySpread("topology-spread", new()
        {
            Workloads =
            [
                new()
                {
                    Namespace = "vault",
                    Workload = "vault",
                    PodSelector = new() { ["app.kubernetes.io/name"] = "vault", ["component"] = "server" },
                    Replicas = 3,
                    Kind = SpreadKind.StatefulSet,
                },
            ],
            Cluster = new() { KubernetesVersion = "1.34.1", KyvernoVersion = "1.19.0", Nodes = 3 },
        });
    }
}
