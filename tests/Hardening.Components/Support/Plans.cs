namespace Hardening.Components.Tests.Support;

/// <summary>Arguments that are accepted, for tests to change.</summary>
internal static class Plans
{
    public static ClusterFactsArgs Cluster => new() { KubernetesVersion = "v1.34.2", CertManagerVersion = "1.21.1", CiliumVersion = "1.19.4" };

    public static HardenedNamespaceArgs Namespace(Action<HardenedNamespaceArgs>? change = null)
    {
        var args = new HardenedNamespaceArgs { Name = "grafana", Cluster = Cluster };
        change?.Invoke(args);
        return args;
    }

    public static ExemptionArgs Exemption(string control, string expires = "2027-03-31") =>
        new() { Control = control, Reason = "needs the host's NPU", Owner = "ml@example.org", Expires = expires };
}
