using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Components.Tests.Egress;

/// <summary>Whatever rules are accepted, Cilium accepts what they become.</summary>
public sealed class EgressPropertyTests
{
    private static readonly string[] Peers = ["toEndpoints", "toCIDR", "toCIDRSet", "toEntities", "toServices", "toGroups", "toNodes", "toFQDNs"];

    [Property(MaxTest = 40)]
    public Property A_valid_policy_is_one_that_the_agent_takes() => Prop.ForAll(PolicyArgs.Policies().ToArbitrary(), args =>
    {
        Assert.Empty(Plans.Problems(args));

        var run = EgressRun.CreateAsync(args).GetAwaiter().GetResult();

        foreach (var (name, (_, inputs)) in run.Registered.Where(resource => resource.Key != "web"))
        {
            Assert.True(CiliumPolicyRules.Check(Json.Element(inputs), args.Cluster).IsValid, $"{name}: {string.Join('\n', CiliumPolicyRules.Check(Json.Element(inputs), args.Cluster).Problems)}");
            AssertNoEmptyList(inputs);
        }

        foreach (var rule in run.Registered.ContainsKey("web-policy") ? run.Egress : [])
        {
            Assert.True(Peers.Count(peer => rule!.AsObject().ContainsKey(peer)) + (rule!.AsObject().ContainsKey("icmps") && !rule.AsObject().ContainsKey("toCIDR") ? 1 : 0) == 1, rule.ToJsonString());
            foreach (var ports in rule["toPorts"]?.AsArray() ?? [])
            {
                Assert.InRange(ports!["ports"]!.AsArray().Count, 1, 40);
            }
        }

        Assert.Equal(args.Rules!.Count, run.Egress.Count);
    });

    [Property(MaxTest = 300)]
    public bool Any_text_as_a_destination_is_accepted_or_refused_at_its_path(string? text, bool asName)
    {
        var rule = asName ? EgressRule.Fqdn(text!, "443") : EgressRule.Cidr(text!, "443");
        if (text is null)
        {
            return true;
        }

        var problems = EgressPolicy.Validate(Plans.Enforce(EgressRule.Dns(), rule)).Problems;
        return problems.All(problem => problem.Path == (asName ? "egress[1].fqdn" : "egress[1].cidr") && problem.Fix.Length > 0);
    }

    [Property(MaxTest = 300)]
    public bool Any_text_as_a_port_is_accepted_or_refused_at_its_path(string text)
    {
        var problems = EgressPolicy.Validate(Plans.Enforce(EgressRule.SameNamespace(text))).Problems;
        return problems.All(problem => problem.Path == "egress[0].ports[0]");
    }

    private static void AssertNoEmptyList(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                Assert.NotEmpty(list);
                foreach (var item in list)
                {
                    AssertNoEmptyList(item);
                }

                break;
            case JsonObject map:
                foreach (var (_, value) in map)
                {
                    AssertNoEmptyList(value);
                }

                break;
            default:
                break;
        }
    }
}
