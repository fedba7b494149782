using Pulumi;
using Pulumi.Utilities;

namespace Hardening.Components.Tests.Egress;

/// <summary>Values that are not known when the policy is built.</summary>
public sealed class EgressInputTests
{
    private readonly TaskCompletionSource _created = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public void An_unknown_value_is_no_problem_at_preview()
    {
        var args = Plans.Enforce(
            EgressRule.Dns(),
            EgressRule.Fqdn(OutputUtilities.CreateUnknown("api.github.com"), 443),
            EgressRule.Cidr(OutputUtilities.CreateUnknown("10.0.0.0/8")),
            EgressRule.Namespace(OutputUtilities.CreateUnknown("data")));
        args.Namespace = OutputUtilities.CreateUnknown("shop");

        Assert.Empty(Plans.Problems(args));
    }

    [Fact]
    public async Task A_value_that_resolves_later_reaches_the_manifest_in_its_canonical_form()
    {
        var args = Plans.Enforce(
            EgressRule.Dns(),
            EgressRule.Fqdns([Later("API.github.com."), Later("*.GHCR.io")]),
            new EgressRuleArgs { Cidr = Later("10.0.0.0/8"), Except = [Later("10.1.2.3")] },
            EgressRule.Namespace(Later("data")));
        args.Namespace = Later("shop");

        var run = await EgressRun.CreateAsync(args, preview: false, afterwards: _created.SetResult);

        Json.Equal("""[{ "matchName": "api.github.com" }, { "matchPattern": "*.ghcr.io" }]""", run.Egress[1]!["toFQDNs"]);
        Json.Equal("""[{ "cidr": "10.0.0.0/8", "except": ["10.1.2.3/32"] }]""", run.Egress[2]!["toCIDRSet"]);
        Json.Equal("""[{ "matchLabels": { "k8s:io.kubernetes.pod.namespace": "data" } }]""", run.Egress[3]!["toEndpoints"]);
        Json.Equal("""{ "value": "shop/egress" }""", run.Spec()["log"]);
    }

    public static TheoryData<Func<Func<string, Output<string>>, EgressRuleArgs>, string> Refused => new()
    {
        { later => EgressRule.Fqdn(later("10.0.0.1")), "egress[1].fqdn: is an address, not a DNS name; use cidr" },
        { later => EgressRule.Fqdn(later("")), "egress[1].fqdn: resolved to nothing; give it a value: an absent destination would mean any destination" },
        { later => EgressRule.Cidrs([later("10.0.0/8")]), "egress[1].cidrs[0]: is no address block; write 192.168.1.0/24, 2001:db8::/32 or a single address" },
        { later => new EgressRuleArgs { Cidr = later("10.0.0.0/8"), Except = [later("11.0.0.0/8")] }, "egress[1].except[0]: lies in none of the rule's blocks; leave it out: what no rule allows needs no exception" },
        { later => EgressRule.Cidr(later("0.0.0.0/0")), "egress[1].cidr: is the whole world; name the block" },
        { later => EgressRule.Namespace(later("Data")), "egress[1].namespace: is no namespace name; write the name as Kubernetes knows it" },
        { later => EgressRule.Nfs(new EgressNfsArgs { Addresses = [later("nas.lan")] }), "egress[1].nfs.addresses[0]: is no address block; write 192.168.1.0/24, 2001:db8::/32 or a single address" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_value_that_resolves_to_something_wrong_fails_the_deployment_and_is_not_shown(Func<Func<string, Output<string>>, EgressRuleArgs> rule, string problem)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => EgressRun.CreateAsync(Plans.Enforce(EgressRule.Dns(), rule(Later)), preview: false, afterwards: _created.SetResult));

        Assert.Contains($"EgressPolicy \"web\": 1 problem\n  - {problem}", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_of_several_blocks_need_them_known()
    {
        var rule = new EgressRuleArgs { Cidrs = ["10.0.0.0/8", Later("11.0.0.0/8")], Except = ["10.1.0.0/16"] };

        Assert.Equal(
            ["egress[0].except: cannot be matched to blocks of which some are not known yet; give each block that has exceptions a rule of its own"],
            Plans.Problems(Plans.Enforce(rule)));
    }

    /// <summary>A value that resolves once the component stands.</summary>
    private Output<string> Later(string value)
    {
        async Task<string> Resolve()
        {
            await _created.Task;
            return value;
        }

        return Output.Create(Resolve());
    }
}
