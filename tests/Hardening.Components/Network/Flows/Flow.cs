using Hardening.Primitives;

namespace Hardening.Components.Tests.Network.Flows;

/// <summary>Flows of the pod that the tests start from: <c>app=web</c> in <c>shop</c>.</summary>
internal static class Flow
{
    public static Dictionary<string, string> Web { get; } = new(StringComparer.Ordinal) { ["app"] = "web" };

    public static NetworkFlow ToPod(string space, (string Key, string Value) label, int port, string protocol = PortProtocol.Tcp) => To(port, protocol) with
    {
        PeerNamespace = space,
        PeerLabels = new Dictionary<string, string>(StringComparer.Ordinal) { [label.Key] = label.Value },
    };

    public static NetworkFlow ToDns(string? query = null) => ToPod("kube-system", ("k8s-app", "kube-dns"), 53, PortProtocol.Udp) with { Query = query };

    public static NetworkFlow ToWorld(string address, int port, string protocol = PortProtocol.Tcp, params string[] names) =>
        ToEntity(FlowEntity.World, port, protocol) with { PeerAddress = Cidr.Parse(address), PeerNames = names };

    public static NetworkFlow ToEntity(string entity, int port, string protocol = PortProtocol.Tcp) => To(port, protocol) with { PeerEntities = [entity] };

    private static NetworkFlow To(int port, string protocol) => new() { Namespace = "shop", Labels = Web, Port = port, Protocol = protocol };
}
