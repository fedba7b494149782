using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Namespaces;

public sealed class ExemptionTests
{
    [Fact]
    public void Nothing_is_exempt_in_silence() => Assert.Equal(
        "exemptions[0]: grafana is exempt from pod-security until 2027-03-31 (ml@example.org): needs the host's NPU",
        Assert.Single(HardenedNamespace.Validate(Plans.Namespace(args => args.Exemptions = [Plans.Exemption(NamespaceControl.PodSecurity)])).Warnings).ToString());

    [Fact]
    public async Task An_exemption_is_written_on_the_namespace()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("n", Plans.Namespace(args => args.Exemptions = [Plans.Exemption(NamespaceControl.ResourceQuota)])));

        Assert.Contains(
            "\"annotations\":{\"hardening/exempt-from-resource-quota\":\"until 2027-03-31, ml@example.org: needs the host's NPU\"}",
            stack["n-namespace"].Json(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_exemption_states_control_reason_owner_and_day() => Assert.Equal(
        """
        exemptions[0].control: is not a value that this argument knows (got "quota"); write one of pod-security, limit-range, resource-quota, egress, ingress
        exemptions[0].reason: an exemption needs a reason; say in a sentence why it is needed
        exemptions[0].owner: an exemption needs an owner; name who answers for it
        exemptions[0].expires: an exemption needs its last day; write the day as 2027-03-31, then review or renew it
        """,
        Refusal.All(HardenedNamespace.Validate(Plans.Namespace(args => args.Exemptions = [new() { Control = "quota" }]))));

    [Fact]
    public void A_control_exempted_twice_is_refused() => Assert.Equal(
        "exemptions[1].control: is exempted twice (got \"egress\"); keep one of them",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args => args.Exemptions = [Plans.Exemption("egress"), Plans.Exemption("egress")]))));

    [Theory]
    [InlineData(2027, 3, 31, 0)]
    [InlineData(2027, 4, 1, 1)]
    public void An_exemption_holds_through_its_last_day_and_is_a_finding_after_it(int year, int month, int day, int findings)
    {
        var args = Plans.Namespace(args => args.Exemptions = [Plans.Exemption("egress", "2027-12-31"), Plans.Exemption("pod-security")]);

        var found = HardenedNamespace.Findings(args, new DateOnly(year, month, day));

        Assert.Equal(findings, found.Count);
        Assert.All(found, finding => Assert.Equal(
            "exemptions[1].expires: the exemption of grafana from pod-security expired on 2027-03-31: remove it, or let ml@example.org renew it.",
            finding.ToString()));
    }

    [Fact]
    public async Task What_is_rendered_does_not_depend_on_the_day()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("n", Plans.Namespace(args => args.Exemptions = [Plans.Exemption(NamespaceControl.ResourceQuota, "2001-01-01")])));

        Assert.DoesNotContain(stack.Resources, resource => resource.Name == "n-quota");
    }
}
