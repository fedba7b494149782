using Hardening.Components.Tests.Egress;
using Pulumi;

namespace Hardening.Components.Tests.Network.Flows;

/// <summary>Which rule decides about which flow.</summary>
public sealed class EgressJudgeTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>?> Groups = new(StringComparer.Ordinal) { ["resolvers"] = ["1.1.1.1/32"], ["theirs"] = null };

    private static FlowDecision Decide(NetworkFlow flow, params EgressRuleArgs[] rules) => Decide(flow, Plans.Audit(rules));

    private static FlowDecision Decide(NetworkFlow flow, params EgressPolicyArgs[] policies) =>
        FlowJudge.OfEgress([.. policies.Select((policy, index) => ($"p{index}", policy))], Groups).Decide(flow);

    private static void IsAllowed(NetworkFlow flow, EgressRuleArgs rule) => Assert.Equal(new FlowDecision(FlowOutcome.Allowed, "p0.egress[0]"), Decide(flow, rule));

    private static void HasNoRule(NetworkFlow flow, EgressRuleArgs rule) => Assert.Equal(new FlowDecision(FlowOutcome.NoRule, null), Decide(flow, rule));

    [Fact]
    public void Pods_that_no_policy_selects_are_free()
    {
        var other = Plans.Audit(EgressRule.None());
        other.PodSelector = new() { ["app"] = "other" };

        Assert.Equal(FlowOutcome.NotGoverned, Decide(Flow.ToDns(), other).Outcome);
        Assert.Equal(FlowOutcome.NotGoverned, Decide(Flow.ToDns() with { Namespace = "elsewhere" }, EgressRule.None()).Outcome);
    }

    [Fact]
    public void Policies_of_the_same_pods_are_one_union_and_the_mode_does_not_count()
    {
        var workload = Plans.Enforce(EgressRule.Fqdn("api.example.com", 443));
        workload.PodSelector = new() { ["k8s:app"] = "web" };

        Assert.Equal("p1.egress[0]", Decide(Flow.ToWorld("203.0.113.1", 443, names: "api.example.com"), Plans.Audit(EgressRule.Dns()), workload).Rule);
        Assert.Equal("p0.egress[0]", Decide(Flow.ToDns(), Plans.Audit(EgressRule.Dns()), workload).Rule);
    }

    [Fact]
    public void A_carve_out_beats_every_rule_and_denies_nothing_else()
    {
        var metadata = Plans.Deny(new EgressDenyArgs { Cidr = "169.254.169.254/32" });
        var world = Plans.Audit(EgressRule.World("crawls"));

        Assert.Equal(new FlowDecision(FlowOutcome.CarvedOut, "p1.egressDeny[0]"), Decide(Flow.ToWorld("169.254.169.254", 80), world, metadata));
        Assert.Equal(FlowOutcome.Allowed, Decide(Flow.ToWorld("203.0.113.1", 80), world, metadata).Outcome);
        Assert.Equal(FlowOutcome.NotGoverned, Decide(Flow.ToWorld("203.0.113.1", 80), metadata).Outcome);
    }

    [Fact]
    public void Carve_outs_close_pods_nodes_and_groups()
    {
        var denies = Plans.Deny(
            new EgressDenyArgs { Namespace = "vault", Pods = new() { ["app"] = "vault" }, Ports = ["8200"] }, new EgressDenyArgs { Nodes = true }, new EgressDenyArgs { CidrGroup = "resolvers" });

        Assert.Equal("p0.egressDeny[0]", Decide(Flow.ToPod("vault", ("app", "vault"), 8200), denies).Rule);
        Assert.Equal("p0.egressDeny[1]", Decide(Flow.ToEntity(FlowEntity.RemoteNode, 22), denies).Rule);
        Assert.Equal("p0.egressDeny[2]", Decide(Flow.ToWorld("1.1.1.1", 53), denies).Rule);
        Assert.Null(Decide(Flow.ToPod("vault", ("app", "vault"), 8201), denies).Rule);
    }

    [Fact]
    public void Pods_are_told_by_namespace_labels_and_port()
    {
        IsAllowed(Flow.ToPod("shop", ("app", "db"), 5432), EgressRule.SameNamespace());
        IsAllowed(Flow.ToPod("data", ("app", "db"), 5432), EgressRule.NamespacePods("data", new() { ["app"] = "db" }, "5000-6000/TCP"));
        IsAllowed(Flow.ToPod("data", ("app", "db"), 5432), EgressRule.AnyNamespace("5432"));
        HasNoRule(Flow.ToPod("data", ("app", "db"), 5432), EgressRule.SameNamespace());
        HasNoRule(Flow.ToPod("data", ("app", "web"), 5432), EgressRule.NamespacePods("data", new() { ["app"] = "db" }));
        HasNoRule(Flow.ToPod("data", ("app", "db"), 5432, "UDP"), EgressRule.Namespace("data", "5432/TCP"));
        HasNoRule(Flow.ToWorld("203.0.113.1", 5432), EgressRule.AnyNamespace());
    }

    [Fact]
    public void The_name_of_a_container_port_is_not_known_of_a_flow() =>
        Assert.Equal(new FlowDecision(FlowOutcome.NotKnown, "p0.egress[0]"), Decide(Flow.ToPod("data", ("app", "db"), 5432), EgressRule.Namespace("data", "postgres/TCP")));

    [Fact]
    public void Entities_are_told_by_what_the_destination_is()
    {
        IsAllowed(Flow.ToEntity(FlowEntity.KubeApiServer, 6443), EgressRule.KubeApiServer());
        IsAllowed(Flow.ToEntity(FlowEntity.Host, 9100), EgressRule.Nodes("9100/TCP"));
        IsAllowed(Flow.ToEntity(FlowEntity.RemoteNode, 9100), EgressRule.Nodes("9100/TCP"));
        HasNoRule(Flow.ToEntity(FlowEntity.KubeApiServer, 8443), EgressRule.KubeApiServer());
        HasNoRule(Flow.ToEntity(FlowEntity.RemoteNode, 53, "UDP"), EgressRule.NodeLocalDns());
        HasNoRule(Flow.ToEntity("health", 4240), EgressRule.World("crawls"));
    }

    [Fact]
    public void Names_are_told_outside_the_cluster_alone_and_by_Ciliums_reading_of_patterns()
    {
        IsAllowed(Flow.ToWorld("203.0.113.1", 443, "TCP", "alias.example.net.", "A.Example.com."), EgressRule.Fqdn("*.example.com", 443));
        HasNoRule(Flow.ToWorld("203.0.113.1", 443, "TCP", "a.b.example.com"), EgressRule.Fqdn("*.example.com", 443));
        HasNoRule(Flow.ToWorld("203.0.113.1", 443), EgressRule.Fqdn("a.example.com", 443));
        HasNoRule(Flow.ToEntity(FlowEntity.RemoteNode, 443) with { PeerNames = ["a.example.com"] }, EgressRule.Fqdn("a.example.com", 443));
        IsAllowed(Flow.ToWorld("203.0.113.1", 443, "TCP", "a.b.example.com"), EgressRule.Fqdn("**.example.com", 443));
        var older = Plans.Audit(EgressRule.Fqdn("**.example.com", 443));
        older.Cluster = Plans.Cluster("1.18.13");
        Assert.Equal(FlowOutcome.NoRule, Decide(Flow.ToWorld("203.0.113.1", 443, "TCP", "a.b.example.com"), older).Outcome);
    }

    [Fact]
    public void Addresses_are_told_outside_the_cluster_unless_Cilium_matches_more()
    {
        var rule = new EgressRuleArgs { Cidrs = ["10.0.0.0/8", "10.1.0.0/16"], Except = ["10.1.2.0/24"] };
        IsAllowed(Flow.ToWorld("10.2.0.1", 80), rule);
        HasNoRule(Flow.ToWorld("10.1.2.3", 80), rule);
        HasNoRule(Flow.ToWorld("2001:db8::1", 80), rule);
        var node = Flow.ToEntity(FlowEntity.RemoteNode, 80) with { PeerAddress = Hardening.Primitives.Cidr.Parse("10.2.0.1") };
        HasNoRule(node, rule);
        var matching = Plans.Audit(rule);
        matching.Cluster!.PolicyCidrMatchMode = ["nodes"];
        Assert.Equal(FlowOutcome.Allowed, Decide(node, matching).Outcome);
    }

    [Fact]
    public void Groups_are_told_by_what_the_plan_says_of_them()
    {
        IsAllowed(Flow.ToWorld("1.1.1.1", 53, "UDP"), EgressRule.CidrGroup("resolvers", "53/UDP"));
        HasNoRule(Flow.ToWorld("9.9.9.9", 53, "UDP"), EgressRule.CidrGroup("resolvers", "53/UDP"));
        Assert.Equal(FlowOutcome.NotKnown, Decide(Flow.ToWorld("9.9.9.9", 53, "UDP"), EgressRule.CidrGroup("theirs", "53/UDP")).Outcome);
    }

    [Fact]
    public void Values_that_are_not_known_yet_may_allow_anything_of_their_kind()
    {
        var unknown = Output.Create(new TaskCompletionSource<string>().Task);

        Assert.Equal(FlowOutcome.NotKnown, Decide(Flow.ToWorld("203.0.113.1", 443, "TCP", "a.example.com"), EgressRule.Fqdn(unknown, 443)).Outcome);
        Assert.Equal(FlowOutcome.NotKnown, Decide(Flow.ToWorld("203.0.113.1", 443), EgressRule.Cidr(unknown, 443)).Outcome);
        Assert.Equal(FlowOutcome.NotKnown, Decide(Flow.ToPod("data", ("app", "db"), 443), EgressRule.Namespace(unknown, "443")).Outcome);
        Assert.Equal(FlowOutcome.NoRule, Decide(Flow.ToWorld("203.0.113.1", 80), EgressRule.Cidr(unknown, 443)).Outcome);
        Assert.Equal(FlowOutcome.Allowed, Decide(Flow.ToWorld("203.0.113.1", 443), EgressRule.Cidr(unknown, 443), EgressRule.Cidr("203.0.113.0/24", 443)).Outcome);
    }

    [Fact]
    public void NFS_is_its_ports_of_each_version()
    {
        var third = EgressRule.Nfs(new EgressNfsArgs { Addresses = ["192.168.1.158"], Version = NfsVersion.V3 });
        IsAllowed(Flow.ToWorld("192.168.1.158", 2049), EgressRule.Nfs("192.168.1.158"));
        HasNoRule(Flow.ToWorld("192.168.1.158", 111), EgressRule.Nfs("192.168.1.158"));
        HasNoRule(Flow.ToWorld("192.168.1.159", 2049), EgressRule.Nfs("192.168.1.158"));
        Assert.All([2049, 111, 20048], port => IsAllowed(Flow.ToWorld("192.168.1.158", port, "UDP"), third));
    }

    [Fact]
    public void Messages_are_told_by_type_and_family()
    {
        var six = EgressRule.Icmp(new IcmpArgs { Types = ["EchoRequest", "PacketTooBig"], Family = IcmpFamily.IPv6 });
        IsAllowed(Flow.ToWorld("203.0.113.1", 8, NetworkFlow.Icmp), EgressRule.Icmp());
        IsAllowed(Flow.ToWorld("2001:db8::1", 128, NetworkFlow.Icmp), six);
        IsAllowed(Flow.ToWorld("2001:db8::1", 2, NetworkFlow.Icmp), six);
        HasNoRule(Flow.ToWorld("2001:db8::1", 8, NetworkFlow.Icmp), EgressRule.Icmp());
        HasNoRule(Flow.ToWorld("203.0.113.1", 0, NetworkFlow.Icmp), EgressRule.Icmp());
        HasNoRule(Flow.ToWorld("203.0.113.1", 8, NetworkFlow.Icmp), EgressRule.World("crawls", "8"));
        IsAllowed(Flow.ToWorld("203.0.113.1", 8, NetworkFlow.Icmp), EgressRule.World("crawls"));
    }

    [Fact]
    public void Queries_are_told_by_the_names_that_may_be_asked_for()
    {
        var dns = EgressRule.Dns(new EgressDnsArgs { Names = ["pool.ntp.org"], SearchDomains = ["lan"] });
        EgressRuleArgs[] rules = [dns, EgressRule.Fqdn("api.example.com", 443)];

        Assert.All(
            ["pool.ntp.org.", "API.example.com.", "api.example.com.lan.", "db.data.svc.cluster.local.", "api.example.com.shop.svc.cluster.local.", null],
            query => Assert.Equal(new FlowDecision(FlowOutcome.Allowed, "p0.egress[0]"), Decide(Flow.ToDns(query), rules)));
        Assert.Equal(new FlowDecision(FlowOutcome.NameRefused, "p0.egress[0]"), Decide(Flow.ToDns("evil.example."), rules));
        Assert.Equal(FlowOutcome.Allowed, Decide(Flow.ToDns("evil.example."), EgressRule.Dns()).Outcome);
    }

    [Fact]
    public void Rules_that_allow_something_are_listed() =>
        Assert.Equal(["p.egress[0]", "p.egress[1]"], FlowJudge.OfEgress([("p", Plans.Audit(EgressRule.Dns(), EgressRule.KubeApiServer())), ("q", Plans.Audit(EgressRule.None()))]).Rules);
}
