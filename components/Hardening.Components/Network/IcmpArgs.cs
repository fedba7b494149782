using Pulumi;

namespace Hardening.Components;

/// <summary>ICMP messages that pods may send or, in a rule of ingress, be sent. Needs Cilium's <c>enable-icmp-rules</c>, which is on by default.</summary>
public sealed class IcmpArgs : ResourceArgs
{
    /// <summary>
    /// Types by number (<c>8</c>) or by Cilium's name (<c>EchoRequest</c>), at most 40; the echo request when absent. Never empty, and never 0, the echo reply
    /// of IPv4: Cilium keeps types where it keeps ports, and reads 0 as every type.
    /// </summary>
    [Input("types")]
    public List<string>? Types { get; set; }

    /// <summary><see cref="IcmpFamily.IPv4"/> (default) or <see cref="IcmpFamily.IPv6"/>; names and numbers differ between the two.</summary>
    [Input("family")]
    public string? Family { get; set; }

    /// <summary>Address blocks outside the cluster that the messages may go to or come from; everywhere, pods and world, when absent. Never empty.</summary>
    [Input("cidrs")]
    public List<Input<string>>? Cidrs { get; set; }
}
