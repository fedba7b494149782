using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Hardening.Components.Tests.Egress;
using Pulumi;

namespace Hardening.Components.Tests.Network;

/// <summary>
/// One list of intents, two kinds of policy, one decision for every connection of the lab: two readers that share nothing with the renderers judge the finished objects, and the
/// judges of recorded flows, which read the intents, say the same.
/// </summary>
public sealed class EnginesAgreeTests
{
    private static readonly Dictionary<string, string>?[] Labels = [null, new() { ["app"] = "db" }, new() { ["k8s:app"] = "web" }];

    [Property(MaxTest = 60)]
    public Property Both_engines_let_the_same_connections_out() => Prop.ForAll(EgressRules().ToArbitrary(), rules =>
    {
        var cilium = Spec(() => _ = new EgressPolicy("shop", Egress(rules, NetworkPolicyEngine.CiliumNetworkPolicy)), policy => CiliumPolicyRules.Check(policy));
        var kubernetes = Spec(() => _ = new EgressPolicy("shop", Egress(rules, NetworkPolicyEngine.KubernetesNetworkPolicy)), NetworkPolicyRules.Check);

        var judges = Judges(engine => FlowJudge.OfEgress([("p", Egress(rules, engine))], Groups));
        foreach (var peer in Lab.Peers)
        {
            AssertAgree("egress", cilium, kubernetes, peer, server: peer, judges);
        }
    });

    [Property(MaxTest = 60)]
    public Property Both_engines_let_the_same_connections_in() => Prop.ForAll(IngressRules().ToArbitrary(), rules =>
    {
        var cilium = Spec(() => _ = new IngressPolicy("shop", Ingress(rules, NetworkPolicyEngine.CiliumNetworkPolicy)), policy => CiliumPolicyRules.Check(policy));
        var kubernetes = Spec(() => _ = new IngressPolicy("shop", Ingress(rules, NetworkPolicyEngine.KubernetesNetworkPolicy)), NetworkPolicyRules.Check);

        var judges = Judges(engine => FlowJudge.OfIngress([("p", Ingress(rules, engine))], Groups));
        foreach (var peer in Lab.Peers)
        {
            AssertAgree("ingress", cilium, kubernetes, peer, server: Lab.Peers[0], judges);
        }
    });

    [Fact]
    public void The_readers_tell_who_is_let_through()
    {
        var rules = new List<EgressRuleArgs> { EgressRule.World("the internet", "443/TCP"), EgressRule.Namespace("data", "metrics/TCP") };
        var cilium = Spec(() => _ = new EgressPolicy("shop", Egress(rules, NetworkPolicyEngine.CiliumNetworkPolicy)), policy => CiliumPolicyRules.Check(policy));
        var kubernetes = Spec(() => _ = new EgressPolicy("shop", Egress(rules, NetworkPolicyEngine.KubernetesNetworkPolicy)), NetworkPolicyRules.Check);

        string[] Reached(Func<Peer, int, bool> allows) => [.. Lab.Peers.SelectMany(peer => Lab.Ports.Where(port => allows(peer, port)).Select(port => $"{peer.Address} {port}"))];

        string[] expected = ["10.42.2.10/32 9100", "10.42.2.11/32 200", .. Lab.Peers.Where(peer => peer.IsOutside).Select(peer => $"{peer.Address} 443")];
        Assert.Equal(expected, Reached((peer, port) => CiliumDecisions.Allows(cilium, "egress", "shop", peer, peer, port, "TCP")));
        Assert.Equal(expected, Reached((peer, port) => KubernetesDecisions.Allows(kubernetes, "egress", "shop", peer, peer, port, "TCP")));
    }

    private static Dictionary<string, IReadOnlyList<string>?> Groups => Lab.Groups.ToDictionary(group => group.Key, group => (IReadOnlyList<string>?)group.Value);

    private static (FlowJudge Cilium, FlowJudge Kubernetes) Judges(Func<string, FlowJudge> judge) => (judge(NetworkPolicyEngine.CiliumNetworkPolicy), judge(NetworkPolicyEngine.KubernetesNetworkPolicy));

    /// <summary>Whether a judge lets a connection of the governed pod pass; null where it hangs on the name of a port. What plugins differ about, the reader of NetworkPolicies lets pass.</summary>
    private static bool? Passes(FlowJudge judge, Peer peer, int port, string protocol) => judge.Decide(new NetworkFlow
    {
        Namespace = "shop",
        Labels = Lab.Peers[0].Labels,
        PeerNamespace = peer.Namespace,
        PeerLabels = peer.Labels,
        PeerEntities = peer.Kind switch
        {
            Peer.Pod => [],
            Peer.Node => [FlowEntity.RemoteNode],
            Peer.ApiServer => [FlowEntity.KubeApiServer, FlowEntity.World],
            _ => [FlowEntity.World],
        },
        PeerAddress = peer.Address,
        Port = port,
        Protocol = protocol,
    }).Outcome switch
    {
        FlowOutcome.Allowed or FlowOutcome.PluginDecides => true,
        FlowOutcome.NoRule => false,
        _ => null,
    };

