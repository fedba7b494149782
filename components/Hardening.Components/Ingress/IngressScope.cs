namespace Hardening.Components;

/// <summary>What the checks of a policy's rules learn, for the checks that compare rules.</summary>
internal sealed class IngressScope(NetworkFacts facts)
{
    public NetworkFacts Facts { get; } = facts;

    public List<AddressBlocks> Allowed { get; } = [];
}
