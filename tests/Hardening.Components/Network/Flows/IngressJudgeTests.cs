using Hardening.Components.Tests.Ingress;
using Hardening.Primitives;

namespace Hardening.Components.Tests.Network.Flows;

/// <summary>Which rule decides about which connection into a pod, and what the engine adds.</summary>
public sealed class IngressJudgeTests
{
    private static FlowDecision Decide(NetworkFlow flow, params IngressRuleArgs[] rules) => FlowJudge.OfIngress([("p", Gates.Audit(rules))]).Decide(flow);

    private static FlowDecision DecideByKubernetes(NetworkFlow flow, params IngressRuleArgs[] rules)
    {
        var args = Gates.Kubernetes(rules);
        args.Cluster!.NodeCidrs = ["192.168.1.21/32"];
        args.Cluster.KubeApiServerCidrs = ["192.168.1.10/32", "198.51.100.1/32"];
        args.Cluster.PodCidrs = ["10.42.0.0/16"];
        return FlowJudge.OfIngress([("p", args)]).Decide(flow);
    }

    private static NetworkFlow From(string entity, string address, int port = 8080) => Flow.ToEntity(entity, port) with { PeerAddress = Cidr.Parse(address) };

    private static void IsAllowed(FlowDecision decision) => Assert.Equal(new FlowDecision(FlowOutcome.Allowed, "p.ingress[0]"), decision);

    private static void HasNoRule(FlowDecision decision) => Assert.Equal(new FlowDecision(FlowOutcome.NoRule, null), decision);

    [Fact]
    public void Sources_are_told_by_namespace_labels_and_port()
    {
        IsAllowed(Decide(Flow.ToPod("shop", ("app", "web"), 8080), IngressRule.SameNamespace()));
        IsAllowed(Decide(Flow.ToPod("gateway", ("app", "envoy"), 8080), IngressRule.NamespacePods("gateway", new() { ["k8s:app"] = "envoy" }, "8080/TCP")));
        IsAllowed(Decide(Flow.ToPod("gateway", ("app", "envoy"), 8080), IngressRule.AnyNamespace("8080")));
        HasNoRule(Decide(Flow.ToPod("gateway", ("app", "envoy"), 8080), IngressRule.SameNamespace()));
        HasNoRule(Decide(Flow.ToPod("gateway", ("app", "envoy"), 8081), IngressRule.Namespace("gateway", "8080/TCP")));
        HasNoRule(Decide(Flow.ToPod("gateway", ("app", "envoy"), 8080), IngressRule.None()));
        HasNoRule(Decide(From(FlowEntity.World, "203.0.113.1"), IngressRule.AnyNamespace()));
    }

    [Fact]
    public void The_pods_own_node_needs_no_rule_and_other_nodes_do()
    {
        Assert.Equal(new FlowDecision(FlowOutcome.OwnNode, null), Decide(From(FlowEntity.Host, "192.168.1.21"), IngressRule.None()));
        Assert.Equal(new FlowDecision(FlowOutcome.OwnNode, null), DecideByKubernetes(From(FlowEntity.Host, "192.168.1.99"), IngressRule.None()));
        IsAllowed(Decide(From(FlowEntity.Host, "192.168.1.21"), IngressRule.Nodes("8080/TCP")));
        IsAllowed(Decide(From(FlowEntity.RemoteNode, "192.168.1.21"), IngressRule.Nodes("8080/TCP")));
        HasNoRule(Decide(From(FlowEntity.RemoteNode, "192.168.1.21"), IngressRule.None()));
        HasNoRule(DecideByKubernetes(From(FlowEntity.RemoteNode, "192.168.1.21"), IngressRule.None()));
        Assert.Equal(FlowOutcome.NotGoverned, Decide(From(FlowEntity.Host, "192.168.1.21") with { Namespace = "elsewhere" }, IngressRule.None()).Outcome);
    }

