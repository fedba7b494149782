using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Whether the port of a flow is among a rule's.</summary>
internal sealed class FlowPorts
{
    private readonly List<PortSpec>? _ports;

    private FlowPorts(List<PortSpec>? ports) => _ports = ports;

    public static FlowPorts Of(IEnumerable<string>? ports) => new(ports?.Select(PortSpec.Parse).ToList());

    /// <summary>Which port a name stands for is not known of a recorded flow.</summary>
    public FlowMatch Match(NetworkFlow flow) =>
        _ports is null || _ports.Exists(port => port.Name is null && flow.Port >= port.First && flow.Port <= port.Last && IsOf(port, flow.Protocol))
            ? FlowMatch.Yes
            : _ports.Exists(port => port.Name is not null && IsOf(port, flow.Protocol)) ? FlowMatch.NotKnown : FlowMatch.No;

    private static bool IsOf(PortSpec port, string? protocol) =>
        protocol is PortProtocol.Tcp or PortProtocol.Udp or PortProtocol.Sctp && (port.Protocol == PortProtocol.Any || port.Protocol == protocol);
}
