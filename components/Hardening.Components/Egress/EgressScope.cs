namespace Hardening.Components;

/// <summary>What the checks of a policy's rules learn, for the checks that compare rules.</summary>
internal sealed class EgressScope(NetworkFacts facts, string clusterDomain)
{
    public NetworkFacts Facts { get; } = facts;

    public string ClusterDomain { get; } = clusterDomain;

    /// <summary>Paths of the rules by name.</summary>
    public List<string> NameRules { get; } = [];

    /// <summary>Whether some rule has the DNS rule that rules by name need.</summary>
    public bool HasDns { get; set; }

    public bool HasNodeLocalDns { get; set; }

    public bool AllowsWorld { get; set; }

    public List<AddressBlocks> Allowed { get; } = [];

    public List<AddressBlocks> Denied { get; } = [];
}
