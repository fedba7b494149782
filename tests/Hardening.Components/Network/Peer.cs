using Hardening.Primitives;

namespace Hardening.Components.Tests.Network;

/// <summary>Somebody at one end of a connection: a pod, a node, the API server, or somebody outside.</summary>
internal sealed record Peer(string Kind, string? Namespace, IReadOnlyDictionary<string, string> Labels, Cidr Address, IReadOnlyDictionary<string, int> PortNames)
{
    public const string Pod = "pod";
    public const string Node = "node";
    public const string ApiServer = "API server";
    public const string World = "world";

    public bool IsOutside => Kind is World or ApiServer;

    public static Peer OfPod(string space, string app, string address, int metrics) =>
        new(Pod, space, new Dictionary<string, string> { ["app"] = app, ["k8s-app"] = app }, Cidr.Parse(address), new Dictionary<string, int> { ["metrics"] = metrics });

    public static Peer Other(string kind, string address) => new(kind, null, new Dictionary<string, string>(), Cidr.Parse(address), new Dictionary<string, int>());

    public override string ToString() => $"{Kind} {Namespace} {string.Join(',', Labels.Values)} {Address}";
}
