using Pulumi;

namespace Hardening.Components;

/// <summary>
/// One carve-out: a destination that stays denied whatever any policy allows. In Cilium a deny beats every allow however narrow, across
/// policies, so it never expresses "only these": leaving a destination out of the rules does. Exactly one of <see cref="Cidr"/> or
/// <see cref="Cidrs"/>, <see cref="CidrGroup"/>, <see cref="Namespace"/> and <see cref="Nodes"/> is set.
/// </summary>
public sealed class EgressDenyArgs : ResourceArgs
{
    /// <summary>One address block outside the cluster, such as <c>169.254.169.254/32</c>; never the whole world.</summary>
    [Input("cidr")]
    public Input<string>? Cidr { get; set; }

    /// <summary>Several address blocks, each as <see cref="Cidr"/>. Never empty.</summary>
    [Input("cidrs")]
    public List<Input<string>>? Cidrs { get; set; }

    /// <summary>Blocks to leave out of the denied ones; each lies inside one of them. They are not allowed by this: a rule must do that.</summary>
    [Input("except")]
    public List<Input<string>>? Except { get; set; }

    /// <summary>The name of a CiliumCIDRGroup.</summary>
    [Input("cidrGroup")]
    public Input<string>? CidrGroup { get; set; }

    /// <summary>Pods of a namespace; <see cref="Pods"/> narrows them.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    /// <summary>Labels that narrow <see cref="Namespace"/>.</summary>
    [Input("pods")]
    public Dictionary<string, string>? Pods { get; set; }

    /// <summary>The cluster's nodes and everything on their host network.</summary>
    [Input("nodes")]
    public bool Nodes { get; set; }

    /// <summary>Ports as in <see cref="EgressRuleArgs.Ports"/>; every port when absent. Never empty.</summary>
    [Input("ports")]
    public List<string>? Ports { get; set; }

    /// <summary>Why the destination is denied; kept in the policy's description.</summary>
    [Input("reason")]
    public string? Reason { get; set; }
}
