using Pulumi.Tests.Support;

namespace Pulumi.Tests.Resources;

public sealed class ProviderTests
{
    [Fact]
    public async Task A_provider_is_inherited_from_a_parents_Providers_by_the_package_name_the_first_part_of_the_token()
    {
        var mocks = await Run.Resources(() =>
        {
            var test = new ProviderResource("test", "for-test", ResourceArgs.Empty, options: null);
            var other = new ProviderResource("other", "for-other", ResourceArgs.Empty, options: null);
            var group = new Group("group", new ComponentResourceOptions { Providers = { test, other } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = group });
            _ = new Probe("child", options: new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::for-test::for-test-id", ProviderOf(mocks, "child"));
    }

    [Fact]
    public async Task A_components_Provider_is_its_only_one()
    {
        var mocks = await Run.Resources(() =>
        {
            var test = new ProviderResource("test", "for-test", ResourceArgs.Empty, options: null);
            var group = new Group("group", new ComponentResourceOptions { Provider = test });
            _ = new Probe("child", options: new CustomResourceOptions { Parent = group });
        });

        Assert.EndsWith("::for-test::for-test-id", ProviderOf(mocks, "child"), StringComparison.Ordinal);
        Assert.Equal("", ProviderOf(mocks, "group"));
    }

    [Fact]
    public async Task A_resources_own_provider_wins_and_is_passed_on_to_its_children()
    {
        var mocks = await Run.Resources(() =>
        {
            var outer = new ProviderResource("test", "outer", ResourceArgs.Empty, options: null);
            var own = new ProviderResource("test", "own", ResourceArgs.Empty, options: null);
            var group = new Group("group", new ComponentResourceOptions { Provider = outer });
            var parent = new Probe("parent", options: new CustomResourceOptions { Parent = group, Provider = own });
            _ = new Probe("child", options: new CustomResourceOptions { Parent = parent });
        });

        Assert.EndsWith("::own::own-id", ProviderOf(mocks, "parent"), StringComparison.Ordinal);
        Assert.EndsWith("::own::own-id", ProviderOf(mocks, "child"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_of_its_package_a_resource_has_none()
    {
        var mocks = await Run.Resources(() =>
        {
            var other = new ProviderResource("other", "other", ResourceArgs.Empty, options: null);
            var group = new Group("group", new ComponentResourceOptions { Provider = other });
            _ = new Probe("child", options: new CustomResourceOptions { Parent = group });
        });

        Assert.Equal("", ProviderOf(mocks, "child"));
    }

    [Fact]
    public async Task A_component_takes_provider_or_providers_not_both()
    {
        var failure = await Run.Failure(() =>
        {
            var test = new ProviderResource("test", "for-test", ResourceArgs.Empty, options: null);
            _ = new Group("group", new ComponentResourceOptions { Provider = test, Providers = { test } });
        });

        Assert.Contains(
            "Do not supply both 'provider' and 'providers' options to a ComponentResource.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_id_is_named_by_the_marker_for_unknown()
    {
        var mocks = await Run.Resources(
            () => _ = new Probe("child", options: new CustomResourceOptions { Provider = new ProviderResource("test", "p", ResourceArgs.Empty, options: null) }),
            new RecordingMocks { Answer = args => Task.FromResult<(string?, object)>((null, args.Inputs)) });

        Assert.EndsWith("::p::04da6b54-80e4-46f7-96ec-b56ff0331ba9", ProviderOf(mocks, "child"), StringComparison.Ordinal);
    }

    private static string? ProviderOf(RecordingMocks mocks, string name) => mocks.Requests.Single(request => request.Name == name).Provider;
}
