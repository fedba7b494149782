using Pulumi;

namespace Hardening.Components.Tests.Egress;

/// <summary>Every refusal of a rule, with the text that a user reads.</summary>
public sealed class EgressRefusalTests
{
    private const string Kinds =
        "dns, nodeLocalDns, sameNamespace, namespace, anyNamespace, kubeApiServer, nodes, nfs, fqdn, fqdns, cidr, cidrs, cidrGroup, icmp, world or none";

    private const string EveryType = "allows every type: Cilium keeps types where it keeps ports, and 0 is all of them there";
    private const string Emptied = "is empty; an absent list means any, so an emptied one would open everything; give at least one entry or leave the member out";

    public static TheoryData<EgressRuleArgs, string> Rules => new()
    {
        { new(), $"egress[0]: names no destination, which Cilium would read as any; set exactly one of {Kinds}" },
        { new() { Ports = ["443"] }, $"egress[0]: names no destination, which Cilium would read as any; set exactly one of {Kinds}" },
        { new() { Fqdn = "a.com", Cidr = "10.0.0.0/8" }, "egress[0]: names several destinations: fqdn and cidr; Cilium refuses two kinds of peer in one rule; write one rule for each" },
        { new() { Cidr = "10.1.0.0/16", Cidrs = ["10.2.0.0/16"] }, "egress[0]: names several destinations: cidr and cidrs; Cilium refuses two kinds of peer in one rule; write one rule for each" },

        { new() { Dns = new(), Ports = ["53"] }, "egress[0].ports: does not go with dns; set dns.port where the resolver does not listen on 53" },
        { new() { NodeLocalDns = new(), Ports = ["53"] }, "egress[0].ports: does not go with nodeLocalDns; set nodeLocalDns.port where it does not listen on 53" },
        { new() { Nfs = new() { Addresses = ["10.0.0.1"] }, Ports = ["2049"] }, "egress[0].ports: does not go with nfs; the ports follow from nfs.version" },
        { new() { Icmp = new() { Cidrs = ["10.0.0.0/8"] }, Ports = ["1"] }, "egress[0].ports: does not go with icmp; ICMP has types, not ports: give the ports a rule of their own" },
        { new() { None = true, Ports = ["1"] }, "egress[0].ports: does not go with none; take it out: there is no destination" },
        { new() { Fqdn = "a.com", Pods = new() { ["a"] = "b" } }, "egress[0].pods: does not go with fqdn; pods narrows sameNamespace, namespace or anyNamespace" },
        { new() { Fqdn = "a.com", Except = ["10.0.0.0/8"] }, "egress[0].except: does not go with fqdn; except narrows cidr or cidrs" },
        { new() { CidrGroup = "a", Except = ["10.0.0.0/8"] }, "egress[0].except: does not go with cidrGroup; leave the block out of the group itself" },

        { new() { World = true }, "egress[0].reason: world opens everything outside the cluster and needs a written reason; say why these pods need it, or name the destinations" },
        { new() { World = true, Reason = " " }, "egress[0].reason: says nothing (got \" \"); say why these pods need the destination, or leave it out" },
        { new() { Nodes = true }, "egress[0].ports: nodes without ports opens every port of every node, the kubelet's included; list the ports, such as 9100/TCP" },

        { new() { Fqdns = [] }, $"egress[0].fqdns: {Emptied}" },
        { new() { Cidrs = [] }, $"egress[0].cidrs: {Emptied}" },
        { new() { Cidr = "10.0.0.0/8", Except = [] }, $"egress[0].except: {Emptied}" },
        { new() { SameNamespace = true, Ports = [] }, $"egress[0].ports: {Emptied}" },
        { new() { Nfs = new() { Addresses = [] } }, $"egress[0].nfs.addresses: {Emptied}" },
        { new() { Icmp = new() { Types = [], Cidrs = ["10.0.0.0/8"] } }, $"egress[0].icmp.types: {Emptied}" },
        { new() { Icmp = new() { Cidrs = [] } }, $"egress[0].icmp.cidrs: {Emptied}" },
        { new() { Dns = new() { Names = [], SearchDomains = [] } }, $"egress[0].dns.names: {Emptied}" },
        { new() { SameNamespace = true, Pods = [] }, "egress[0].pods: is empty, which would select every pod; leave it out to mean every pod, or give labels" },

        { new() { Fqdn = "https://a.com/x" }, "egress[0].fqdn: is an address of a page, not a DNS name (got \"https://a.com/x\"); write the host alone and its port in ports" },
        { new() { Fqdn = "a.com:443" }, "egress[0].fqdn: holds a port, which a DNS name cannot (got \"a.com:443\"); write the host alone and its port in ports" },
        { new() { Fqdn = "192.168.1.158" }, "egress[0].fqdn: is an address, not a DNS name (got \"192.168.1.158\"); use cidr" },
        { new() { Fqdn = "a..com" }, "egress[0].fqdn: is no DNS name or pattern: character 3: a part of the name is missing here (got \"a..com\"); write api.example.com, *.example.com or **.example.com" },
        { new() { Fqdn = "*" }, "egress[0].fqdn: matches every name of that depth, which is no restriction (got \"*\"); name a domain, or use world with a reason" },
        { new() { Fqdn = "*.*" }, "egress[0].fqdn: matches every name of that depth, which is no restriction (got \"*.*\"); name a domain, or use world with a reason" },
        { new() { Fqdns = ["a.com", "A.com."] }, "egress[0].fqdns[1]: repeats fqdns[0] (got \"A.com.\"); take one of them out" },
        { new() { Fqdns = [null!] }, "egress[0].fqdns[0]: is missing; give a value or take the entry out" },

        { new() { Cidr = "10.0.0" }, "egress[0].cidr: is no address block: an IPv4 address has four parts (got \"10.0.0\"); write 192.168.1.0/24, 2001:db8::/32 or a single address" },
        { new() { Cidr = "10.1.2.3/8" }, "egress[0].cidr: has address bits behind its prefix length: the block is 10.0.0.0/8 (got \"10.1.2.3/8\"); write the block as it is, or the address alone" },
        { new() { Cidr = "0.0.0.0/0" }, "egress[0].cidr: is the whole IPv4 world, while IPv6 stays denied (got \"0.0.0.0/0\"); use world with a reason, or name the destinations" },
        { new() { Cidr = "::/0" }, "egress[0].cidr: is the whole IPv6 world, while IPv4 stays denied (got \"::/0\"); use world with a reason, or name the destinations" },
        { new() { Cidrs = ["0.0.0.0/0", "::/0"] }, "egress[0].cidrs: is the whole IPv4 and IPv6 world (got \"0.0.0.0/0, ::/0\"); use world with a reason, or name the destinations" },
        { new() { Cidrs = ["0.0.0.0/1", "128.0.0.0/1"] }, "egress[0].cidrs: is the whole IPv4 world in pieces (got \"0.0.0.0/1, 128.0.0.0/1\"); use world with a reason, or name the destinations" },
        { new() { Cidrs = ["0.0.0.0/0", "::/0"], Except = ["10.0.0.0/8"] }, "egress[0].reason: the IPv4 and IPv6 world less a few blocks needs a written reason; say why these pods need it, or name the destinations" },
        { new() { Cidr = "10.0.0.0/8", Except = ["192.168.0.0/16"] }, "egress[0].except[0]: lies in none of the rule's blocks (got \"192.168.0.0/16\"); leave it out: what no rule allows needs no exception" },
        { new() { Cidr = "10.1.0.0/16", Except = ["10.0.0.0/8"] }, "egress[0].except[0]: lies in none of the rule's blocks (got \"10.0.0.0/8\"); leave it out: what no rule allows needs no exception" },
        { new() { Cidr = "10.0.0.0/8", Except = ["10.0.0.0/8"] }, "egress[0].except[0]: leaves nothing of the block (got \"10.0.0.0/8\"); take both out" },
        { new() { Cidrs = ["10.1.0.0/16", "10.1.0.0/16"] }, "egress[0].cidrs[1]: repeats cidrs[0] (got \"10.1.0.0/16\"); take one of them out" },
        { new() { CidrGroup = "My Group" }, "egress[0].cidrGroup: is no object name: a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit (got \"My Group\"); write the name as Kubernetes knows it" },

        { new() { SameNamespace = true, Ports = ["70000"] }, "egress[0].ports[0]: is no port: character 1: a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name (got \"70000\"); write 443, 53/UDP, 8000-8010/TCP or the name of a container port" },
        { new() { SameNamespace = true, Ports = ["0"] }, "egress[0].ports[0]: is no port: character 1: a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name (got \"0\"); write 443, 53/UDP, 8000-8010/TCP or the name of a container port" },
        { new() { Fqdn = "a.com", Ports = ["https"] }, "egress[0].ports[0]: is a name, and only pods have named ports (got \"https\"); write the number" },
        { new() { SameNamespace = true, Ports = ["8000-8010", "8005/TCP"] }, "egress[0].ports[1]: is in 8000-8010 already (got \"8005/TCP\"); take one of them out" },
        { new() { SameNamespace = true, Ports = [.. Enumerable.Range(1000, 41).Select(port => $"{port}")] }, "egress[0].ports: has 41 entries and Cilium takes 40; join neighbours to ranges or write several rules" },

        { new() { Namespace = "Data" }, "egress[0].namespace: is no namespace name: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"Data\"); write the name as Kubernetes knows it" },
        { new() { SameNamespace = true, Pods = new() { ["a b"] = "c" } }, "egress[0].pods.a b: is no label key: a key's name has 1 to 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit (got \"a b\"); write the key as the pods carry it, such as app.kubernetes.io/name" },
        { new() { SameNamespace = true, Pods = new() { ["app"] = "-x" } }, "egress[0].pods.app: is no label value: a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit (got \"-x\"); write the value as the pods carry it" },
        { new() { SameNamespace = true, Pods = new() { ["reserved:world"] = "" } }, "egress[0].pods.reserved:world: is a label of Cilium's own identities, not of pods (got \"\"); use nodes, world or kubeApiServer" },
        { new() { SameNamespace = true, Pods = new() { ["k8s:io.kubernetes.pod.namespace"] = "x" } }, "egress[0].pods.k8s:io.kubernetes.pod.namespace: selects a namespace, not pods (got \"x\"); leave it out: the namespace is said by namespace or anyNamespace" },

        { new() { Nfs = new() }, "egress[0].nfs.addresses: names no server; list the servers' addresses, such as 192.168.1.158" },
        { new() { Nfs = new() { Addresses = ["0.0.0.0/0"] } }, "egress[0].nfs.addresses[0]: is the whole world, not a server (got \"0.0.0.0/0\"); write the server's address" },
        { new() { Nfs = new() { Addresses = ["10.0.0.1"], Version = "4" } }, "egress[0].nfs.version: is not a value that this argument knows (got \"4\"); did you mean v4? It is one of v4, v3" },
        { new() { Nfs = new() { Addresses = ["10.0.0.1"], MountdPort = 892 } }, "egress[0].nfs.mountdPort: only NFSv3 has a mountd (got \"892\"); set version: v3 or take the port out" },
        { new() { Nfs = new() { Addresses = ["10.0.0.1"], Version = "v3", MountdPort = 0 } }, "egress[0].nfs.mountdPort: is no port (got \"0\"); write a number from 1 to 65535" },

        { new() { Icmp = new() { Types = ["EchoRequst"], Cidrs = ["10.0.0.0/8"] } }, "egress[0].icmp.types[0]: is no type of ICMP over IPv4 (got \"EchoRequst\"); did you mean EchoRequest?" },
        { new() { Icmp = new() { Types = ["256"], Cidrs = ["10.0.0.0/8"] } }, "egress[0].icmp.types[0]: is no type of ICMP over IPv4 (got \"256\"); write a number from 0 to 255 or a name such as EchoRequest" },
        { new() { Icmp = new() { Types = ["0"], Cidrs = ["10.0.0.0/8"] } }, $"egress[0].icmp.types[0]: {EveryType} (got \"0\"); leave it out: replies to what is allowed pass without a rule" },
        { new() { Icmp = new() { Types = ["EchoReply"], Cidrs = ["10.0.0.0/8"] } }, $"egress[0].icmp.types[0]: {EveryType} (got \"EchoReply\"); leave it out: replies to what is allowed pass without a rule" },
        { new() { Icmp = new() { Types = ["8", "8"], Cidrs = ["10.0.0.0/8"] } }, "egress[0].icmp.types[1]: repeats types[0] (got \"8\"); take one of them out" },
        { new() { Icmp = new() { Types = [.. Enumerable.Range(1, 41).Select(type => $"{type}")], Cidrs = ["10.0.0.0/8"] } }, "egress[0].icmp.types: has 41 entries and Cilium takes 40; write several rules" },
        { new() { Icmp = new() { Family = "ipv4", Cidrs = ["10.0.0.0/8"] } }, "egress[0].icmp.family: is not a value that this argument knows (got \"ipv4\"); did you mean IPv4? It is one of IPv4, IPv6" },
        { new() { Icmp = new() { Family = "IPv6", Cidrs = ["10.0.0.0/8"] } }, "egress[0].icmp.cidrs[0]: is no IPv6 block, and the rule's messages are IPv6 (got \"10.0.0.0/8\"); write one rule for each family" },

        { new() { Dns = new() { Port = 0 } }, "egress[0].dns.port: is no port (got \"0\"); write a number from 1 to 65535" },
        { new() { Dns = new() { ClusterDomain = "x_y" } }, "egress[0].dns.clusterDomain: is no domain: a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit (got \"x_y\"); write the domain that the cluster was made with, such as cluster.local" },
        { new() { Dns = new() { SearchDomains = ["my lan"] } }, "egress[0].dns.searchDomains[0]: is no domain (got \"my lan\"); write it as in the node's resolv.conf, such as lan or home.arpa" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_refused_with_its_path_value_and_fix(EgressRuleArgs rule, string problem)
    {
        Assert.Equal(problem, string.Join("\n", Plans.Problems(Plans.Enforce(rule))));
    }

    [Theory]
    [InlineData(null, "egress[0].fqdn: the leading **. needs Cilium 1.19, and cluster.ciliumVersion is not stated; older agents read it as *., one level only (got \"**.github.com\"); write one pattern for each depth: *.example.com, *.*.example.com")]
    [InlineData("1.18.13", "egress[0].fqdn: the leading **. needs Cilium 1.19 and the cluster has 1.18.13, which reads it as *., one level only (got \"**.github.com\"); write one pattern for each depth: *.example.com, *.*.example.com")]
    public void A_pattern_for_any_depth_needs_a_Cilium_that_knows_it(string? version, string problem)
    {
        var args = Plans.Enforce(EgressRule.Dns(), EgressRule.Fqdn("**.github.com"));
        args.Rules!.RemoveAt(0);
        args.Cluster = new ClusterFactsArgs { CiliumVersion = version };

        Assert.Equal(problem, string.Join("\n", Plans.Problems(args)));
    }

    [Fact]
    public void Icmp_is_refused_where_the_cluster_has_no_icmp_rules()
    {
        var args = Plans.Enforce(EgressRule.Icmp());
        args.Cluster!.IcmpRules = false;

        Assert.Equal(
            ["egress[0].icmp: needs Cilium's enable-icmp-rules, which cluster.icmpRules says is off; turn the flag on in the agents' configuration, or take the rule out"],
            Plans.Problems(args));
    }

    [Fact]
    public void Pieces_of_the_world_spread_over_rules_are_refused()
    {
        Assert.Equal(
            ["egress: egress[0] and egress[1] together are the whole IPv4 world in pieces; use world with a reason, or name the destinations"],
            Plans.Problems(Plans.Enforce(EgressRule.Cidr("0.0.0.0/1"), EgressRule.Cidr("128.0.0.0/1"))));
    }

    [Fact]
    public void A_secret_value_is_refused_without_being_shown()
    {
        var rule = new EgressRuleArgs { Fqdn = Output.CreateSecret("10.9.8.7") };

        Assert.Equal(["egress[0].fqdn: is an address, not a DNS name; use cidr"], Plans.Problems(Plans.Enforce(rule)));
        Assert.Equal(
            ["egress[0].cidrs: is the whole IPv4 world in pieces; use world with a reason, or name the destinations"],
            Plans.Problems(Plans.Enforce(EgressRule.Cidrs([Output.CreateSecret("0.0.0.0/1"), "128.0.0.0/1"]))));
    }
}
