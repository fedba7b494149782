namespace Hardening.Components.Tests.Egress;

/// <summary>What the Cilium agent refuses, numbered as its checks are known in the project.</summary>
public sealed class CiliumPolicyRulesTests
{
    [Theory]
    [InlineData("""{ "endpointSelector": {} }""", ": has no rule in ingress, ingressDeny, egress or egressDeny, which Cilium refuses; state at least one rule")]
    [InlineData("""{ "endpointSelector": {}, "egress": [] }""", ": has no rule in ingress, ingressDeny, egress or egressDeny, which Cilium refuses; state at least one rule")]
    [InlineData("""{ "egress": [{ "toEntities": ["host"], "toPorts": [{ "ports": [{ "port": "53" }] }] }] }""", ": has neither endpointSelector nor nodeSelector; state exactly one; {} selects every pod")]
    [InlineData("""{ "endpointSelector": { "matchLabels": { "app": "-x" } }, "egress": [{ "toEntities": ["none"] }] }""", "endpointSelector.matchLabels.app: is no label value: a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit (got \"-x\"); write the value as the pods carry it")]
    [InlineData("""{ "endpointSelector": { "matchExpressions": [{ "key": "app", "operator": "In" }] }, "egress": [{ "toEntities": ["none"] }] }""", "endpointSelector.matchExpressions[0].values: In takes at least one value; correct the operator or the values")]
    [InlineData("""{ "endpointSelector": {}, "egress": [{ "toEntities": ["none"] }], "log": { "value": "123456789012345678901234567890123" } }""", "log.value: is longer than 32 characters or has some that cannot be printed (got \"123456789012345678901234567890123\"); shorten it")]
    public void A_spec_is_refused(string spec, string problem) => Assert.Equal(problem, Problems(spec));

    [Theory]
    [InlineData("""{ "toCIDR": ["10.0.0.0/8"], "toEntities": ["none"] }""", "egress[0]: combines toCIDR and toEntities, which Cilium refuses; write one rule for each")]
    [InlineData("""{ "toFQDNs": [], "toPorts": [{ "ports": [{ "port": "443" }] }] }""", "egress[0].toFQDNs: is empty: some lists then select nothing and toFQDNs any destination; give at least one entry or take the rule out")]
    [InlineData("""{ "toEntities": ["wrold"] }""", "egress[0].toEntities[0]: is no entity (got \"wrold\"); did you mean world?")]
    [InlineData("""{ "toEntities": ["cluster-mesh"] }""", "egress[0].toEntities[0]: needs Cilium 1.20 (got \"cluster-mesh\"); state cluster.ciliumVersion or update Cilium")]
    [InlineData("""{ "toEntities": "world" }""", "egress[0].toEntities: is no list (got \"\\\"world\\\"\"); write a list")]
    [InlineData("""{ "toCIDR": ["10.0.0.1"] }""", "egress[0].toCIDR[0]: has no prefix length, which Cilium requires (got \"10.0.0.1\"); write 10.0.0.1/32")]
    [InlineData("""{ "toCIDR": ["10.0.0.0/33"] }""", "egress[0].toCIDR[0]: is no address block: character 10: a prefix length is a number from 0 to 32 (got \"10.0.0.0/33\"); write 192.168.1.0/24 or 2001:db8::/32")]
    [InlineData("""{ "toCIDRSet": [{ "cidr": "10.1.0.0/16", "except": ["10.0.0.0/8"] }] }""", "egress[0].toCIDRSet[0].except[0]: does not lie in 10.1.0.0/16 (got \"10.0.0.0/8\"); leave it out or correct it")]
    [InlineData("""{ "toCIDRSet": [{}] }""", "egress[0].toCIDRSet[0]: has none of cidr, cidrGroupRef and cidrGroupSelector; state exactly one")]
    [InlineData("""{ "toCIDRSet": [{ "cidr": "10.0.0.0/8", "cidrGroupRef": "a" }] }""", "egress[0].toCIDRSet[0]: has several of cidr, cidrGroupRef and cidrGroupSelector; state exactly one")]
    [InlineData("""{ "toFQDNs": [{ "matchName": "a.com", "matchPattern": "*.a.com" }] }""", "egress[0].toFQDNs[0]: has both matchName and matchPattern; state exactly one")]
    [InlineData("""{ "toFQDNs": [{}] }""", "egress[0].toFQDNs[0]: has neither matchName nor matchPattern; state exactly one")]
    [InlineData("""{ "toFQDNs": [{ "matchName": "a b.com" }] }""", "egress[0].toFQDNs[0].matchName: is no DNS name or pattern: character 2: a DNS name has only letters, digits, hyphens, underscores, dots and * (got \"a b.com\"); write api.example.com, *.example.com or **.example.com")]
    [InlineData("""{ "toFQDNs": [{ "matchName": "*.a.com" }] }""", "egress[0].toFQDNs[0].matchName: has a *, which a name cannot have (got \"*.a.com\"); use matchPattern")]
    [InlineData("""{ "toNodes": [{}] }""", "egress[0].toNodes: needs Cilium's enable-node-selector-labels, which is off unless cluster.nodeSelectorLabels says otherwise; turn the flag on or use toEntities")]
    [InlineData("""{ "toEndpoints": [{ "matchLabels": { "app": "a b" } }] }""", "egress[0].toEndpoints[0].matchLabels.app: is no label value: a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit (got \"a b\"); write the value as the pods carry it")]
    [InlineData("""{ "toEntities": ["none"], "icmps": [{ "fields": [{ "type": 8 }] }], "toPorts": [{ "ports": [{ "port": "1" }] }] }""", "egress[0].icmps: cannot stand beside toPorts; write one rule for each")]
    [InlineData("""{ "toEntities": ["none"], "icmps": [{ "fields": [{ "family": "IPv6", "type": "Echo" }] }] }""", "egress[0].icmps[0].fields[0].type: is no type of ICMP over IPv6 (got \"Echo\"); write a number from 0 to 255 or a name such as EchoRequest")]
    public void A_peer_is_refused(string rule, string problem) => Assert.Equal(problem, OfRule(rule));

