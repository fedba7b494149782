using Hardening.Primitives;

namespace Hardening.Components.Tests.Egress.Flows;

/// <summary>Flows of the pod that the tests start from: <c>app=web</c> in <c>shop</c>.</summary>
internal static class Flow
{
    public static Dictionary<string, string> Web { get; } = new(StringComparer.Ordinal) { ["app"] = "web" };

    public static EgressFlow ToPod(string space, (string Key, string Value) label, int port, string protocol = PortProtocol.Tcp) => To(port, protocol) with
    {
        ToNamespace = space,
        ToLabels = new Dictionary<string, string>(StringComparer.Ordinal) { [label.Key] = label.Value },
    };

    public static EgressFlow ToDns(string? query = null) => ToPod("kube-system", ("k8s-app", "kube-dns"), 53, PortProtocol.Udp) with { Query = query };

    public static EgressFlow ToWorld(string address, int port, string protocol = PortProtocol.Tcp, params string[] names) =>
        ToEntity(EgressEntity.World, port, protocol) with { ToAddress = Cidr.Parse(address), ToNames = names };

    public static EgressFlow ToEntity(string entity, int port, string protocol = PortProtocol.Tcp) => To(port, protocol) with { ToEntities = [entity] };

    private static EgressFlow To(int port, string protocol) => new() { Namespace = "shop", Labels = Web, Port = port, Protocol = protocol };
}
