using Pulumi;

namespace Hardening.Components;

/// <summary>What <see cref="TopologySpread"/> needs to know: which workloads are spread, and how their pods get the constraints.</summary>
public sealed class TopologySpreadArgs : ResourceArgs, IToldOfCluster<TopologySpreadArgs>
{
    /// <summary>The policy's name where the arguments give none.</summary>
    public const string DefaultPolicyName = "topology-spread";

    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>, which creates nothing.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>One of <see cref="SpreadDelivery.All"/>. Default: <see cref="SpreadDelivery.KyvernoMutatingPolicy"/>.</summary>
    [Input("delivery")]
    public string? Delivery { get; set; } = SpreadDelivery.KyvernoMutatingPolicy;

    /// <summary>The policy object's name, at most 53 characters. Default: <see cref="DefaultPolicyName"/>. Patches have none.</summary>
    [Input("policyName")]
    public string? PolicyName { get; set; } = DefaultPolicyName;

    /// <summary>
    /// What happens to pods of these workloads while the policy cannot be evaluated: <c>Ignore</c> (the default) lets them start without constraints, <c>Fail</c> refuses them.
    /// </summary>
    [Input("failurePolicy")]
    public string? FailurePolicy { get; set; }

    /// <summary>The workloads, at least one.</summary>
    [Input("workloads", required: true)]
    public List<SpreadWorkloadArgs>? Workloads { get; set; }

    /// <summary>What is known of the cluster: versions, how many nodes there are, and their zones.</summary>
    [Input("cluster")]
    public ClusterFactsArgs? Cluster { get; set; }

    TopologySpreadArgs IToldOfCluster<TopologySpreadArgs>.Copy() => (TopologySpreadArgs)MemberwiseClone();
}
