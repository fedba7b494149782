namespace Hardening.Components;

/// <summary>What the rules of one spec showed, for the checks that compare them.</summary>
internal sealed class SpecScope(NetworkFacts facts)
{
    public NetworkFacts Facts { get; } = facts;

    public List<string> NameRules { get; } = [];

    public bool HasDns { get; set; }

    /// <summary>Whether there is a rule that allows something.</summary>
    public bool Allows { get; set; }

    public string? DeniesWorldEntity { get; set; }

    public List<AddressBlocks> Allowed { get; } = [];

    public List<AddressBlocks> Denied { get; } = [];
}
