namespace Hardening.Components;

/// <summary>What the two directions of a finished policy are called.</summary>
/// <param name="Section">The rules that allow: <c>egress</c>.</param>
/// <param name="Prefix">What the names of peers begin with: <c>to</c>.</param>
/// <param name="Peer">What a rule names.</param>
/// <param name="Peers">The members that name peers.</param>
internal sealed record SpecDirection(string Section, string Prefix, string Peer, IReadOnlyList<string> Peers)
{
    public static SpecDirection Egress { get; } =
        new("egress", "to", "destination", ["toEndpoints", "toCIDR", "toCIDRSet", "toEntities", "toServices", "toGroups", "toNodes", "toFQDNs"]);

    public static SpecDirection Ingress { get; } =
        new("ingress", "from", "source", ["fromEndpoints", "fromCIDR", "fromCIDRSet", "fromEntities", "fromGroups", "fromNodes"]);

    public bool IsIngress => Prefix == "from";

    /// <summary>The rules that deny.</summary>
    public string DenySection => Section + "Deny";
}
