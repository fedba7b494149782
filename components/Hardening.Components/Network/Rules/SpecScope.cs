namespace Hardening.Components;

/// <summary>What the rules of one spec and direction showed, for the checks that compare them.</summary>
internal sealed class SpecScope(NetworkFacts facts, SpecDirection direction)
{
    public SpecDirection Direction { get; } = direction;

    public NetworkFacts Facts { get; } = facts;

    public List<string> NameRules { get; } = [];

    public bool HasDns { get; set; }

    /// <summary>Whether there is a rule that allows something.</summary>
    public bool Allows { get; set; }

    /// <summary>Whether there is a rule that allows addresses, names or everything outside the cluster.</summary>
    public bool AllowsOutside { get; set; }

    public string? DeniesWorldEntity { get; set; }

    public List<AddressBlocks> Allowed { get; } = [];

    public List<AddressBlocks> Denied { get; } = [];
}
