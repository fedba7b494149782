namespace Hardening.Components.Tests.Egress;

/// <summary>What the Cilium agent accepts in silence.</summary>
public sealed class CiliumPolicyTrapsTests
{
    [Theory]
    [InlineData("""{ "toPorts": [{ "ports": [{ "port": "443" }] }] }""", "egress[0]: names no peer: any destination is allowed, the world included")]
    [InlineData("{}", "egress[0]: is an empty rule, which allows nothing in Cilium (in a NetworkPolicy it allows everything)")]
    [InlineData("""{ "toEntities": ["all"] }""", "egress[0].toEntities[0]: allows every destination, in and outside the cluster")]
    [InlineData("""{ "toEntities": ["cluster"] }""", "egress[0].toEntities[0]: allows every pod and node of the cluster")]
    [InlineData("""{ "toEntities": ["remote-node"] }""", "egress[0].toEntities[0]: allows every port of the nodes, the kubelet's included; add toPorts")]
    [InlineData("""{ "toCIDR": ["0.0.0.0/0"] }""", "egress: allows the whole IPv4 world and not the other family; toEntities: [world] is both")]
    [InlineData("""{ "toCIDR": ["0.0.0.0/1", "128.0.0.0/1"] }""", "egress: allows the whole IPv4 world in pieces and not the other family; toEntities: [world] is both")]
    [InlineData("""{ "toCIDR": ["0.0.0.0/0", "::/0"] }""", "egress: allows the whole world by address; toEntities: [world] says so plainly")]
    [InlineData("""{ "toFQDNs": [{ "matchName": "a.com" }] }""", "egress[0]: allows nothing unless another policy of the same pods has a DNS rule: Cilium learns a name's addresses from the answers that pass one")]
    public void A_trap_is_said(string rule, string warning)
    {
        var result = CiliumPolicyRules.CheckSpec(Json.Parse($$"""{ "endpointSelector": {}, "egress": [{{rule}}] }"""));

        Assert.Empty(result.Problems);
        Assert.Equal(warning, Assert.Single(result.Warnings).ToString());
    }

    [Fact]
    public void A_deny_without_a_stated_default_deny_cuts_everything()
    {
        var result = CiliumPolicyRules.CheckSpec(Json.Parse("""{ "endpointSelector": {}, "egressDeny": [{ "toCIDR": ["169.254.169.254/32"] }] }"""));

        Assert.Equal(
            "enableDefaultDeny.egress: is not stated, and egressDeny alone switches default deny on: everything that no policy allows is cut; state true or false",
            Assert.Single(result.Warnings).ToString());
    }

    [Fact]
    public void An_allow_inside_a_deny_allows_nothing()
    {
        const string spec = """
            { "endpointSelector": {}, "enableDefaultDeny": { "egress": true },
              "egress": [{ "toCIDR": ["10.1.0.0/16"] }], "egressDeny": [{ "toCIDR": ["10.0.0.0/8"] }] }
            """;

        Assert.Equal(
            "egress[0]: allows nothing: egressDeny[0] denies every address of it, and a deny beats an allow",
            Assert.Single(CiliumPolicyRules.CheckSpec(Json.Parse(spec)).Warnings).ToString());
    }

    [Fact]
    public void A_cluster_without_the_switch_ignores_it()
    {
        var result = CiliumPolicyRules.CheckSpec(
            Json.Parse("""{ "endpointSelector": {}, "enableDefaultDeny": { "egress": false }, "egress": [{ "toEntities": ["none"] }] }"""),
            cluster: new ClusterFactsArgs { NonDefaultDenyPolicies = false });

        Assert.Equal(
            "enableDefaultDeny.egress: is ignored by this cluster, where enable-non-default-deny-policies is off: the policy denies by default",
            Assert.Single(result.Warnings).ToString());
    }
}
