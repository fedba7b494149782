using Pulumi.Utilities;

namespace Hardening.Components.Tests.Egress;

public sealed class EgressPolicyTests
{
    [Fact]
    public async Task Enforce_creates_one_policy_with_default_deny_on()
    {
        var run = await EgressRun.CreateAsync(Plans.Enforce(EgressRule.Dns(), EgressRule.Fqdn("api.github.com", "443/TCP")));

        Assert.Equal(["web", "web-policy"], run.Registered.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("hardening:index:EgressPolicy", run.Registered["web"].Type);
        Assert.Equal("kubernetes:cilium.io/v2:CiliumNetworkPolicy", run.Registered["web-policy"].Type);
        Assert.Same(run.Policy, run.Options["web-policy"].Parent);
        Assert.Empty(await OutputUtilities.GetValueAsync(run.Options["web-policy"].DependsOn));
        Json.Equal(
            """
            {
              "apiVersion": "cilium.io/v2",
              "kind": "CiliumNetworkPolicy",
              "metadata": { "name": "egress", "namespace": "shop", "labels": { "app.kubernetes.io/managed-by": "hardening" } },
              "spec": {
                "endpointSelector": {},
                "enableDefaultDeny": { "egress": true },
                "log": { "value": "shop/egress" },
                "egress": [
                  {
                    "toEndpoints": [{ "matchLabels": { "k8s:io.kubernetes.pod.namespace": "kube-system", "k8s-app": "kube-dns" } }],
                    "toPorts": [{
                      "ports": [{ "port": "53", "protocol": "UDP" }, { "port": "53", "protocol": "TCP" }],
                      "rules": { "dns": [{ "matchPattern": "*" }] }
                    }]
                  },
                  {
                    "toFQDNs": [{ "matchName": "api.github.com" }],
                    "toPorts": [{ "ports": [{ "port": "443", "protocol": "TCP" }] }]
                  }
                ]
              }
            }
            """,
            run.Inputs("web-policy"));
    }

    [Fact]
    public async Task Audit_switches_default_deny_off_and_refuses_no_name()
    {
        var run = await EgressRun.CreateAsync(Plans.Audit(EgressRule.Dns(new EgressDnsArgs { Names = ["example.com"], SearchDomains = [] })));

        Json.Equal("""{ "egress": false }""", run.Spec()["enableDefaultDeny"]);
        Json.Equal("""[{ "matchPattern": "*" }]""", run.Egress[0]!["toPorts"]![0]!["rules"]!["dns"]);
        Json.Equal("""{ "value": "shop/egress" }""", run.Spec()["log"]);
    }

    [Fact]
    public async Task Carve_outs_are_a_policy_of_their_own_that_switches_no_default_deny_on()
    {
        var args = Plans.Enforce(EgressRule.Dns());
        args.PodSelector = new() { ["app"] = "web" };
        args.Deny = [new EgressDenyArgs { Cidr = "169.254.169.254", Reason = "cloud credentials" }];

        var run = await EgressRun.CreateAsync(args);

        Assert.Equal(["web", "web-deny", "web-policy"], run.Registered.Keys.Order(StringComparer.Ordinal));
        Assert.Same(run.Policy, run.Options["web-deny"].Parent);
        Json.Equal(
            """
            {
              "apiVersion": "cilium.io/v2",
              "kind": "CiliumNetworkPolicy",
              "metadata": { "name": "egress-deny", "namespace": "shop", "labels": { "app.kubernetes.io/managed-by": "hardening" } },
              "spec": {
                "description": "cidr: cloud credentials",
                "endpointSelector": { "matchLabels": { "app": "web" } },
                "enableDefaultDeny": { "egress": false },
                "log": { "value": "shop/egress-deny" },
                "egressDeny": [{ "toCIDR": ["169.254.169.254/32"] }]
              }
            }
            """,
            run.Inputs("web-deny"));
        Assert.False(run.Spec().ContainsKey("egressDeny"));
    }

    [Fact]
    public async Task Carve_outs_alone_create_no_allow_policy()
    {
        var run = await EgressRun.CreateAsync(Plans.Deny(new EgressDenyArgs { Nodes = true, Ports = ["10250/TCP"] }));

        Assert.Equal(["web", "web-deny"], run.Registered.Keys.Order(StringComparer.Ordinal));
        Json.Equal(
            """[{ "toEntities": ["host", "remote-node"], "toPorts": [{ "ports": [{ "port": "10250", "protocol": "TCP" }] }] }]""",
            run.Spec("web-deny")["egressDeny"]);
    }

    [Fact]
    public async Task Carve_outs_are_left_out_in_audit()
    {
        var args = Plans.Audit(EgressRule.Dns());
        args.Deny = [new EgressDenyArgs { Cidr = "169.254.169.254" }];

        var run = await EgressRun.CreateAsync(args);

        Assert.Equal(["web", "web-policy"], run.Registered.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Waiting_for_validity_is_an_annotation_for_the_provider()
    {
        var args = Plans.Enforce(EgressRule.Dns());
        args.WaitForValid = true;

        var run = await EgressRun.CreateAsync(args);

        Json.Equal("""{ "pulumi.com/waitFor": "condition=Valid" }""", run.Inputs("web-policy")["metadata"]!["annotations"]);
    }

    [Theory]
    [InlineData("1.17.9")]
    [InlineData(null)]
    public async Task The_log_value_waits_for_a_cluster_that_is_stated_to_know_it(string? version)
    {
        var args = Plans.Enforce(EgressRule.Dns());
        args.Cluster = new ClusterFactsArgs { CiliumVersion = version };

        var run = await EgressRun.CreateAsync(args);

        Assert.False(run.Spec().ContainsKey("log"));
        Assert.Null(await OutputUtilities.GetValueAsync(run.Policy.LogValue));
    }

    [Fact]
    public async Task Outputs_name_what_was_created()
    {
        var args = Plans.Enforce(EgressRule.Dns());
        args.PolicyName = "web-out";

        var run = await EgressRun.CreateAsync(args);

        Assert.Equal("shop", await OutputUtilities.GetValueAsync(run.Policy.Namespace));
        Assert.Equal("web-out", await OutputUtilities.GetValueAsync(run.Policy.PolicyName));
        Assert.Null(await OutputUtilities.GetValueAsync(run.Policy.DenyPolicyName));
        Assert.Equal("shop/web-out", await OutputUtilities.GetValueAsync(run.Policy.LogValue));
    }

    [Fact]
    public async Task Reasons_are_kept_in_the_description()
    {
        var rule = EgressRule.Cidr("192.0.2.0/24", 443);
        rule.Reason = "old billing";

        var run = await EgressRun.CreateAsync(Plans.Enforce(EgressRule.World("renders pages of any site", "443"), rule));

        Assert.Equal("world: renders pages of any site; cidr: old billing", run.Spec()["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_constructor_refuses_with_every_problem_at_once()
    {
        var args = new EgressPolicyArgs { Mode = "Warn", Rules = [new EgressRuleArgs { Fqdn = "10.0.0.1" }, new EgressRuleArgs()] };

        var refusal = await EgressRun.RefusedAsync(args);

        Assert.Equal(
            """
            EgressPolicy "web": 4 problems
              - namespace: is missing; name the namespace whose pods are governed
              - mode: is not a value that this argument knows (got "Warn"); write one of Audit, Enforce
              - egress[0].fqdn: is an address, not a DNS name (got "10.0.0.1"); use cidr
              - egress[1]: names no destination, which Cilium would read as any; set exactly one of dns, nodeLocalDns, sameNamespace, namespace, anyNamespace, kubeApiServer, nodes, nfs, fqdn, fqdns, cidr, cidrs, cidrGroup, icmp, world or none
            """,
            refusal.Message);
    }
}
