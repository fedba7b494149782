namespace Hardening.Components.Tests.Examples;

internal static class DisruptionExample
{
    public static void Run()
    {
        // <example>
        _ = new PodDisruption("vault", new()
        {
            Namespace = "vault",
            Workload = "vault",
            PodSelector = new() { ["app.kubernetes.io/name"] = "vault", ["component"] = "server" },
            Replicas = 3,
            MaxUnavailable = "1",
            Cluster = new() { KubernetesVersion = "1.34.1" },
        });
        // </example>
    }
}
