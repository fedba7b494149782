namespace Hardening.Components.Tests.Registries;

/// <summary>Arguments that are accepted, for tests to change one thing of.</summary>
internal static class Args
{
    public static RegistryAllowlistArgs Valid(string engine = PolicyEngine.KyvernoValidatingPolicy, string mode = Rollout.Audit) => new()
    {
        Registries = ["docker.io", "ghcr.io/fluxcd"],
        Engine = engine,
        Mode = mode,
        Cluster = Cluster(engine == PolicyEngine.KyvernoClusterPolicy ? "1.16.2" : "1.19.0"),
    };

    public static ClusterFactsArgs Cluster(string kyverno) => new()
    {
        KubernetesVersion = "1.34",
        KyvernoVersion = kyverno,
        KyvernoPolicyExceptions = true,
        KyvernoExceptionNamespace = "kyverno",
    };

    public static ImageExceptionArgs Exception() => new()
    {
        Namespace = "scanners",
        Images = ["registry.example.com/legacy"],
        Reason = "The scanner moves in spring.",
        Owner = "platform",
        Expires = "2027-03-31",
    };
}
