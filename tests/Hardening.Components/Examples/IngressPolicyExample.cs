namespace Hardening.Components.Tests.Examples;

internal static class IngressPolicyExample
{
    public static void Create()
    {
        _ = new IngressPolicy("shop", new()
        {
            Namespace = "shop",
            Mode = Rollout.Audit,
            Rules =
            [
                IngressRule.NamespacePods("gateway", new() { ["app.kubernetes.io/name"] = "envoy" }, "8080/TCP"),
                IngressRule.NamespacePods("monitoring", new() { ["app.kubernetes.io/name"] = "prometheus" }, "metrics"),
            ],
            Cluster = new() { CiliumVersion = "1.19.4" },
        });
    }
}
