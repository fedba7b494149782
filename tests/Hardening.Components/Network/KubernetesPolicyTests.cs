using Hardening.Components.Tests.Egress;
using Hardening.Components.Tests.Ingress;
using Pulumi;

namespace Hardening.Components.Tests.Network;

/// <summary>Policies for clusters without Cilium.</summary>
public sealed class KubernetesPolicyTests
{
    private const string OrCilium = "or run Cilium and set cluster.networkPolicyEngine: CiliumNetworkPolicy";

    public static TheoryData<EgressRuleArgs, string> Unsayable => new()
    {
        { EgressRule.Fqdn("api.github.com", "443/TCP"), $"egress[0].fqdn: a NetworkPolicy knows pods and address blocks, not DNS names; list the addresses in cidrs where they are stable, allow world with a reason, {OrCilium}" },
        { EgressRule.Fqdns(["api.github.com"], "443/TCP"), $"egress[0].fqdns: a NetworkPolicy knows pods and address blocks, not DNS names; list the addresses in cidrs where they are stable, allow world with a reason, {OrCilium}" },
        { EgressRule.Icmp(), $"egress[0].icmp: a NetworkPolicy knows TCP, UDP and SCTP; whether ICMP passes is up to the network plugin; take the rule out, {OrCilium}" },
        { EgressRule.NodeLocalDns(), "egress[0].nodeLocalDns: is the node itself on a link-local address, which a NetworkPolicy knows by that address alone; write cidr with the address that the kubelets hand out, such as 169.254.20.10/32, and ports [53/UDP, 53/TCP]" },
        { EgressRule.Dns(new EgressDnsArgs { Names = ["example.com"], SearchDomains = [] }), $"egress[0].dns.names: a NetworkPolicy does not look into DNS: whoever may ask the resolver may ask for every name; take it out, {OrCilium}" },
        { EgressRule.Dns(new EgressDnsArgs { RestrictNames = true, SearchDomains = [] }), $"egress[0].dns.restrictNames: a NetworkPolicy does not look into DNS: whoever may ask the resolver may ask for every name; take it out, {OrCilium}" },
        { EgressRule.KubeApiServer(), "egress[0].kubeApiServer: a NetworkPolicy knows the API server by its addresses alone, and they are not stated (got \"true\"); state cluster.kubeApiServerCidrs (kubectl get endpointslices -n default kubernetes)" },
        { EgressRule.Nodes("9100"), "egress[0].nodes: a NetworkPolicy knows nodes by their addresses alone, and they are not stated (got \"true\"); state cluster.nodeCidrs" },
        { EgressRule.CidrGroup("lan"), "egress[0].cidrGroup: is a CiliumCIDRGroup, which a NetworkPolicy cannot refer to, and its blocks are not stated (got \"lan\"); give the group its cidrs in cluster.cidrGroups, or list the blocks in cidrs" },
    };

    [Theory]
    [MemberData(nameof(Unsayable))]
    public void What_a_NetworkPolicy_cannot_say_is_refused_with_what_to_do(EgressRuleArgs rule, string problem) =>
        Assert.Equal(problem, string.Join('\n', EgressPolicy.Validate(Egress(Bare, rule)).Problems));

    [Fact]
    public void Ingress_from_what_a_NetworkPolicy_does_not_know_is_refused()
    {
        var args = Gates.Kubernetes(IngressRule.KubeApiServer("9443"), IngressRule.Nodes("9100"), IngressRule.CidrGroup("lan"), IngressRule.Entities(["ingress"], "the gateway"));

        Assert.Equal(
            """
            ingress[0].kubeApiServer: a NetworkPolicy knows the API server by its addresses alone, and they are not stated (got "true"); state cluster.kubeApiServerCidrs (kubectl get endpointslices -n default kubernetes)
            ingress[1].nodes: a NetworkPolicy knows nodes by their addresses alone, and they are not stated (got "true"); state cluster.nodeCidrs
            ingress[2].cidrGroup: is a CiliumCIDRGroup, which a NetworkPolicy cannot refer to, and its blocks are not stated (got "lan"); give the group its cidrs in cluster.cidrGroups, or list the blocks in cidrs
            ingress[3].entities: are identities of Cilium, which a NetworkPolicy does not know; name the sources (namespace, anyNamespace, nodes), or run Cilium and set cluster.networkPolicyEngine: CiliumNetworkPolicy
            """,
            Gates.Problems(args));
    }

