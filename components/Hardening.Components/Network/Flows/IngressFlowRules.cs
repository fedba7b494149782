namespace Hardening.Components;

/// <summary>Reads rules of ingress for comparing flows with them.</summary>
internal static class IngressFlowRules
{
    // What Cilium's entity cluster holds beside every pod.
    private static readonly string[] InCluster =
    [
        FlowEntity.Host, FlowEntity.RemoteNode, FlowEntity.KubeApiServer, IngressEntity.Health, IngressEntity.Ingress, IngressEntity.Init, IngressEntity.Unmanaged,
    ];

    public static FlowRule Of(string path, IngressRuleArgs rule, FlowFacts facts)
    {
        var ports = FlowPorts.Of(rule.Ports);
        return new FlowRule(path, IngressKinds.Set(rule)[0].Kind switch
        {
            IngressKind.SameNamespace => FlowRule.SameNamespace(rule.Pods, ports),
            IngressKind.Namespace => FlowRule.Namespace(rule.Namespace!, rule.Pods, ports),
            IngressKind.AnyNamespace => FlowRule.AnyNamespace(rule.Pods, ports),
            IngressKind.KubeApiServer => FlowRule.ApiServer(ports, facts),
            IngressKind.Nodes => FlowRule.Nodes(ports, facts),
            IngressKind.Cidr => FlowRule.Blocks(facts.Blocks(rule.Cidr, rule.Cidrs, rule.Except), ports, facts),
            IngressKind.CidrGroup => FlowRule.Blocks(facts.Group(rule.CidrGroup!), ports, facts),
            IngressKind.Entities => flow => rule.Entities!.Exists(entity => Is(flow, entity)) ? ports.Match(flow) : FlowMatch.No,
            IngressKind.Icmp => FlowRule.Icmp(rule.Icmp!, facts),
            IngressKind.World => FlowRule.World(ports, facts),
            _ => _ => FlowMatch.No,
        });
    }

    private static bool Is(NetworkFlow flow, string entity) => entity is IngressEntity.Cluster or IngressEntity.ClusterMesh
        ? flow.PeerNamespace is not null || Array.Exists(InCluster, flow.IsPeer)
        : flow.IsPeer(entity);
}
