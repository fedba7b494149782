using System.Collections.Immutable;
using Pulumi.KubernetesCrds.Cilium.V2;
using Pulumi.KubernetesCrds.Kyverno.V1;
using Pulumi.KubernetesCrds.Monitoring.V1;
using Pulumi.KubernetesCrds.Tests.Support;

namespace Pulumi.KubernetesCrds.Tests;

/// <summary>What the typed args become on the wire.</summary>
public class InputsTests
{
    [Fact]
    public async Task A_Cilium_policy_is_sent_with_the_names_of_its_schema()
    {
        var sent = await Sent.By(() => new CiliumNetworkPolicy("egress", new CiliumNetworkPolicyArgs
        {
            Spec = new CiliumNetworkPolicySpecArgs
            {
                EndpointSelector = new CiliumNetworkPolicySpecEndpointSelectorArgs(),
                EnableDefaultDeny = new CiliumNetworkPolicySpecEnableDefaultDenyArgs { Egress = true },
                Egress =
                {
                    new CiliumNetworkPolicySpecEgressArgs
                    {
                        ToEndpoints = { new CiliumNetworkPolicySpecEndpointSelectorArgs { MatchLabels = { ["k8s:k8s-app"] = "kube-dns" } } },
                        ToPorts =
                        {
                            new CiliumNetworkPolicySpecEgressToPortsArgs
                            {
                                Ports = { new CiliumNetworkPolicySpecEgressToPortsPortsArgs { Port = "53", Protocol = CiliumNetworkPolicySpecEgressToPortsPortsProtocol.ANY } },
                                Rules = new CiliumNetworkPolicySpecEgressToPortsRulesArgs
                                {
                                    Dns = { new CiliumNetworkPolicySpecEgressToFQDNsArgs { MatchPattern = "*" } },
                                },
                            },
                        },
                    },
                    new CiliumNetworkPolicySpecEgressArgs
                    {
                        ToEntities = { CiliumNetworkPolicySpecEgressToEntities.KubeApiserver, "an-entity-of-tomorrow" },
                        Icmps = { new CiliumNetworkPolicySpecEgressIcmpsArgs { Fields = { new CiliumNetworkPolicySpecEgressIcmpsFieldsArgs { Type = 8 } } } },
                    },
                },
            },
        }));

        Assert.Equal(
            Json.Compact(
                """
                {
                  "apiVersion": "cilium.io/v2",
                  "kind": "CiliumNetworkPolicy",
                  "spec": {
                    "egress": [
                      {
                        "toEndpoints": [{ "matchLabels": { "k8s:k8s-app": "kube-dns" } }],
                        "toPorts": [{ "ports": [{ "port": "53", "protocol": "ANY" }], "rules": { "dns": [{ "matchPattern": "*" }] } }]
                      },
                      { "icmps": [{ "fields": [{ "type": 8 }] }], "toEntities": ["kube-apiserver", "an-entity-of-tomorrow"] }
                    ],
                    "enableDefaultDeny": { "egress": true },
                    "endpointSelector": {}
                  }
                }
                """),
            sent.Inputs);
    }

    [Fact]
    public async Task An_empty_list_is_sent_and_one_never_touched_is_not()
    {
        var sent = await Sent.By(() => new CiliumNetworkPolicy("it", new CiliumNetworkPolicyArgs { Spec = new CiliumNetworkPolicySpecArgs { Ingress = new() } }));

        Assert.EndsWith(""","spec":{"ingress":[]}}""", sent.Inputs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_integer_or_string_is_sent_as_what_it_was_and_a_long_as_a_number()
    {
        var sent = await Sent.By(() => new PrometheusRule("it", new PrometheusRuleArgs
        {
            Spec = new PrometheusRuleSpecArgs
            {
                Groups =
                {
                    new PrometheusRuleSpecGroupsArgs
                    {
                        Name = "g",
                        Limit = 4_294_967_296,
                        Rules = { new PrometheusRuleSpecGroupsRulesArgs { Expr = "up == 0" }, new PrometheusRuleSpecGroupsRulesArgs { Expr = 1 } },
                    },
                },
            },
        }));

        Assert.EndsWith(
            ""","spec":{"groups":[{"limit":4294967296,"name":"g","rules":[{"expr":"up == 0"},{"expr":1}]}]}}""",
            sent.Inputs,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_is_read_back_and_can_come_from_an_output()
    {
        var args = new PrometheusRuleSpecGroupsArgs { Name = "g" };
        Assert.Null(args.Limit);

        var sent = await Sent.By(() =>
        {
            args.Limit = Output.Create(7L);
            Assert.NotNull(args.Limit);
            return new PrometheusRule("it", new PrometheusRuleArgs { Spec = new PrometheusRuleSpecArgs { Groups = { args } } });
        });

        Assert.EndsWith(""","spec":{"groups":[{"limit":7,"name":"g"}]}}""", sent.Inputs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_value_takes_nested_dictionaries_and_lists()
    {
        var container = ImmutableDictionary.Create<string, object>(StringComparer.Ordinal).Add("image", "ghcr.io/*");
        var spec = ImmutableDictionary.Create<string, object>(StringComparer.Ordinal).Add("containers", new object[] { container });
        var pattern = ImmutableDictionary.Create<string, object>(StringComparer.Ordinal).Add("spec", spec);
        var sent = await Sent.By(() => new ClusterPolicy("it", new ClusterPolicyArgs
        {
            Spec = new ClusterPolicySpecArgs
            {
                Rules =
                {
                    new ClusterPolicySpecRulesArgs { Name = "r", Match = new ClusterPolicySpecRulesExcludeArgs(), Validate = new ClusterPolicySpecRulesValidateArgs { Pattern = pattern } },
                },
            },
        }));

        Assert.EndsWith(
            ""","spec":{"rules":[{"match":{},"name":"r","validate":{"pattern":{"spec":{"containers":[{"image":"ghcr.io/*"}]}}}}]}}""",
            sent.Inputs,
            StringComparison.Ordinal);
    }
}
