using Pulumi;

namespace Hardening.Components;

/// <summary>What <see cref="ImagePinning"/> needs to know: what counts as pinned, who enforces that, and what is exempt.</summary>
public sealed class ImagePinningArgs : ResourceArgs, IToldOfCluster<ImagePinningArgs>
{
    /// <summary>The name of the policy object unless <see cref="PolicyName"/> says otherwise.</summary>
    public const string DefaultPolicyName = "pinned-images";

    /// <summary>Whether images need a digest: one of <see cref="ImageDigest.All"/>. Default: <see cref="ImageDigest.Optional"/>.</summary>
    [Input("digest")]
    public string? Digest { get; set; } = ImageDigest.Optional;

    /// <summary>
    /// Repositories whose complete versions have two numbers, such as <c>registry.k8s.io/pause</c> or <c>docker.io/postgres</c>: <c>3.10</c> is then a version and no
    /// tag that moves with every patch. Default: none.
    /// </summary>
    [Input("twoNumberVersions")]
    public List<string>? TwoNumberVersions { get; set; }

    /// <summary>
    /// Who evaluates the policy: <see cref="PolicyEngine.KyvernoValidatingPolicy"/> (the default) or <see cref="PolicyEngine.KubernetesAdmissionPolicy"/>.
    /// </summary>
    [Input("engine")]
    public string? Engine { get; set; } = PolicyEngine.KyvernoValidatingPolicy;

    /// <summary><see cref="Rollout.Audit"/>, <see cref="Rollout.Warn"/> or <see cref="Rollout.Enforce"/>. Default: <see cref="Rollout.Audit"/>.</summary>
    [Input("mode")]
    public string? Mode { get; set; } = Rollout.Audit;

    /// <summary>What the cluster has: the engine's version, and whether Kyverno's exceptions are switched on. Required.</summary>
    [Input("cluster", required: true)]
    public ClusterFactsArgs? Cluster { get; set; }

    /// <summary>Namespaces that the policy leaves alone. Default: none; Kyverno as it is installed never looks at those of <see cref="KyvernoNamespaces"/>.</summary>
    [Input("excludedNamespaces")]
    public List<string>? ExcludedNamespaces { get; set; }

    /// <summary>Workloads that may use images that are not pinned, each with reason, owner and last day. Default: none.</summary>
    [Input("exceptions")]
    public List<ImageExceptionArgs>? Exceptions { get; set; }

    /// <summary>
    /// What happens when the policy cannot be evaluated: <c>Fail</c> refuses, <c>Ignore</c> lets pass. Default: <c>Fail</c> where the mode is
    /// <see cref="Rollout.Enforce"/>, else <c>Ignore</c>, so that a mode that refuses nothing refuses nothing.
    /// </summary>
    [Input("failurePolicy")]
    public string? FailurePolicy { get; set; }

    /// <summary>The policy object's name, at most 53 characters. Default: <see cref="DefaultPolicyName"/>.</summary>
    [Input("policyName")]
    public string? PolicyName { get; set; } = DefaultPolicyName;

    ImagePinningArgs IToldOfCluster<ImagePinningArgs>.Copy() => (ImagePinningArgs)MemberwiseClone();
}
