namespace Hardening.Components;

/// <summary>How messages speak of the two directions of a connection.</summary>
/// <param name="Section">The member of the rules, which is also the direction's name.</param>
/// <param name="Peer">What a rule names.</param>
internal sealed record Direction(string Section, string Peer)
{
    public static Direction Egress { get; } = new("egress", "destination");

    public static Direction Ingress { get; } = new("ingress", "source");

    public string Peers => Peer + "s";
}
