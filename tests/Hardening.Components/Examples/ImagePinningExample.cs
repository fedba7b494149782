namespace Hardening.Components.Tests.Examples;

internal static class ImagePinningExample
{
    public static void Create()
    {
        _ = new ImagePinning("image-pinning", new()
        {
            Mode = Rollout.Enforce,
            TwoNumberVersions = ["registry.k8s.io/pause"],
            ExcludedNamespaces = ["kube-system"],
            Exceptions =
            [
                new() { Namespace = "labs", Images = ["ghcr.io/example/labs"], Reason = "Labs follow the main branch.", Owner = "labs", Expires = "2027-03-31" },
            ],
            Cluster = new() { KyvernoVersion = "1.19.0", KyvernoPolicyExceptions = true, KyvernoExceptionNamespace = "kyverno" },
        });
    }
}
