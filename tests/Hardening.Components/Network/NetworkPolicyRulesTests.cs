using Hardening.Components.Tests.Egress;

namespace Hardening.Components.Tests.Network;

/// <summary>What the API server refuses in a NetworkPolicy, and what it takes in silence.</summary>
public sealed class NetworkPolicyRulesTests
{
    [Theory]
    [InlineData("{}", "spec.podSelector: is missing; state it; {} selects every pod of the namespace")]
    [InlineData("""{ "podSelector": {}, "policyTypes": ["Out"] }""", "spec.policyTypes[0]: is no type of policy (got \"Out\"); write Ingress or Egress")]
    [InlineData("""{ "podSelector": {}, "policyTypes": ["Ingress"], "egress": [{ "to": [{ "podSelector": {} }] }] }""", "spec.egress: has no effect: policyTypes lacks Egress; add Egress to policyTypes or take the rules out")]
    public void A_spec_is_refused(string spec, string problem) => Assert.Contains(problem, Problems(spec));

    [Theory]
    [InlineData("""{ "to": [{}] }""", "spec.egress[0].to[0]: names nobody; state podSelector, namespaceSelector or ipBlock")]
    [InlineData("""{ "to": [{ "podSelector": {}, "ipBlock": { "cidr": "10.0.0.0/8" } }] }""", "spec.egress[0].to[0].ipBlock: cannot stand beside a selector; write two peers")]
    [InlineData("""{ "to": [{ "ipBlock": { "cidr": "10.0.0.1" } }] }""", "spec.egress[0].to[0].ipBlock.cidr: has no prefix length, which Kubernetes requires (got \"10.0.0.1\"); write 10.0.0.1/32")]
    [InlineData("""{ "to": [{ "ipBlock": { "cidr": "10.0.0.0/8", "except": ["11.0.0.0/8"] } }] }""", "spec.egress[0].to[0].ipBlock.except[0]: is no part of 10.0.0.0/8 (got \"11.0.0.0/8\"); leave it out or correct it")]
    [InlineData("""{ "to": [{ "ipBlock": { "cidr": "10.0.0.0/8", "except": ["10.0.0.0/8"] } }] }""", "spec.egress[0].to[0].ipBlock.except[0]: is no part of 10.0.0.0/8 (got \"10.0.0.0/8\"); leave it out or correct it")]
    [InlineData("""{ "to": [{ "ipBlock": {} }] }""", "spec.egress[0].to[0].ipBlock.cidr: is missing; write 192.168.1.0/24 or 2001:db8::/32")]
    [InlineData("""{ "to": [{ "podSelector": {} }], "ports": [{ "port": 100, "endPort": 99, "protocol": "TCP" }] }""", "spec.egress[0].ports[0].endPort: is no end of a range that begins at 100 (got \"99\"); write a number from there to 65535")]
    [InlineData("""{ "to": [{ "podSelector": {} }], "ports": [{ "port": "http", "endPort": 99, "protocol": "TCP" }] }""", "spec.egress[0].ports[0].endPort: needs a port by number that the range begins at (got \"99\"); state port as a number")]
    [InlineData("""{ "to": [{ "podSelector": {} }], "ports": [{ "endPort": 99, "protocol": "TCP" }] }""", "spec.egress[0].ports[0].endPort: needs a port by number that the range begins at (got \"99\"); state port as a number")]
    [InlineData("""{ "to": [{ "podSelector": {} }], "ports": [{ "port": 0, "protocol": "TCP" }] }""", "spec.egress[0].ports[0].port: is neither a number from 1 to 65535 nor a port's name (got \"0\"); write 443 or https")]
    [InlineData("""{ "to": [{ "podSelector": {} }], "ports": [{ "port": 443, "protocol": "ICMP" }] }""", "spec.egress[0].ports[0].protocol: is no protocol of a NetworkPolicy (got \"ICMP\"); write one of TCP, UDP, SCTP")]
    public void A_rule_is_refused(string rule, string problem) => Assert.Equal([problem], Problems($$"""{ "podSelector": {}, "policyTypes": ["Egress"], "egress": [{{rule}}] }"""));

    [Theory]
    [InlineData("""{ "podSelector": {}, "policyTypes": ["Egress"], "egress": [{}] }""", "spec.egress[0]: names no peer in to: every destination is allowed, in and outside the cluster (in a CiliumNetworkPolicy an empty rule allows nothing)")]
    [InlineData("""{ "podSelector": {}, "policyTypes": ["Ingress"], "ingress": [{ "from": [] }] }""", "spec.ingress[0]: names no peer in from: every source is allowed, in and outside the cluster (in a CiliumNetworkPolicy an empty rule allows nothing)")]
    [InlineData("""{ "podSelector": {}, "egress": [{ "to": [{ "podSelector": {} }] }] }""", "spec.policyTypes: is not stated: ingress is denied too, whatever the rules of egress say; state [Egress]")]
    [InlineData("""{ "podSelector": {} }""", "spec.policyTypes: is not stated: Ingress is assumed; state it")]
    [InlineData("""{ "podSelector": {}, "policyTypes": ["Ingress"], "ingress": [{ "from": [{ "podSelector": {} }], "ports": [{ "port": 53 }] }] }""", "spec.ingress[0].ports[0].protocol: is not stated: TCP is meant, and nothing else")]
    [InlineData("""{ "podSelector": {}, "policyTypes": ["Ingress"], "ingress": [{ "from": [{ "ipBlock": { "cidr": "10.1.0.0/8" } }] }] }""", "spec.ingress[0].from[0].ipBlock.cidr: 10.1.0.0/8 has address bits behind its prefix length, which newer API servers refuse: write 10.0.0.0/8")]
    public void A_trap_is_said(string spec, string warning)
    {
        var result = NetworkPolicyRules.Check(Json.Parse($$"""{ "spec": {{spec}} }"""));

        Assert.Empty(result.Problems);
        Assert.Equal(warning, Assert.Single(result.Warnings).ToString());
    }

    [Theory]
    [InlineData("[]", ": is missing; state podSelector, policyTypes and the rules")]
    [InlineData("{}", "spec: is missing; state podSelector, policyTypes and the rules")]
    [InlineData("""{ "spec": 1 }""", "spec: is no object (got \"1\"); state podSelector, policyTypes and the rules")]
    [InlineData("""{ "spec": { "podSelector": {}, "policyTypes": ["Egress"], "egress": [1] } }""", "spec.egress[0]: is no object (got \"1\"); write a rule")]
    public void What_is_no_policy_is_refused(string policy, string problem) => Assert.Equal(problem, Assert.Single(NetworkPolicyRules.Check(Json.Parse(policy)).Problems).ToString());

    private static string[] Problems(string spec) => [.. NetworkPolicyRules.Check(Json.Parse($$"""{ "spec": {{spec}} }""")).Problems.Select(problem => problem.ToString())];
}
