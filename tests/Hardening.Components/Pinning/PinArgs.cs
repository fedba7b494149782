namespace Hardening.Components.Tests.Pinning;

/// <summary>Arguments that are accepted, for tests to change one thing of.</summary>
internal static class PinArgs
{
    public static ClusterFactsArgs Cluster => new() { KubernetesVersion = "1.34", KyvernoVersion = "1.19.0", KyvernoPolicyExceptions = true, KyvernoExceptionNamespace = "kyverno" };

    public static ImagePinningArgs Valid(string engine = PolicyEngine.KyvernoValidatingPolicy, string mode = Rollout.Audit) =>
        new() { TwoNumberVersions = ["registry.k8s.io/pause"], Engine = engine, Mode = mode, Cluster = Cluster };

    public static ImageExceptionArgs Exception() => new()
    {
        Namespace = "labs",
        Images = ["ghcr.io/example/labs"],
        Reason = "Labs follow the main branch.",
        Owner = "labs",
        Expires = "2027-03-31",
    };
}