    [Theory]
    [InlineData("""{ "ports": [{ "protocol": "TCP" }] }""", "ports[0].port: is missing; write a number or a name as a text, such as \"443\"")]
    [InlineData("""{ "ports": [{ "port": "70000" }] }""", "ports[0].port: is neither a number from 0 to 65535 nor a port's name (got \"70000\"); write a number or a name as a text, such as \"443\"")]
    [InlineData("""{ "ports": [{ "port": 443 }] }""", "ports[0].port: is no text (got \"443\"); write it in quotes")]
    [InlineData("""{ "ports": [{ "port": "443", "protocol": "tcp" }] }""", "ports[0].protocol: is no protocol (got \"tcp\"); write one of TCP, UDP, SCTP, ANY, VRRP, IGMP, GRE, IPIP, ESP, AH")]
    [InlineData("""{ "ports": [{ "protocol": "VRRP" }] }""", "ports[0].protocol: needs Cilium's enable-extended-ip-protocols, which is off unless cluster.extendedIpProtocols says otherwise (got \"VRRP\"); turn the flag on or take it out")]
    [InlineData("""{ "ports": [{ "port": "53", "endPort": 60 }], "rules": { "dns": [{ "matchPattern": "*" }] } }""", "ports[0].endPort: cannot stand where rules are stated (got \"60\"); name single ports")]
    [InlineData("""{ "ports": [{ "port": "60", "endPort": 53 }] }""", "ports[0].endPort: is no end of a range that begins at 60 (got \"53\"); write a number from there to 65535")]
    [InlineData("""{ "ports": [{ "port": "http", "endPort": 90 }] }""", "ports[0].endPort: is ignored beside a port's name (got \"90\"); write numbers")]
    [InlineData("""{ "ports": [{ "port": "80", "protocol": "UDP" }], "rules": { "http": [{}] } }""", "ports[0].protocol: cannot carry these rules: all but dns need TCP (got \"UDP\"); write TCP")]
    [InlineData("""{ "ports": [{ "port": "0", "protocol": "TCP" }], "rules": { "http": [{}] } }""", "ports[0].port: means every port, which cannot carry rules (got \"0\"); name the port")]
    [InlineData("""{ "rules": { "dns": [{ "matchPattern": "*" }] } }""", "ports: are needed where rules are stated; list the ports")]
    [InlineData("""{ "ports": [{ "port": "53" }], "rules": { "dns": [{ "matchName": "a", "matchPattern": "b" }] } }""", "rules.dns[0]: has both matchName and matchPattern; state exactly one")]
    [InlineData("""{ "ports": [{ "port": "443", "protocol": "TCP" }], "serverNames": ["a.com", ""] }""", "serverNames[1]: is empty, which Cilium refuses (got \"\"); name the server or take the entry out")]
    public void A_port_is_refused(string ports, string problem) =>
        Assert.Equal($"egress[0].toPorts[0].{problem}", OfRule($$"""{ "toEntities": ["none"], "toPorts": [{{ports}}] }"""));

