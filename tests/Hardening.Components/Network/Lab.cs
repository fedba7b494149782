namespace Hardening.Components.Tests.Network;

/// <summary>A small cluster and its surroundings. The policies under test are those of the namespace shop.</summary>
internal static class Lab
{
    public static IReadOnlyList<Peer> Peers { get; } =
    [
        Peer.OfPod("shop", "web", "10.42.1.10", 8080),
        Peer.OfPod("shop", "db", "10.42.1.11", 9100),
        Peer.OfPod("data", "db", "10.42.2.10", 9100),
        Peer.OfPod("data", "web", "10.42.2.11", 200),
        Peer.OfPod("kube-system", "kube-dns", "10.42.3.10", 9153),
        Peer.Other(Peer.Node, "192.168.1.21"),
        Peer.Other(Peer.Node, "192.168.1.22"),
        Peer.Other(Peer.ApiServer, "192.168.1.10"),
        Peer.Other(Peer.World, "192.168.1.158"),
        Peer.Other(Peer.World, "10.7.7.7"),
        Peer.Other(Peer.World, "172.16.5.9"),
        Peer.Other(Peer.World, "172.20.0.1"),
        Peer.Other(Peer.World, "198.51.100.7"),
        Peer.Other(Peer.World, "203.0.2.9"),
        Peer.Other(Peer.World, "2001:db8:1::5"),
    ];

    public static int[] Ports { get; } = [53, 100, 150, 200, 225, 443, 2049, 6443, 8080, 9100];

    public static string[] Protocols { get; } = ["TCP", "UDP", "SCTP"];

    public static Dictionary<string, List<string>> Groups => new() { ["hooks"] = ["198.51.100.0/24"] };

    public static ClusterFactsArgs Facts(string engine) => new()
    {
        NetworkPolicyEngine = engine,
        CiliumVersion = "1.19.4",
        PodCidrs = ["10.42.0.0/16"],
        ServiceCidrs = ["10.43.0.0/16"],
        NodeCidrs = ["192.168.1.21/32", "192.168.1.22/32"],
        KubeApiServerCidrs = ["192.168.1.10/32"],
        CidrGroups = Groups,
    };
}
