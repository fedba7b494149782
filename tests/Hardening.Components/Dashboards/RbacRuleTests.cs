using FsCheck.Xunit;

namespace Hardening.Components.Tests.Dashboards;

/// <summary>Rules allow what the API server's authorizer allows for them.</summary>
public sealed class RbacRuleTests
{
    [Theory]
    [InlineData("", "pods", "get", "", "pods", null, "get", true)]
    [InlineData("", "pods", "get", "", "pods", "exec", "get", false)]
    [InlineData("", "pods/exec", "create", "", "pods", "exec", "create", true)]
    [InlineData("", "pods/exec", "create", "", "pods", null, "create", false)]
    [InlineData("", "*", "get", "", "pods", "exec", "get", true)]
    [InlineData("", "*", "get", "", "secrets", null, "get", true)]
    [InlineData("", "*/proxy", "get", "", "nodes", "proxy", "get", true)]
    [InlineData("", "*/proxy", "get", "", "nodes", null, "get", false)]
    [InlineData("", "pods/*", "create", "", "pods", "exec", "create", false)]
    [InlineData("*", "secrets", "list", "", "secrets", null, "list", true)]
    [InlineData("apps", "secrets", "list", "", "secrets", null, "list", false)]
    [InlineData("", "users", "*", "", "users", null, "impersonate", true)]
    [InlineData("", "Pods", "get", "", "pods", null, "get", false)]
    public void A_rule_covers_groups_resources_subresources_and_verbs(
        string group, string resource, string verb, string askedGroup, string asked, string? subresource, string askedVerb, bool allowed) =>
        Assert.Equal(allowed, new RbacRule([group], [resource], [verb]).Allows(new RbacAccess(askedGroup, asked, subresource, askedVerb)));

    [Fact]
    public void Names_of_single_objects_make_no_rule_harmless() =>
        Assert.Equal(
            ["get on secrets"],
            DashboardForbidden.ReachedBy([new RbacRule([""], ["secrets"], ["get"]) { ResourceNames = ["one"] }]).Select(access => access.ToString()));

    [Fact]
    public void Every_forbidden_access_is_found_by_itself_and_through_every_wildcard() => Assert.All(DashboardForbidden.All, access =>
    {
        var resource = access.Subresource is null ? access.Resource : $"{access.Resource}/{access.Subresource}";
        Assert.Contains(access, DashboardForbidden.ReachedBy([new RbacRule([access.ApiGroup], [resource], [access.Verb])]));
        Assert.Contains(access, DashboardForbidden.ReachedBy([new RbacRule(["*"], [resource], [access.Verb])]));
        Assert.Contains(access, DashboardForbidden.ReachedBy([new RbacRule([access.ApiGroup], ["*"], [access.Verb])]));
        Assert.Contains(access, DashboardForbidden.ReachedBy([new RbacRule([access.ApiGroup], [resource], ["*"])]));
        if (access.Subresource is not null)
        {
            Assert.Contains(access, DashboardForbidden.ReachedBy([new RbacRule([access.ApiGroup], [$"*/{access.Subresource}"], [access.Verb])]));
        }
    });

    [Property]
    public void A_rule_allows_everything_that_it_names(string[] groups, string[] resources, string[] verbs)
    {
        var rule = new RbacRule(Texts(groups), Texts(resources).Where(resource => resource.Count(c => c == '/') < 2).ToList(), Texts(verbs));

        Assert.All(rule.Accesses(), access => Assert.True(rule.Allows(access)));
    }

    private static List<string> Texts(string[]? texts) => [.. (texts ?? []).Where(text => text is not null)];
}
