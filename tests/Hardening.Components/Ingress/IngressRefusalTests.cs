namespace Hardening.Components.Tests.Ingress;

/// <summary>Every refusal of a rule or policy of ingress, with the text that a user reads.</summary>
public sealed class IngressRefusalTests
{
    private const string Kinds = "sameNamespace, namespace, anyNamespace, kubeApiServer, nodes, cidr, cidrs, cidrGroup, entities, icmp, world or none";

    private const string Emptied = "is empty; an absent list means any, so an emptied one would open everything; give at least one entry or leave the member out";

    public static TheoryData<IngressRuleArgs, string> Rules => new()
    {
        { new() { AllPorts = true }, $"ingress[0]: names no source, which Cilium would read as any; set exactly one of {Kinds}" },
        { new() { SameNamespace = true, World = true }, "ingress[0]: names several sources: sameNamespace and world; Cilium refuses two kinds of peer in one rule; write one rule for each" },
        { new() { SameNamespace = true }, "ingress[0].ports: are missing; list the containers' ports, such as 8080/TCP, or state allPorts: true" },
        { new() { SameNamespace = true, Ports = ["8080"], AllPorts = true }, "ingress[0].allPorts: stands beside ports (got \"true\"); keep one of the two" },
        { new() { SameNamespace = true, Ports = [] }, $"ingress[0].ports: {Emptied}" },
        { new() { SameNamespace = true, Ports = ["0"] }, "ingress[0].ports[0]: is no port: character 1: a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name (got \"0\"); write 443, 53/UDP, 8000-8010/TCP or the name of a container port" },
        { new() { KubeApiServer = true, AllPorts = true }, "ingress[0].allPorts: does not go with kubeApiServer (got \"true\"); list the ports that it connects to" },
        { new() { Nodes = true, AllPorts = true }, "ingress[0].allPorts: does not go with nodes (got \"true\"); list the ports that it connects to" },
        { new() { Nodes = true, Ports = ["9100"], Pods = new() { ["a"] = "b" } }, "ingress[0].pods: does not go with nodes; pods narrows sameNamespace, namespace or anyNamespace" },
        { new() { World = true, Reason = "r", AllPorts = true, Except = ["10.0.0.0/8"] }, "ingress[0].except: does not go with world; except narrows cidr or cidrs" },
        { new() { CidrGroup = "lan", AllPorts = true, Except = ["10.0.0.0/8"] }, "ingress[0].except: does not go with cidrGroup; leave the block out of the group itself" },
        { new() { None = true, Ports = ["1"] }, "ingress[0].ports: does not go with none; take it out: there is no source" },
        { new() { None = true, AllPorts = true }, "ingress[0].allPorts: does not go with none; take it out: there is no source" },
        { new() { World = true, AllPorts = true }, "ingress[0].reason: world lets everybody outside the cluster in and needs a written reason; say why these pods need it, or name the sources" },
        { new() { SameNamespace = true, AllPorts = true, Reason = " " }, "ingress[0].reason: says nothing (got \" \"); say why the source is let in, or leave it out" },
        { new() { Namespace = "Data", AllPorts = true }, "ingress[0].namespace: is no namespace name: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"Data\"); write the name as Kubernetes knows it" },
        { new() { SameNamespace = true, AllPorts = true, Pods = [] }, "ingress[0].pods: is empty, which would select every pod; leave it out to mean every pod, or give labels" },
        { new() { SameNamespace = true, AllPorts = true, Pods = new() { ["reserved:host"] = "" } }, "ingress[0].pods.reserved:host: is a label of Cilium's own identities, not of pods (got \"\"); use nodes, world or kubeApiServer" },
        { new() { Cidr = "0.0.0.0/0", AllPorts = true }, "ingress[0].cidr: is the whole IPv4 world, while IPv6 stays denied (got \"0.0.0.0/0\"); use world with a reason, or name the sources" },
        { new() { Cidrs = [], AllPorts = true }, $"ingress[0].cidrs: {Emptied}" },
        { new() { Cidr = "10.0.0.0/8", Except = ["11.0.0.0/8"], AllPorts = true }, "ingress[0].except[0]: lies in none of the rule's blocks (got \"11.0.0.0/8\"); leave it out: what no rule allows needs no exception" },
        { new() { Cidrs = ["0.0.0.0/0", "::/0"], Except = ["10.0.0.0/8"], AllPorts = true }, "ingress[0].reason: the IPv4 and IPv6 world less a few blocks needs a written reason; say why these pods need it, or name the sources" },
        { new() { CidrGroup = "My Group", AllPorts = true }, "ingress[0].cidrGroup: is no object name: a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit (got \"My Group\"); write the name as Kubernetes knows it" },
        { new() { Entities = [], Reason = "r", AllPorts = true }, $"ingress[0].entities: {Emptied}" },
        { new() { Entities = ["cluster"], AllPorts = true }, "ingress[0].reason: entities are wide and need a written reason; say why they are let in, or name the sources" },
        { new() { Entities = ["world"], Reason = "r", AllPorts = true }, Entity("world", "write world: true in a rule of its own") },
        { new() { Entities = ["host"], Reason = "r", AllPorts = true }, Entity("host", "write nodes: true in a rule of its own; kubelet probes need none") },
        { new() { Entities = ["remote-node"], Reason = "r", AllPorts = true }, Entity("remote-node", "write nodes: true in a rule of its own; kubelet probes need none") },
        { new() { Entities = ["kube-apiserver"], Reason = "r", AllPorts = true }, Entity("kube-apiserver", "write kubeApiServer: true in a rule of its own") },
        { new() { Entities = ["none"], Reason = "r", AllPorts = true }, Entity("none", "write none: true as the only rule") },
        { new() { Entities = ["all"], Reason = "r", AllPorts = true }, Entity("all", "write anyNamespace, nodes and world as rules of their own") },
        { new() { Entities = ["ingres"], Reason = "r", AllPorts = true }, Entity("ingres", "did you mean ingress?") },
        { new() { Entities = ["x"], Reason = "r", AllPorts = true }, Entity("x", "write one of cluster, cluster-mesh, health, ingress, init, unmanaged") },
        { new() { Entities = ["cluster-mesh"], Reason = "r", AllPorts = true }, "ingress[0].entities[0]: needs Cilium 1.20 (got \"cluster-mesh\"); state cluster.ciliumVersion or update Cilium" },
        { new() { Icmp = new() { Types = [], Cidrs = ["192.0.2.0/24"] } }, $"ingress[0].icmp.types: {Emptied}" },
        { new() { Icmp = new() { Types = ["EchoRequst"], Cidrs = ["192.0.2.0/24"] } }, "ingress[0].icmp.types[0]: is no type of ICMP over IPv4 (got \"EchoRequst\"); did you mean EchoRequest?" },
        { new() { Icmp = new() { Cidrs = ["2001:db8::/32"] } }, "ingress[0].icmp.cidrs[0]: is no IPv4 block, and the rule's messages are IPv4 (got \"2001:db8::/32\"); write one rule for each family" },
        { new() { Icmp = new(), Ports = ["8"] }, "ingress[0].ports: does not go with icmp; ICMP has types, not ports: give the ports a rule of their own" },
        { new() { Icmp = new(), AllPorts = true }, "ingress[0].allPorts: does not go with icmp; ICMP has types, not ports: give the ports a rule of their own" },
        { null!, "ingress[0]: is missing; write a rule or take the entry out" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_refused_with_its_path_value_and_fix(IngressRuleArgs? rule, string problem) => Assert.Equal(problem, Gates.Problems(Gates.Enforce(rule!)));

    [Theory]
    [InlineData("Warn", "mode: is not a value that this argument knows (got \"Warn\"); write one of Audit, Enforce")]
    [InlineData("Off", "mode: is for NetworkPolicies, which cannot watch (got \"Off\"); write Audit, which drops nothing, or exempt the namespace")]
    [InlineData(null, "mode: a value is missing here; write one of Audit, Enforce")]
    public void Another_mode_is_refused(string? mode, string problem)
    {
        var args = Gates.Enforce(IngressRule.SameNamespace());
        args.Mode = mode;

        Assert.Equal(problem, Gates.Problems(args));
    }

    [Fact]
    public void A_policy_says_whom_it_governs_and_who_is_let_in()
    {
        Assert.Equal(
            "namespace: is missing; name the namespace whose pods are governed\nmode: a value is missing here; write one of Audit, Enforce\ningress: the policy says nothing; list the sources, or none: true where nobody connects to these pods",
            Gates.Problems(new IngressPolicyArgs()));
        Assert.Equal("ingress: is empty, which Cilium refuses; list the sources, or none: true where nobody connects to these pods", Gates.Problems(Gates.Enforce()));
        Assert.Equal(
            "ingress[0].none: says that nobody connects to these pods, beside rules that say who (got \"true\"); keep one of the two",
            Gates.Problems(Gates.Enforce(IngressRule.None(), IngressRule.SameNamespace())));
        Assert.Equal(
            "ingress: ingress[0] and ingress[1] together are the whole IPv4 world in pieces; use world with a reason, or name the sources",
            Gates.Problems(Gates.Enforce(IngressRule.Cidr("0.0.0.0/1"), IngressRule.Cidr("128.0.0.0/1"))));
    }

    [Fact]
    public void An_audit_that_would_cut_connections_is_refused()
    {
        var args = Gates.Audit(IngressRule.SameNamespace());
        args.Cluster!.NonDefaultDenyPolicies = false;

        Assert.Equal(
            "mode: would cut traffic: cluster.nonDefaultDenyPolicies says that enable-non-default-deny-policies is off, so the agents ignore enableDefaultDeny and deny by default (got \"Audit\"); turn the flag on in the agents' configuration, or enforce",
            Gates.Problems(args));
    }

    [Theory]
    [InlineData("kube-system", "podSelector: is absent in kube-system: CoreDNS is governed too, and every pod of the cluster has to reach its 53/UDP and 53/TCP")]
    public void The_resolver_is_thought_of(string space, string warning)
    {
        var args = Gates.Enforce(IngressRule.SameNamespace());
        args.Namespace = space;

        Assert.Equal(warning, Assert.Single(IngressPolicy.Validate(args).Warnings).ToString());
    }

    [Fact]
    public void What_except_leaves_out_and_another_rule_lets_in_is_a_warning()
    {
        var args = Gates.Enforce(new IngressRuleArgs { Cidr = "10.0.0.0/8", Except = ["10.1.0.0/16"], AllPorts = true }, IngressRule.Cidr("10.1.2.0/23"), IngressRule.Cidr("10.1.0.0/16"));

        Assert.Equal(
            "ingress[0].except: ingress[2] allows 10.1.0.0/16 again: except leaves a block out of its own rule only; leave them out there too",
            Assert.Single(IngressPolicy.Validate(args).Warnings).ToString());
    }

    [Fact]
    public void Messages_from_anywhere_are_a_warning_and_a_cluster_without_Cilium_cannot_name_messages()
    {
        Assert.Equal(
            "ingress[0].icmp.cidrs: is absent, so the messages may come from anywhere, the world included; list the blocks where no pod sends them",
            Assert.Single(IngressPolicy.Validate(Gates.Enforce(IngressRule.Icmp())).Warnings).ToString());
        Assert.Equal(
            "ingress[0].icmp: a NetworkPolicy knows TCP, UDP and SCTP; whether ICMP passes is up to the network plugin; take the rule out, or run Cilium and set cluster.networkPolicyEngine: CiliumNetworkPolicy",
            Gates.Problems(Gates.Kubernetes(IngressRule.Icmp())));
        var off = Gates.Enforce(IngressRule.Icmp(new() { Cidrs = ["192.0.2.0/24"] }));
        off.Cluster!.IcmpRules = false;
        Assert.Equal("ingress[0].icmp: needs Cilium's enable-icmp-rules, which cluster.icmpRules says is off; turn the flag on in the agents' configuration, or take the rule out", Gates.Problems(off));
    }

    private static string Entity(string value, string fix) => $"ingress[0].entities[0]: is no entity that may be written here (got \"{value}\"); {fix}";
}