    [Fact]
    public void An_audit_is_refused_because_a_NetworkPolicy_denies_as_soon_as_it_exists()
    {
        var egress = Egress(Bare, EgressRule.Dns());
        egress.Mode = Rollout.Audit;
        egress.WaitForValid = true;
        var ingress = Gates.Kubernetes(IngressRule.SameNamespace());
        ingress.Mode = Rollout.Audit;
        const string cannot = "mode: a NetworkPolicy cannot watch: it denies as soon as it exists, and tells nobody what it would have denied (got \"Audit\"); write Off until";

        Assert.Equal(
            [$"{cannot} the destinations are complete, then Enforce, one namespace after the other", "waitForValid: a NetworkPolicy has no status to wait for (got \"true\"); take it out"],
            EgressPolicy.Validate(egress).Problems.Select(problem => problem.ToString()));
        Assert.Equal($"{cannot} the sources are complete, then Enforce, one namespace after the other", Gates.Problems(ingress));
    }

    [Fact]
    public async Task Off_makes_no_policy_and_says_so()
    {
        var egress = Egress(Bare, EgressRule.Dns());
        egress.Mode = Rollout.Off;
        var ingress = Gates.Kubernetes(IngressRule.SameNamespace());
        ingress.Mode = Rollout.Off;

        Assert.Null(await NetworkRun.PolicyAsync(() =>
        {
            _ = new EgressPolicy("shop", egress);
            _ = new IngressPolicy("shop", ingress);
        }));
        Assert.Equal("mode: is Off: no policy is made, and egress stays unrestricted", Assert.Single(EgressPolicy.Validate(egress).Warnings).ToString());
        Assert.Equal("mode: is Off: no policy is made, and ingress stays unrestricted", Assert.Single(IngressPolicy.Validate(ingress).Warnings).ToString());
    }

    [Fact]
    public void Carve_outs_are_refused()
    {
        var args = Egress(Bare, EgressRule.Dns());
        args.Deny = [new() { Cidr = "169.254.169.254/32" }];

        Assert.Equal(
            "egressDeny: a NetworkPolicy denies nothing by name: it only allows, and what no rule allows is denied; leave the destinations out of the rules: except where they lie in an allowed block",
            Assert.Single(EgressPolicy.Validate(args).Problems).ToString());
    }