    [Fact]
    public void More_than_forty_ports_or_icmp_types_are_refused()
    {
        var ports = string.Join(",", Enumerable.Range(1, 41).Select(port => $$"""{ "port": "{{port}}" }"""));
        var types = string.Join(",", Enumerable.Range(1, 41).Select(type => $$"""{ "type": {{type}} }"""));

        Assert.Equal(
            "egress[0].toPorts[0].ports: has 41 entries and Cilium takes 40; join neighbours to ranges or write several entries",
            OfRule($$"""{ "toEntities": ["none"], "toPorts": [{ "ports": [{{ports}}] }] }"""));
        Assert.Equal(
            "egress[0].icmps[0].fields: has 41 entries and Cilium takes 40; write several rules",
            OfRule($$"""{ "toEntities": ["none"], "icmps": [{ "fields": [{{types}}] }] }"""));
    }

    [Theory]
    [InlineData("""{ "toFQDNs": [{ "matchName": "a.com" }] }""", "egressDeny[0].toFQDNs: is for rules that allow: a name cannot be denied; leave the name out of what is allowed")]
    [InlineData("""{ "toEntities": ["none"], "authentication": { "mode": "required" } }""", "egressDeny[0].authentication: is for rules that allow; take it out")]
    [InlineData("""{ "toEntities": ["none"], "toPorts": [{ "ports": [{ "port": "53" }], "rules": { "dns": [{ "matchPattern": "*" }] } }] }""", "egressDeny[0].toPorts[0].rules: are for rules that allow; deny the port as a whole")]
    public void A_deny_is_refused(string deny, string problem) =>
        Assert.Equal(problem, Problems($$"""{ "endpointSelector": {}, "enableDefaultDeny": { "egress": false }, "egressDeny": [{{deny}}] }"""));

    [Theory]
    [InlineData("""{ "toEntities": ["world"] }""", "egressDeny[0].toEntities[0]")]
    [InlineData("""{ "toCIDR": ["0.0.0.0/0"] }""", "egressDeny")]
    [InlineData("""{ "toCIDR": ["0.0.0.0/1", "128.0.0.0/1"] }""", "egressDeny")]
    public void A_world_deny_beside_allows_is_refused(string deny, string place)
    {
        var spec = $$"""{ "endpointSelector": {}, "enableDefaultDeny": { "egress": true }, "egress": [{ "toEndpoints": [{}] }], "egressDeny": [{{deny}}] }""";

        Assert.Equal(
            $"{place}: denies the world beside rules that allow: in Cilium a deny beats every allow, however narrow and in whatever order, so the names and blocks that the rules allow would be dropped silently; leave the world out of the carve-outs: what no rule allows is denied already",
            Problems(spec));
    }

    [Fact]
    public void A_node_selector_belongs_into_a_clusterwide_policy()
    {
        const string spec = """{ "nodeSelector": {}, "egress": [{ "toEntities": ["none"] }] }""";

        Assert.Equal("spec.nodeSelector: is for CiliumClusterwideNetworkPolicy only; use endpointSelector, or a clusterwide policy", Object("CiliumNetworkPolicy", spec));
        Assert.Equal("", Object("CiliumClusterwideNetworkPolicy", spec));
    }

    [Fact]
    public void Each_of_several_specs_is_checked()
    {
        var policy = Json.Parse("""{ "kind": "CiliumNetworkPolicy", "specs": [{ "endpointSelector": {}, "egress": [{ "toEntities": ["none"] }] }, { "endpointSelector": {} }] }""");

        Assert.Equal("specs[1]", Assert.Single(CiliumPolicyRules.Check(policy).Problems).Path);
    }

    private static string Object(string kind, string spec) =>
        string.Join('\n', CiliumPolicyRules.Check(Json.Parse($$"""{ "kind": "{{kind}}", "spec": {{spec}} }""")).Problems);

    private static string OfRule(string rule) => Problems($$"""{ "endpointSelector": {}, "egress": [{{rule}}] }""");

    private static string Problems(string spec) => string.Join('\n', CiliumPolicyRules.CheckSpec(Json.Parse(spec)).Problems);
}
