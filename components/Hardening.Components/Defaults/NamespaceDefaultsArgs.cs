using Pulumi;

namespace Hardening.Components;

/// <summary>What <see cref="NamespaceDefaults"/> gives namespaces that nobody planned, and which namespaces it leaves alone.</summary>
public sealed class NamespaceDefaultsArgs : ResourceArgs, IToldOfCluster<NamespaceDefaultsArgs>
{
    /// <summary>The policy's name where the arguments give none.</summary>
    public const string DefaultPolicyName = "namespace-defaults";

    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>, which creates nothing.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>The policy object's name, at most 53 characters. Default: <see cref="DefaultPolicyName"/>.</summary>
    [Input("policyName")]
    public string? PolicyName { get; set; } = DefaultPolicyName;

    /// <summary>One of <see cref="NamespaceSize.All"/>: the numbers of LimitRange and ResourceQuota. Default: <see cref="NamespaceSize.Small"/>.</summary>
    [Input("size")]
    public string? Size { get; set; } = NamespaceSize.Small;

    /// <summary>Where the pods of such a namespace may connect. Never empty. Default: the cluster's DNS, and pods of the same namespace.</summary>
    [Input("egress")]
    public List<EgressRuleArgs>? Egress { get; set; }

    /// <summary>
    /// The mode of the egress policy, as in <see cref="EgressPolicyArgs.Mode"/>; limits and quotas cannot watch. <see cref="Rollout.Off"/> makes none. Default:
    /// <see cref="Rollout.Audit"/>.
    /// </summary>
    [Input("egressMode")]
    public string? EgressMode { get; set; } = Rollout.Audit;

    /// <summary>
    /// Namespaces that are planned or belong to somebody else; they are left alone, as are those whose names begin with <c>kube-</c> and those of
    /// <see cref="ProtectedNamespaces"/>.
    /// </summary>
    [Input("plannedNamespaces")]
    public List<string>? PlannedNamespaces { get; set; }

    /// <summary>Further namespaces that are left alone.</summary>
    [Input("excludedNamespaces")]
    public List<string>? ExcludedNamespaces { get; set; }

    /// <summary>
    /// Whether Kyverno keeps the objects as the policy has them: it takes back what is changed in them, makes them again when they are deleted, and follows the policy. True by default.
    /// </summary>
    [Input("synchronize")]
    public bool? Synchronize { get; set; }

    /// <summary>Whether the objects stay when the policy is deleted. False by default: they go with it.</summary>
    [Input("orphanDownstreamOnPolicyDelete")]
    public bool? OrphanDownstreamOnPolicyDelete { get; set; }

    /// <summary>What is known of the cluster: Kyverno's version, and what gates egress rules.</summary>
    [Input("cluster")]
    public ClusterFactsArgs? Cluster { get; set; }

    NamespaceDefaultsArgs IToldOfCluster<NamespaceDefaultsArgs>.Copy() => (NamespaceDefaultsArgs)MemberwiseClone();
}
