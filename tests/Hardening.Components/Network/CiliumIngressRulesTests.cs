using Hardening.Components.Tests.Egress;

namespace Hardening.Components.Tests.Network;

/// <summary>The ingress half of what the Cilium agent refuses, and of what it takes in silence.</summary>
public sealed class CiliumIngressRulesTests
{
    [Theory]
    [InlineData("""{ "fromEndpoints": [{}], "fromCIDR": ["10.0.0.0/8"] }""", "ingress[0]: combines fromEndpoints and fromCIDR, which Cilium refuses; write one rule for each")]
    [InlineData("""{ "fromEndpoints": [] }""", "ingress[0].fromEndpoints: is empty and selects nothing; give at least one entry or take the rule out")]
    [InlineData("""{ "fromEndpoints": [{}], "fromRequires": [] }""", "ingress[0].fromRequires: was removed in Cilium 1.19, which refuses it; narrow fromEndpoints itself")]
    [InlineData("""{ "fromEntities": ["nodes"] }""", "ingress[0].fromEntities[0]: is no entity (got \"nodes\"); write one of all, world, cluster, host, init, ingress, unmanaged, remote-node, health, none, kube-apiserver, cluster-mesh")]
    [InlineData("""{ "fromCIDR": ["10.0.0.1"] }""", "ingress[0].fromCIDR[0]: has no prefix length, which Cilium requires (got \"10.0.0.1\"); write 10.0.0.1/32")]
    [InlineData("""{ "fromCIDRSet": [{ "cidr": "10.0.0.0/8", "except": ["11.0.0.0/8"] }] }""", "ingress[0].fromCIDRSet[0].except[0]: does not lie in 10.0.0.0/8 (got \"11.0.0.0/8\"); leave it out or correct it")]
    [InlineData("""{ "fromNodes": [{}] }""", "ingress[0].fromNodes: needs Cilium's enable-node-selector-labels, which is off unless cluster.nodeSelectorLabels says otherwise; turn the flag on or use fromEntities")]
    [InlineData("""{ "fromEndpoints": [{}], "toPorts": [{ "ports": [{ "port": "53", "protocol": "UDP" }], "rules": { "dns": [{ "matchPattern": "*" }] } }] }""", "ingress[0].toPorts[0].rules.dns: are for egress; take them out: names are asked for by those who connect")]
    [InlineData("""{ "fromEndpoints": [{}], "toPorts": [{ "ports": [{ "port": "80", "protocol": "TCP" }], "listener": {} }] }""", "ingress[0].toPorts[0].listener: is for egress; take it out")]
    [InlineData("""{ "fromEndpoints": [{}], "toPorts": [] }""", "ingress[0].toPorts: is empty, which means every port; give at least one port or take it out")]
    public void A_rule_is_refused(string rule, string problem) =>
        Assert.Equal(problem, Assert.Single(CiliumPolicyRules.CheckSpec(Json.Parse($$"""{ "endpointSelector": {}, "ingress": [{{rule}}] }""")).Problems).ToString());

    [Theory]
    [InlineData("""{ "toPorts": [{ "ports": [{ "port": "443" }] }] }""", "ingress[0]: names no peer: any source is allowed, the world included")]
    [InlineData("""{ "fromEntities": ["all"] }""", "ingress[0].fromEntities[0]: allows every source, in and outside the cluster")]
    [InlineData("""{ "fromEntities": ["host"] }""", "ingress[0].fromEntities[0]: lets whatever runs on the nodes' own network reach every port; add toPorts")]
    [InlineData("""{ "fromCIDR": ["0.0.0.0/0"] }""", "ingress: allows the whole IPv4 world and not the other family; fromEntities: [world] is both")]
    public void A_trap_is_said(string rule, string warning)
    {
        var result = CiliumPolicyRules.CheckSpec(Json.Parse($$"""{ "endpointSelector": {}, "ingress": [{{rule}}] }"""));

        Assert.Empty(result.Problems);
        Assert.Equal(warning, Assert.Single(result.Warnings).ToString());
    }

    [Fact]
    public void A_deny_without_a_stated_default_deny_cuts_everything() => Assert.Equal(
        "enableDefaultDeny.ingress: is not stated, and ingressDeny alone switches default deny on: everything that no policy allows is cut; state true or false",
        Assert.Single(CiliumPolicyRules.CheckSpec(Json.Parse("""{ "endpointSelector": {}, "ingressDeny": [{ "fromEntities": ["world"] }] }""")).Warnings).ToString());

    [Fact]
    public void The_world_may_be_denied_beside_pods_and_not_beside_addresses()
    {
        ValidationResult Check(string rule) => CiliumPolicyRules.CheckSpec(Json.Parse($$"""
            { "endpointSelector": {}, "enableDefaultDeny": { "ingress": true }, "ingress": [{{rule}}], "ingressDeny": [{ "fromEntities": ["world"] }] }
            """));

        Assert.Empty(Check("""{ "fromEndpoints": [{}] }""").Problems);
        Assert.Equal("ingressDeny[0].fromEntities[0]", Assert.Single(Check("""{ "fromCIDR": ["10.0.0.0/8"] }""").Problems).Path);
    }
}
