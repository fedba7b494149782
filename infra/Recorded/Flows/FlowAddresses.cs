using Hardening.Components;
using Hardening.Primitives;

namespace Hardening.Infra.Recorded.Flows;

/// <summary>What an address belongs to where a flow says nothing else about it.</summary>
internal sealed class FlowAddresses(ClusterFactsArgs cluster)
{
    private readonly List<Cidr> _pods = Read(cluster.PodCidrs);
    private readonly List<Cidr> _services = Read(cluster.ServiceCidrs);
    private readonly List<Cidr> _nodes = Read(cluster.NodeCidrs);

    /// <summary>An address of a Service, which no policy ever judges: it is translated first.</summary>
    public bool IsService(Cidr? address) => Holds(_services, address);

    public bool IsPod(Cidr? address) => Holds(_pods, address);

    public bool IsNode(Cidr? address) => Holds(_nodes, address);

    private static bool Holds(List<Cidr> blocks, Cidr? address) => address is not null && blocks.Exists(block => block.Contains(address));

    private static List<Cidr> Read(List<string>? texts) => (texts ?? []).ConvertAll(Cidr.Parse);
}
