using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What the checks need of the cluster facts, read once. A fact that is not stated is never assumed in the dangerous direction.</summary>
internal sealed class NetworkFacts
{
    private readonly Dictionary<string, List<string>>? _groups;

    public NetworkFacts(ClusterFactsArgs? facts)
    {
        CiliumText = facts?.CiliumVersion;
        Cilium = SemanticVersion.TryParse(facts?.CiliumVersion, out var version, out _) ? version : null;
        NonDefaultDenyPolicies = facts?.NonDefaultDenyPolicies ?? true;
        IcmpRules = facts?.IcmpRules ?? true;
        NodeSelectorLabels = facts?.NodeSelectorLabels ?? false;
        NodeLocalDns = facts?.NodeLocalDns;
        ExtendedIpProtocols = facts?.ExtendedIpProtocols ?? false;
        IsKubernetes = facts?.NetworkPolicyEngine == NetworkPolicyEngine.KubernetesNetworkPolicy;
        PodCidrs = !IsKubernetes && Matches(facts, "pods") ? [] : Cidrs(facts?.PodCidrs);
        NodeCidrs = !IsKubernetes && Matches(facts, "nodes") ? [] : Cidrs(facts?.NodeCidrs);
        ServiceCidrs = Cidrs(facts?.ServiceCidrs);
        KubeApiServerCidrs = Cidrs(facts?.KubeApiServerCidrs);
        _groups = facts?.CidrGroups;
    }

    /// <summary>Whether policies are Kubernetes' own.</summary>
    public bool IsKubernetes { get; }

    /// <summary>The kind that policies are rendered as.</summary>
    public string Kind => IsKubernetes ? "NetworkPolicy" : "CiliumNetworkPolicy";

    /// <summary>Cilium's version as stated.</summary>
    public string? CiliumText { get; }

    public SemanticVersion? Cilium { get; }

    public bool NonDefaultDenyPolicies { get; }

    public bool IcmpRules { get; }

    public bool NodeSelectorLabels { get; }

    public bool? NodeLocalDns { get; }

    public bool ExtendedIpProtocols { get; }

    /// <summary>Blocks of pods that Cilium's CIDR rules do not match.</summary>
    public IReadOnlyList<Cidr> PodCidrs { get; }

    /// <summary>Blocks of nodes that Cilium's CIDR rules do not match.</summary>
    public IReadOnlyList<Cidr> NodeCidrs { get; }

    public IReadOnlyList<Cidr> ServiceCidrs { get; }

    public IReadOnlyList<Cidr> KubeApiServerCidrs { get; }

    /// <summary>What a block outside the cluster does not mean: pods, Services and nodes, as far as they are stated.</summary>
    public IReadOnlyList<Cidr> Cluster => [.. PodCidrs, .. ServiceCidrs, .. NodeCidrs];


    public bool HasLogField => Cilium?.IsAtLeast(1, 18) == true;

    public bool HasDeepPatterns => Cilium?.IsAtLeast(1, 19) == true;

    public bool HasClusterMeshEntity => Cilium?.IsAtLeast(1, 20) == true;

    public bool LacksDefaultDenySwitch => Cilium?.IsAtLeast(1, 16) == false;

    public bool SeesLinkLocalAsWorld => Cilium?.IsAtLeast(1, 17) == false;

    /// <summary>The blocks of a group; none where somebody else manages it.</summary>
    public IReadOnlyList<Cidr> BlocksOf(string group) => Cidrs(_groups?.GetValueOrDefault(group));

    private static bool Matches(ClusterFactsArgs? facts, string mode) => facts?.PolicyCidrMatchMode?.Contains(mode) == true;

    private static List<Cidr> Cidrs(List<string>? texts)
    {
        var cidrs = new List<Cidr>();
        foreach (var text in texts ?? [])
        {
            if (Cidr.TryParse(text, out var cidr, out _))
            {
                cidrs.Add(cidr);
            }
        }

        return cidrs;
    }
}