    [Theory]
    [InlineData("health", "health", true)]
    [InlineData("ingress", "ingress", true)]
    [InlineData("ingress", "cluster", true)]
    [InlineData("remote-node", "cluster", true)]
    [InlineData("unmanaged", "cluster-mesh", true)]
    [InlineData("world", "cluster", false)]
    [InlineData("health", "ingress", false)]
    public void Entities_are_told_by_what_the_source_is(string source, string entity, bool isAllowed) =>
        Assert.Equal(isAllowed ? FlowOutcome.Allowed : FlowOutcome.NoRule, Decide(From(source, "10.0.0.9"), IngressRule.Entities([entity], "r")).Outcome);

    [Fact]
    public void The_cluster_holds_every_pod() => IsAllowed(Decide(Flow.ToPod("data", ("app", "db"), 8080), IngressRule.Entities(["cluster"], "r", "8080")));

    [Fact]
    public void Messages_need_a_rule_of_their_own_unless_every_port_is_meant()
    {
        var ping = Flow.ToWorld("203.0.113.1", 8, NetworkFlow.Icmp);
        IsAllowed(Decide(ping, IngressRule.Icmp()));
        IsAllowed(Decide(ping, IngressRule.Icmp(new() { Cidrs = ["203.0.113.0/24"] })));
        IsAllowed(Decide(ping, IngressRule.World("everybody")));
        HasNoRule(Decide(ping, IngressRule.World("everybody", "1-65535")));
        HasNoRule(Decide(ping, IngressRule.Icmp(new() { Cidrs = ["198.51.100.0/24"] })));
    }

    [Fact]
    public void Of_messages_a_NetworkPolicy_says_nothing() =>
        Assert.Equal(new FlowDecision(FlowOutcome.PluginDecides, null), DecideByKubernetes(Flow.ToWorld("203.0.113.1", 8, NetworkFlow.Icmp), IngressRule.World("everybody")));

    [Fact]
    public void A_NetworkPolicy_knows_peers_by_their_addresses()
    {
        var byAddress = new FlowDecision(FlowOutcome.PluginDecides, "p.ingress[0]");
        Assert.Equal(byAddress, DecideByKubernetes(From(FlowEntity.RemoteNode, "192.168.1.21"), IngressRule.Nodes("8080/TCP")));
        HasNoRule(DecideByKubernetes(From(FlowEntity.RemoteNode, "192.168.1.22"), IngressRule.Nodes("8080/TCP")));
        Assert.Equal(byAddress, DecideByKubernetes(From(FlowEntity.KubeApiServer, "192.168.1.10"), IngressRule.KubeApiServer("8080/TCP")));
        IsAllowed(DecideByKubernetes(From(FlowEntity.World, "198.51.100.1"), IngressRule.KubeApiServer("8080/TCP")));
        IsAllowed(DecideByKubernetes(From(FlowEntity.World, "203.0.113.1"), IngressRule.World("everybody")));
        IsAllowed(DecideByKubernetes(From(FlowEntity.World, "2001:db8::1"), IngressRule.World("everybody")));
        HasNoRule(DecideByKubernetes(From(FlowEntity.RemoteNode, "192.168.1.21"), IngressRule.Cidr("192.168.0.0/16")));
        HasNoRule(DecideByKubernetes(Flow.ToPod("data", ("app", "db"), 8080) with { PeerAddress = Cidr.Parse("10.42.1.1") }, IngressRule.World("everybody")));
        Assert.Equal(byAddress, DecideByKubernetes(Flow.ToPod("data", ("app", "db"), 8080) with { PeerAddress = Cidr.Parse("10.42.1.1") }, IngressRule.Cidr("10.42.1.0/24")));
    }

    [Fact]
    public void The_name_of_a_port_is_not_known_of_a_flow() =>
        Assert.Equal(new FlowDecision(FlowOutcome.NotKnown, "p.ingress[0]"), Decide(From(FlowEntity.World, "203.0.113.1"), IngressRule.World("everybody", "web/TCP")));

    [Fact]
    public void Policies_that_select_a_pod_are_named()
    {
        var other = Gates.Audit(IngressRule.None());
        other.PodSelector = new() { ["k8s:app"] = "web" };

        Assert.Equal(["p", "q"], FlowJudge.OfIngress([("p", Gates.Audit(IngressRule.None())), ("q", other)]).PoliciesOf(Flow.ToDns()));
    }
}
