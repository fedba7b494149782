using Pulumi;

namespace Hardening.Components;

/// <summary>What <see cref="RegistryAllowlist"/> needs to know: which registries are trusted, who enforces that, and what is exempt.</summary>
public sealed class RegistryAllowlistArgs : ResourceArgs, IToldOfCluster<RegistryAllowlistArgs>
{
    /// <summary>The name of the policy object unless <see cref="PolicyName"/> says otherwise.</summary>
    public const string DefaultPolicyName = "trusted-registries";

    /// <summary>
    /// The trusted registries: a host, with its port where it has one (<c>docker.io</c>, <c>registry.local:5000</c>), or a part of one
    /// (<c>ghcr.io/fluxcd</c>, <c>docker.io/grafana</c>). An entry stands for itself and everything below it, on the boundaries of slashes. Required.
    /// </summary>
    /// <remarks>Images without a host, such as <c>nginx</c>, come from <c>docker.io/library</c>, and such as <c>grafana/grafana</c> from <c>docker.io/grafana</c>.</remarks>
    [Input("registries", required: true)]
    public List<string>? Registries { get; set; }

    /// <summary>Who evaluates the policy: one of <see cref="PolicyEngine.All"/>. Default: <see cref="PolicyEngine.KyvernoValidatingPolicy"/>.</summary>
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

    /// <summary>Workloads that may use other registries, each with reason, owner and last day. Default: none.</summary>
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

    RegistryAllowlistArgs IToldOfCluster<RegistryAllowlistArgs>.Copy() => (RegistryAllowlistArgs)MemberwiseClone();
}
