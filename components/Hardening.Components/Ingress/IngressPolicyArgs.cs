using Pulumi;

namespace Hardening.Components;

/// <summary>
/// What <see cref="IngressPolicy"/> creates: who may connect to the pods of one namespace, as a list of intents. Everything that no rule names is denied
/// (in <see cref="Rollout.Audit"/>: would be).
/// </summary>
public sealed class IngressPolicyArgs : ResourceArgs, IToldOfCluster<IngressPolicyArgs>
{
    /// <summary>The namespace whose pods are governed. Required; a DNS-1123 label.</summary>
    [Input("namespace", required: true)]
    public Input<string>? Namespace { get; set; }

    /// <summary>The name of the policy, <c>ingress</c> by default. Name it where a namespace has several policies.</summary>
    [Input("policyName")]
    public string? PolicyName { get; set; }

    /// <summary>Labels of the governed pods; every pod of the namespace when absent. Never an empty dictionary.</summary>
    [Input("podSelector")]
    public Dictionary<string, string>? PodSelector { get; set; }

    /// <summary>
    /// <see cref="Rollout.Enforce"/>: what no rule allows is dropped. <see cref="Rollout.Audit"/>: nothing is dropped (<c>enableDefaultDeny.ingress: false</c>), and
    /// flows tell which rule allowed them. Required. A NetworkPolicy cannot watch: with that engine <see cref="Rollout.Audit"/> is refused, and
    /// <see cref="Rollout.Off"/> makes no policy.
    /// </summary>
    [Input("mode", required: true)]
    public string? Mode { get; set; }

    /// <summary>
    /// The allowed sources, one kind a rule; wire name <c>ingress</c>. Required and never empty: pods to which nobody connects have the one rule
    /// <see cref="IngressRule.None"/>.
    /// </summary>
    [Input("ingress")]
    public List<IngressRuleArgs>? Rules { get; set; }

    /// <summary>
    /// Whether a deployment waits until Cilium's operator reports the policy as valid (<c>pulumi.com/waitFor</c>), and so fails on one that the agents would
    /// drop as a whole. False by default: it needs a running operator.
    /// </summary>
    [Input("waitForValid")]
    public bool WaitForValid { get; set; }

    /// <summary>What is known of the cluster: the engine, versions and flags that gate features, addresses.</summary>
    [Input("cluster")]
    public ClusterFactsArgs? Cluster { get; set; }

    IngressPolicyArgs IToldOfCluster<IngressPolicyArgs>.Copy() => (IngressPolicyArgs)MemberwiseClone();
}
