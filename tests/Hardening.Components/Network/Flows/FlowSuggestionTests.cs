using Hardening.Components.Tests.Ingress;
using Hardening.Primitives;

namespace Hardening.Components.Tests.Network.Flows;

/// <summary>The rule that is proposed for a connection is valid, allows it, and is one that the cluster's engine can say.</summary>
public sealed class FlowSuggestionTests
{
    private static readonly ClusterFactsArgs WithoutCilium = new()
    {
        NetworkPolicyEngine = NetworkPolicyEngine.KubernetesNetworkPolicy,
        NodeCidrs = ["192.168.1.21/32"],
        KubeApiServerCidrs = ["192.168.1.10/32"],
        PodCidrs = ["10.42.0.0/16"],
    };

    public static TheoryData<NetworkFlow> Connections =>
    [
        Flow.ToPod("shop", ("app", "web"), 8080),
        Flow.ToPod("data", ("tier", ""), 5432, PortProtocol.Sctp),
        Flow.ToPod("kube-system", ("k8s-app", "kube-dns"), 53, PortProtocol.Udp),
        From(FlowEntity.World, "203.0.113.9", 443),
        From(FlowEntity.World, "2001:db8::9", 2049),
        From(FlowEntity.World, "203.0.113.9", 443) with { PeerNames = ["api.example.com"] },
        From(FlowEntity.RemoteNode, "192.168.1.21", 9100),
        From(FlowEntity.RemoteNode, "192.168.1.22", 9100),
        From(FlowEntity.KubeApiServer, "192.168.1.10", 6443),
        From(FlowEntity.KubeApiServer, "192.168.1.11", 8443),
        Flow.ToWorld("2001:db8::9", 128, NetworkFlow.Icmp),
        Flow.ToPod("data", ("app", "db"), 8, NetworkFlow.Icmp),
        From("ingress", "10.42.0.9", 8080),
        From("health", "10.42.0.9", 4240),
        From(FlowEntity.World, "203.0.113.9", 0) with { Protocol = null },
    ];

    [Theory]
    [MemberData(nameof(Connections))]
    public void A_suggested_rule_of_ingress_is_valid_and_allows_its_connection(NetworkFlow flow)
    {
        var cilium = Gates.Enforce(Assert.IsType<IngressRuleArgs>(FlowSuggestion.Ingress(flow)));
        Assert.Equal("", Gates.Problems(cilium));
        Assert.Equal(new FlowDecision(FlowOutcome.Allowed, "p.ingress[0]"), FlowJudge.OfIngress([("p", cilium)]).Decide(flow));

        if (FlowSuggestion.Ingress(flow, WithoutCilium) is { } rule)
        {
            var kubernetes = Gates.Kubernetes(rule);
            kubernetes.Cluster = WithoutCilium;
            Assert.Equal("", Gates.Problems(kubernetes));
            Assert.Equal(flow.Protocol is null ? null : "p.ingress[0]", FlowJudge.OfIngress([("p", kubernetes)]).Decide(flow).Rule);
        }
        else
        {
            Assert.True(flow.Protocol is NetworkFlow.Icmp || flow.PeerEntities is ["ingress" or "health"]);
        }
    }

    [Theory]
    [MemberData(nameof(Connections))]
    public void A_suggested_rule_of_egress_can_be_said_by_a_NetworkPolicy(NetworkFlow flow)
    {
        if (FlowSuggestion.Egress(flow, WithoutCilium) is { } rule)
        {
            var policy = new EgressPolicyArgs { Namespace = "shop", Mode = Rollout.Enforce, Rules = [rule], Cluster = WithoutCilium };
            Assert.Empty(EgressPolicy.Validate(policy).Problems);
            Assert.Equal(flow.Protocol is null ? null : "p.egress[0]", FlowJudge.OfEgress([("p", policy)]).Decide(flow).Rule);
        }
        else
        {
            Assert.True(flow.Protocol is NetworkFlow.Icmp || flow.PeerEntities is ["ingress" or "health"]);
        }
    }

    [Fact]
    public void Everybody_is_the_world_or_messages_from_anywhere()
    {
        Assert.Equal("", Gates.Problems(Gates.Enforce(FlowSuggestion.IngressFromAnywhere(From(FlowEntity.World, "203.0.113.9", 443))!)));
        Assert.Equal("IPv6", FlowSuggestion.IngressFromAnywhere(Flow.ToWorld("2001:db8::9", 128, NetworkFlow.Icmp))!.Icmp!.Family);
        Assert.Null(FlowSuggestion.IngressFromAnywhere(Flow.ToWorld("203.0.113.9", 0, NetworkFlow.Icmp)));
    }

    private static NetworkFlow From(string entity, string address, int port) => Flow.ToEntity(entity, port) with { PeerAddress = Cidr.Parse(address) };
}
