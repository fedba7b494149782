using Hardening.Components.Tests.Egress;
using Hardening.Components.Tests.Network;
using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Ingress;

public sealed class IngressPolicyTests
{
    [Fact]
    public async Task Enforce_creates_one_policy_with_default_deny_on()
    {
        var policy = await NetworkRun.PolicyAsync(() => _ = new IngressPolicy("shop", Gates.Enforce(
            IngressRule.NamespacePods("gateway", new() { ["app"] = "envoy" }, "8080/TCP"),
            IngressRule.SameNamespace(),
            IngressRule.AnyNamespacePods(new() { ["app"] = "scraper" }, "metrics/TCP"),
            IngressRule.KubeApiServer("9443/TCP"),
            IngressRule.Nodes("9100/TCP"),
            IngressRule.Cidr("192.168.1.0/24", "8000-8010/TCP"),
            new() { Cidr = "10.0.0.0/8", Except = ["10.1.0.0/16"], Ports = ["53"] },
            IngressRule.CidrGroup("lan"),
            IngressRule.Entities(["ingress"], "Cilium's own gateway", "8080/TCP"),
            IngressRule.Icmp(new() { Types = ["EchoRequest", "13"], Cidrs = ["192.168.1.0/24"] }),
            IngressRule.Icmp(new() { Types = ["128"], Family = IcmpFamily.IPv6 }),
            IngressRule.World("it is public", "443/TCP"))));

        Json.Equal(
            """
            {
              "apiVersion": "cilium.io/v2",
              "kind": "CiliumNetworkPolicy",
              "metadata": { "name": "ingress", "namespace": "shop", "labels": { "app.kubernetes.io/managed-by": "hardening" } },
              "spec": {
                "description": "entities: Cilium's own gateway; world: it is public",
                "endpointSelector": {},
                "enableDefaultDeny": { "ingress": true },
                "log": { "value": "shop/ingress" },
                "ingress": [
                  {
                    "fromEndpoints": [{ "matchLabels": { "app": "envoy", "k8s:io.kubernetes.pod.namespace": "gateway" } }],
                    "toPorts": [{ "ports": [{ "port": "8080", "protocol": "TCP" }] }]
                  },
                  { "fromEndpoints": [{}] },
                  {
                    "fromEndpoints": [{ "matchLabels": { "app": "scraper" }, "matchExpressions": [{ "key": "k8s:io.kubernetes.pod.namespace", "operator": "Exists" }] }],
                    "toPorts": [{ "ports": [{ "port": "metrics", "protocol": "TCP" }] }]
                  },
                  { "fromEntities": ["kube-apiserver"], "toPorts": [{ "ports": [{ "port": "9443", "protocol": "TCP" }] }] },
                  { "fromEntities": ["host", "remote-node"], "toPorts": [{ "ports": [{ "port": "9100", "protocol": "TCP" }] }] },
                  { "fromCIDR": ["192.168.1.0/24"], "toPorts": [{ "ports": [{ "port": "8000", "endPort": 8010, "protocol": "TCP" }] }] },
                  { "fromCIDRSet": [{ "cidr": "10.0.0.0/8", "except": ["10.1.0.0/16"] }], "toPorts": [{ "ports": [{ "port": "53", "protocol": "ANY" }] }] },
                  { "fromCIDRSet": [{ "cidrGroupRef": "lan" }] },
                  { "fromEntities": ["ingress"], "toPorts": [{ "ports": [{ "port": "8080", "protocol": "TCP" }] }] },
                  { "fromCIDR": ["192.168.1.0/24"], "icmps": [{ "fields": [{ "family": "IPv4", "type": "EchoRequest" }, { "family": "IPv4", "type": 13 }] }] },
                  { "icmps": [{ "fields": [{ "family": "IPv6", "type": 128 }] }] },
                  { "fromEntities": ["world"], "toPorts": [{ "ports": [{ "port": "443", "protocol": "TCP" }] }] }
                ]
              }
            }
            """,
            policy);
        Assert.Empty(CiliumPolicyRules.Check(Json.Element(policy!)).Problems);
    }

    [Fact]
    public async Task Audit_has_the_same_rules_and_drops_nothing()
    {
        var rule = IngressRule.Namespace("gateway", "8080/TCP");
        var audit = await NetworkRun.PolicyAsync(() => _ = new IngressPolicy("shop", Gates.Audit(rule)));
        var enforce = await NetworkRun.PolicyAsync(() => _ = new IngressPolicy("shop", Gates.Enforce(rule)));

        Json.Equal("""{ "ingress": false }""", audit!["spec"]!["enableDefaultDeny"]);
        Json.Equal(enforce!["spec"]!["ingress"]!.ToJsonString(), audit["spec"]!["ingress"]);
        Json.Equal("""{ "value": "shop/ingress" }""", audit["spec"]!["log"]);
    }

    [Fact]
    public async Task Nobody_is_a_peer_that_matches_nothing()
    {
        var policy = await NetworkRun.PolicyAsync(() => _ = new IngressPolicy("shop", Gates.Enforce(IngressRule.None())));

        Json.Equal("""[{ "fromEntities": ["none"] }]""", policy!["spec"]!["ingress"]);
    }

    [Fact]
    public async Task A_namespace_brings_its_default_ingress_policy()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("shop", new()
        {
            Name = "shop",
            Ingress = new() { Mode = Rollout.Audit, Rules = [IngressRule.SameNamespace()] },
            Cluster = new() { KubernetesVersion = "1.34", CiliumVersion = "1.19.4" },
        }));

        Assert.Equal("hardening:index:IngressPolicy", stack["shop-ingress"].Type);
        Assert.Equal("shop", stack["shop-ingress"].Parent);
        Assert.Equal(["shop-namespace"], stack["shop-ingress"].DependsOn);
        Assert.Contains("\"namespace\":\"shop\"", stack["shop-ingress-policy"].Json("metadata"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exemption_from_ingress_and_an_ingress_policy_exclude_each_other()
    {
        var args = new HardenedNamespaceArgs
        {
            Name = "shop",
            Ingress = new() { Namespace = "vault", Mode = Rollout.Enforce, Rules = [IngressRule.SameNamespace()] },
            Exemptions = [new() { Control = NamespaceControl.Ingress, Reason = "r", Owner = "o", Expires = "2027-03-31" }],
            Cluster = new() { KubernetesVersion = "1.34", CiliumVersion = "1.19.4" },
        };

        Assert.Equal(
            [
                "exemptions: the namespace is exempt from ingress and has an ingress policy (got \"ingress\"); remove one of them",
                "ingress.namespace: is another namespace than shop, whose default ingress this is (got \"vault\"); leave it out, or use an IngressPolicy of its own",
            ],
            HardenedNamespace.Validate(args).Problems.Select(problem => problem.ToString()));
    }
}