    [Fact]
    public async Task Egress_is_a_NetworkPolicy_that_names_a_peer_in_every_rule()
    {
        var args = Egress(
            Lab.Facts(NetworkPolicyEngine.KubernetesNetworkPolicy),
            EgressRule.Dns(),
            EgressRule.KubeApiServer(),
            EgressRule.NamespacePods("data", new() { ["k8s:app"] = "db" }, "5432/TCP", "metrics"),
            EgressRule.AnyNamespace("8000-8010/UDP"),
            new() { Cidr = "10.0.0.0/8", Except = ["10.1.0.0/16"] },
            EgressRule.CidrGroup("hooks", "443/TCP"),
            EgressRule.World("the internet", "443/TCP"));
        args.PodSelector = new() { ["app"] = "web" };

        var policy = await NetworkRun.PolicyAsync(() => _ = new EgressPolicy("shop", args));

        Json.Equal(
            """
            {
              "apiVersion": "networking.k8s.io/v1",
              "kind": "NetworkPolicy",
              "metadata": { "name": "egress", "namespace": "shop", "labels": { "app.kubernetes.io/managed-by": "hardening" }, "annotations": { "hardening/reasons": "world: the internet" } },
              "spec": {
                "podSelector": { "matchLabels": { "app": "web" } },
                "policyTypes": ["Egress"],
                "egress": [
                  {
                    "to": [{ "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "kube-system" } }, "podSelector": { "matchLabels": { "k8s-app": "kube-dns" } } }],
                    "ports": [{ "port": 53, "protocol": "UDP" }, { "port": 53, "protocol": "TCP" }]
                  },
                  { "to": [{ "ipBlock": { "cidr": "192.168.1.10/32" } }], "ports": [{ "port": 443, "protocol": "TCP" }, { "port": 6443, "protocol": "TCP" }] },
                  {
                    "to": [{ "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "data" } }, "podSelector": { "matchLabels": { "app": "db" } } }],
                    "ports": [
                      { "port": 5432, "protocol": "TCP" },
                      { "port": "metrics", "protocol": "TCP" }, { "port": "metrics", "protocol": "UDP" }, { "port": "metrics", "protocol": "SCTP" }
                    ]
                  },
                  { "to": [{ "namespaceSelector": {} }], "ports": [{ "port": 8000, "endPort": 8010, "protocol": "UDP" }] },
                  { "to": [{ "ipBlock": { "cidr": "10.0.0.0/8", "except": ["10.1.0.0/16", "10.42.0.0/16", "10.43.0.0/16"] } }] },
                  { "to": [{ "ipBlock": { "cidr": "198.51.100.0/24" } }], "ports": [{ "port": 443, "protocol": "TCP" }] },
                  {
                    "to": [
                      { "ipBlock": { "cidr": "0.0.0.0/0", "except": ["10.42.0.0/16", "10.43.0.0/16", "192.168.1.21/32", "192.168.1.22/32"] } },
                      { "ipBlock": { "cidr": "::/0" } }
                    ],
                    "ports": [{ "port": 443, "protocol": "TCP" }]
                  }
                ]
              }
            }
            """,
            policy);
        var result = NetworkPolicyRules.Check(Json.Element(policy!));
        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task Nowhere_and_nobody_are_directions_without_rules()
    {
        var egress = await NetworkRun.PolicyAsync(() => _ = new EgressPolicy("shop", Egress(Bare, EgressRule.None())));
        var ingress = await NetworkRun.PolicyAsync(() => _ = new IngressPolicy("shop", Gates.Kubernetes(IngressRule.None())));

        Json.Equal("""{ "podSelector": {}, "policyTypes": ["Egress"] }""", egress!["spec"]);
        Json.Equal("""{ "podSelector": {}, "policyTypes": ["Ingress"] }""", ingress!["spec"]);
    }

    [Fact]
    public async Task A_block_that_is_known_late_leaves_the_cluster_out_too()
    {
        var late = Output.CreateSecret("10.0.0.0/8");
        var policy = await NetworkRun.PolicyAsync(() => _ = new EgressPolicy("shop", Egress(Lab.Facts(NetworkPolicyEngine.KubernetesNetworkPolicy), new EgressRuleArgs { Cidr = late, Except = ["10.1.0.0/16"] })));

        Json.Equal("""[{ "to": [{ "ipBlock": { "cidr": "10.0.0.0/8", "except": ["10.1.0.0/16", "10.42.0.0/16", "10.43.0.0/16"] } }] }]""", policy!["spec"]!["egress"]);
    }

    [Theory]
    [InlineData("10.42.3.0/24", "egress[0].cidr: lies in cluster.podCidrs: pods change their addresses, and not every network plugin matches pods by ipBlock; use namespace or sameNamespace with pods")]
    [InlineData("10.43.0.1/32", "egress[0].cidr: lies in cluster.serviceCidrs: most network plugins judge after service translation and never see a Service's address; use namespace with pods")]
    public void Addresses_of_the_cluster_are_warned_of(string block, string warning) =>
        Assert.Equal(warning, Assert.Single(EgressPolicy.Validate(Egress(Lab.Facts(NetworkPolicyEngine.KubernetesNetworkPolicy), EgressRule.Cidr(block))).Warnings).ToString());

    [Fact]
    public void The_world_cannot_be_told_from_a_cluster_whose_addresses_are_not_stated() => Assert.Equal(
        "egress[0].world: is every address in a NetworkPolicy, and most network plugins match the cluster's own pods by it too: state cluster.podCidrs, serviceCidrs and nodeCidrs, which are then left out",
        Assert.Single(EgressPolicy.Validate(Egress(Bare, EgressRule.World("the internet"))).Warnings).ToString());

    [Fact]
    public void An_engine_that_nobody_knows_is_refused()
    {
        var problem = Assert.Single(EgressPolicy.Validate(Egress(new() { NetworkPolicyEngine = "Calico" }, EgressRule.Dns())).Problems);

        Assert.Equal("cluster.networkPolicyEngine: is not a value that this argument knows (got \"Calico\"); write one of CiliumNetworkPolicy, KubernetesNetworkPolicy", problem.ToString());
    }

    private static ClusterFactsArgs Bare => new() { NetworkPolicyEngine = NetworkPolicyEngine.KubernetesNetworkPolicy };

    private static EgressPolicyArgs Egress(ClusterFactsArgs facts, params EgressRuleArgs[] rules) =>
        new() { Namespace = "shop", Mode = Rollout.Enforce, Rules = [.. rules], Cluster = facts };
}