    private static void AssertAgree(string section, JsonObject cilium, JsonObject kubernetes, Peer peer, Peer server, (FlowJudge Cilium, FlowJudge Kubernetes) judges)
    {
        foreach (var port in Lab.Ports)
        {
            foreach (var protocol in Lab.Protocols)
            {
                var one = CiliumDecisions.Allows(cilium, section, "shop", peer, server, port, protocol);
                var other = KubernetesDecisions.Allows(kubernetes, section, "shop", peer, server, port, protocol);
                Assert.True(one == other, $"{section} {peer} {port}/{protocol}: Cilium {one}, Kubernetes {other}\n{cilium}\n{kubernetes}");
                var judged = (Passes(judges.Cilium, peer, port, protocol), Passes(judges.Kubernetes, peer, port, protocol));
                Assert.True((judged.Item1 ?? one, judged.Item2 ?? other) == (one, other), $"{section} {peer} {port}/{protocol}: {one}, judged {judged}\n{cilium}\n{kubernetes}");
            }
        }
    }

    private static JsonObject Spec(Action create, Func<System.Text.Json.JsonElement, ValidationResult> check)
    {
        var policy = NetworkRun.PolicyAsync(create).GetAwaiter().GetResult()!;
        Assert.Empty(check(Json.Element(policy)).Problems);
        return policy["spec"]!.AsObject();
    }

    private static EgressPolicyArgs Egress(List<EgressRuleArgs> rules, string engine) =>
        new() { Namespace = "shop", Mode = Rollout.Enforce, Rules = rules, Cluster = Lab.Facts(engine) };

    private static IngressPolicyArgs Ingress(List<IngressRuleArgs> rules, string engine) =>
        new() { Namespace = "shop", Mode = Rollout.Enforce, Rules = rules, Cluster = Lab.Facts(engine) };

    private static Gen<List<EgressRuleArgs>> EgressRules() => Gen.OneOf(
        Gen.Constant(EgressRule.Dns()),
        from pods in Gen.Elements(Labels) from ports in Ports(named: true) select new EgressRuleArgs { SameNamespace = true, Pods = pods, Ports = ports },
        from pods in Gen.Elements(Labels) from ports in Ports(named: true) select new EgressRuleArgs { Namespace = "data", Pods = pods, Ports = ports },
        from pods in Gen.Elements(Labels) from ports in Ports(named: true) select new EgressRuleArgs { AnyNamespace = true, Pods = pods, Ports = ports },
        Ports(named: false).Select(ports => new EgressRuleArgs { KubeApiServer = true, Ports = ports }),
        Ports(named: false).Select(ports => new EgressRuleArgs { Nodes = true, Ports = ports ?? ["9100/TCP"] }),
        Gen.Elements(NfsVersion.V3, NfsVersion.V4).Select(version => EgressRule.Nfs(new EgressNfsArgs { Addresses = ["192.168.1.158"], Version = version })),
        from blocks in Blocks() from ports in Ports(named: false) select new EgressRuleArgs { Cidrs = blocks, Ports = ports },
        Ports(named: false).Select(ports => new EgressRuleArgs { Cidr = "172.16.0.0/12", Except = ["172.16.5.0/24"], Ports = ports }),
        Ports(named: false).Select(ports => new EgressRuleArgs { CidrGroup = "hooks", Ports = ports }),
        Ports(named: false).Select(ports => new EgressRuleArgs { World = true, Reason = "a reason", Ports = ports })).NonEmptyListOf().Select(rules => rules.ToList());

    private static Gen<List<IngressRuleArgs>> IngressRules() => Gen.OneOf(
        from pods in Gen.Elements(Labels) from ports in Ports(named: true) select new IngressRuleArgs { SameNamespace = true, Pods = pods, Ports = ports, AllPorts = ports is null },
        from pods in Gen.Elements(Labels) from ports in Ports(named: true) select new IngressRuleArgs { Namespace = "data", Pods = pods, Ports = ports, AllPorts = ports is null },
        from pods in Gen.Elements(Labels) from ports in Ports(named: true) select new IngressRuleArgs { AnyNamespace = true, Pods = pods, Ports = ports, AllPorts = ports is null },
        Ports(named: true).Select(ports => new IngressRuleArgs { KubeApiServer = true, Ports = ports ?? ["metrics"] }),
        Ports(named: true).Select(ports => new IngressRuleArgs { Nodes = true, Ports = ports ?? ["9100"] }),
        from blocks in Blocks() from ports in Ports(named: true) select new IngressRuleArgs { Cidrs = blocks, Ports = ports, AllPorts = ports is null },
        Ports(named: true).Select(ports => new IngressRuleArgs { Cidr = "172.16.0.0/12", Except = ["172.16.5.0/24"], Ports = ports, AllPorts = ports is null }),
        Ports(named: true).Select(ports => new IngressRuleArgs { CidrGroup = "hooks", Ports = ports, AllPorts = ports is null }),
        Ports(named: true).Select(ports => new IngressRuleArgs { World = true, Reason = "a reason", Ports = ports, AllPorts = ports is null })).NonEmptyListOf().Select(rules => rules.ToList());

    /// <summary>Blocks outside the cluster and blocks that hold pods, Services and nodes, which they do not mean.</summary>
    private static Gen<List<Input<string>>> Blocks() =>
        Gen.SubListOf("10.0.0.0/8", "192.168.0.0/16", "203.0.2.0/24", "2001:db8:1::/48", "192.168.1.10/32").Where(blocks => blocks.Count > 0).Select(blocks => blocks.Select(block => (Input<string>)block).ToList());

    private static Gen<List<string>?> Ports(bool named) =>
        from count in Gen.Choose(0, 3)
        from protocol in Gen.Elements("", "/TCP", "/UDP", "/SCTP")
        from range in Gen.Elements(true, false)
        select count == 0
            ? null
            : Enumerable.Range(1, count).Select(port => (named && port == 1 ? "metrics" : range ? $"{port * 100}-{(port * 100) + 50}" : $"{port * 100}") + protocol).ToList();
}
