using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Hardening.Components.Tests.Egress;
using Hardening.Primitives;

namespace Hardening.Components.Tests.Network.Flows;

/// <summary>Judging by rules, suggesting rules, and the manifests that rules become are of one mind.</summary>
public sealed class FlowPropertyTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>?> Groups = new(StringComparer.Ordinal) { ["hooks"] = ["198.51.100.0/24"], ["bad-neighbours"] = ["203.0.8.0/24"] };

    [Property(MaxTest = 400)]
    public Property A_suggested_rule_allows_its_flow() => Prop.ForAll(Flows().ToArbitrary(), flow =>
    {
        if (FlowSuggestion.Egress(flow) is not { } rule)
        {
            return;
        }

        var args = Plans.Audit(rule, EgressRule.Dns());
        Assert.Empty(Plans.Problems(args));
        Assert.Equal(new FlowDecision(FlowOutcome.Allowed, "p.egress[0]"), FlowJudge.OfEgress([("p", args)]).Decide(flow with { Query = null }));
    });

    [Property(MaxTest = 400)]
    public Property A_flow_made_from_a_rule_is_allowed_by_it() => Prop.ForAll(PolicyArgs.Rules().ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (rule, seed) =>
    {
        if (FlowOfRule.Of(rule, seed) is { } flow)
        {
            Assert.Equal(new FlowDecision(FlowOutcome.Allowed, "p.egress[0]"), FlowJudge.OfEgress([("p", Plans.Audit(rule))], Groups).Decide(flow));
        }
    });

    [Property(MaxTest = 60)]
    public Property The_manifest_allows_what_the_rules_allow_and_nothing_else() => Prop.ForAll(PolicyArgs.Policies().ToArbitrary(), Flows().ListOf(40).ToArbitrary(), (args, flows) =>
    {
        args.Mode = Rollout.Enforce;
        var judge = FlowJudge.OfEgress([("p", args)], Groups);
        var run = EgressRun.CreateAsync(args).GetAwaiter().GetResult();
        var oracle = new ManifestOracle(run, Groups);
        foreach (var flow in flows.Select(flow => flow with { Labels = WithWebName }))
        {
            var decision = judge.Decide(flow);
            if (decision.Outcome is not FlowOutcome.NotKnown)
            {
                Assert.True(oracle.Passes(flow) == decision.Outcome is FlowOutcome.Allowed, $"{decision} of {flow}, port {flow.Port}/{flow.Protocol} to {flow.PeerNamespace} {flow.PeerAddress} {string.Join(',', flow.PeerEntities)} {string.Join(',', flow.PeerNames)}\n{oracle}");
            }
        }
    });

    private static readonly Dictionary<string, string> WithWebName = new(StringComparer.Ordinal) { ["app.kubernetes.io/name"] = "web" };

    private static Gen<NetworkFlow> Flows() => Gen.OneOf(
        from space in Gen.Elements("shop", "data", "vault", "kube-system")
        from label in Gen.Elements(("app", "db"), ("app", "vault"), ("k8s-app", "kube-dns"), ("tier", ""), ("pod-template-hash", "5d8"))
        from port in Ports()
        from query in Gen.Elements(null, "n3.example.com.", "x.n3.example.com", "n4.example.com.lan.", "db.data.svc.cluster.local.", "evil.example.")
        select Flow.ToPod(space, label, port.Number, port.Protocol) with { Query = port is (53, PortProtocol.Udp) ? query : null },
        from entity in Gen.Elements(FlowEntity.Host, FlowEntity.RemoteNode, FlowEntity.KubeApiServer, "health")
        from port in Ports()
        select Flow.ToEntity(entity, port.Number, port.Protocol),
        from seed in Gen.Choose(0, 255)
        from host in Gen.Elements("203.0.{0}.7", "172.16.{0}.9", "172.31.0.1", "198.51.100.{0}", "2001:db8:{1}::1", "8.8.8.8")
        from names in Gen.Elements<string[]>([], ["n{0}.example.com"], ["a.n{0}.example.com.", "b.example.org"], ["N{0}.Example.com."])
        from port in Ports()
        select Flow.ToWorld(Filled(host, seed), port.Number, port.Protocol, [.. names.Select(name => Filled(name, seed))]));

    private static string Filled(string text, int seed) => text.Replace("{0}", $"{seed}", StringComparison.Ordinal).Replace("{1}", $"{seed:x}", StringComparison.Ordinal);

    private static Gen<(int Number, string Protocol)> Ports() => Gen.OneOf(
        from number in Gen.Elements(53, 100, 111, 120, 150, 151, 200, 443, 2049, 6443, 9100, 20048)
        from protocol in Gen.Elements(PortProtocol.Tcp, PortProtocol.Udp, PortProtocol.Sctp)
        select (number, protocol),
        Gen.Choose(0, 40).Select(type => (type, NetworkFlow.Icmp)));
}
