namespace Hardening.Components.Tests.Examples;

internal static class NamespaceDefaultsExample
{
    public static void Create()
    {
        _ = new NamespaceDefaults("namespace-defaults", new()
        {
            Size = NamespaceSize.Small,
            EgressMode = Rollout.Enforce,
            PlannedNamespaces = ["argocd", "vault"],
            ExcludedNamespaces = ["playground"],
            Cluster = new() { KubernetesVersion = "1.34.1", KyvernoVersion = "1.19.0", CiliumVersion = "1.19.4" },
        });
    }
}
