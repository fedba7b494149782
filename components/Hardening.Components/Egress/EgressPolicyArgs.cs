using Pulumi;

namespace Hardening.Components;

/// <summary>
/// What <see cref="EgressPolicy"/> creates: where the pods of one namespace may connect, as a list of intents. Everything that no
/// rule names is denied (in <see cref="Rollout.Audit"/>: would be).
/// </summary>
public sealed class EgressPolicyArgs : ResourceArgs, IToldOfCluster<EgressPolicyArgs>
{
    /// <summary>The namespace whose pods are governed. Required; a DNS-1123 label.</summary>
    [Input("namespace", required: true)]
    public Input<string>? Namespace { get; set; }

    /// <summary>
    /// The name of the policy, <c>egress</c> by default. Carve-outs go to a second policy named after it,
    /// <c>egress-deny</c>. Name it where a namespace has several policies.
    /// </summary>
    [Input("policyName")]
    public string? PolicyName { get; set; }

    /// <summary>Labels of the governed pods; every pod of the namespace when absent. Never an empty dictionary.</summary>
    [Input("podSelector")]
    public Dictionary<string, string>? PodSelector { get; set; }

    /// <summary>
    /// <see cref="Rollout.Enforce"/>: what no rule allows is dropped. <see cref="Rollout.Audit"/>: nothing is dropped
    /// (<c>enableDefaultDeny.egress: false</c>), and flows tell which rule allowed them. Required. A NetworkPolicy cannot watch: with that engine
    /// <see cref="Rollout.Audit"/> is refused, and <see cref="Rollout.Off"/> makes no policy.
    /// </summary>
    [Input("mode", required: true)]
    public string? Mode { get; set; }

    /// <summary>
    /// The allowed destinations, one kind a rule; wire name <c>egress</c>. May be absent where only <see cref="Deny"/> is wanted, never
    /// empty: pods that may connect nowhere have the one rule <see cref="EgressRule.None"/>.
    /// </summary>
    [Input("egress")]
    public List<EgressRuleArgs>? Rules { get; set; }

    /// <summary>
    /// Carve-outs from what is allowed, such as a metadata address; wire name <c>egressDeny</c>. Rendered into a policy of their own with
    /// <c>enableDefaultDeny.egress: false</c>, and only in <see cref="Rollout.Enforce"/>, since a deny always drops. Never empty.
    /// </summary>
    [Input("egressDeny")]
    public List<EgressDenyArgs>? Deny { get; set; }

    /// <summary>
    /// Whether a deployment waits until Cilium's operator reports the policies as valid (<c>pulumi.com/waitFor</c>), and so fails on one that the agents would
    /// drop as a whole. False by default: it needs a running operator.
    /// </summary>
    [Input("waitForValid")]
    public bool WaitForValid { get; set; }

    /// <summary>What is known of the cluster: versions and flags gate features, its CIDRs make warnings precise.</summary>
    [Input("cluster")]
    public ClusterFactsArgs? Cluster { get; set; }

    EgressPolicyArgs IToldOfCluster<EgressPolicyArgs>.Copy() => (EgressPolicyArgs)MemberwiseClone();
}
