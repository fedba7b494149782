using Pulumi.Tests.Support;

namespace Pulumi.Tests.Resources;

public sealed class OptionsTests
{
    [Fact]
    public async Task Merge_lets_the_second_options_win_and_appends_lists()
    {
        ResourceTransformation transformation = _ => null;
        ResourceTransform transform = (_, _) => Task.FromResult<ResourceTransformResult?>(null);
        CustomResourceOptions? merged = null;
        await Run.Resources(() =>
        {
            var parent = new Group("parent");
            var deleted = new Group("deleted");
            merged = CustomResourceOptions.Merge(
                new CustomResourceOptions
                {
                    Parent = parent,
                    Version = "1",
                    Protect = true,
                    DependsOn = parent,
                    IgnoreChanges = { "a" },
                    AdditionalSecretOutputs = { "s" },
                    Aliases = { new Alias { Name = "x" } },
                    DeleteBeforeReplace = true,
                    PluginDownloadURL = "https://one.example",
                },
                new CustomResourceOptions
                {
                    Version = "2",
                    RetainOnDelete = true,
                    DependsOn = { deleted, Output.Create<Resource>(parent) },
                    IgnoreChanges = { "b" },
                    ReplaceOnChanges = { "c" },
                    AdditionalSecretOutputs = { "t" },
                    Aliases = { new Alias { Name = "y" } },
                    ImportId = "import",
                    DeletedWith = deleted,
                    CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1) },
                    ResourceTransformations = { transformation },
                    ResourceTransforms = { transform },
                });
        });

        Assert.Equal("parent", merged!.Parent!.GetResourceName());
        Assert.Equal("2", merged.Version);
        Assert.True(merged.Protect);
        Assert.True(merged.RetainOnDelete);
        Assert.True(merged.DeleteBeforeReplace);
        Assert.Equal("import", merged.ImportId);
        Assert.Equal("deleted", merged.DeletedWith!.GetResourceName());
        Assert.Equal("https://one.example", merged.PluginDownloadURL);
        Assert.Equal(TimeSpan.FromMinutes(1), merged.CustomTimeouts!.Create);
        Assert.Null(merged.CustomTimeouts.Update);
        Assert.Null(merged.CustomTimeouts.Delete);
        Assert.Equal(
            ["parent", "deleted", "parent"], (await Run.Value(merged.DependsOn.ToOutput())).Select(resource => resource.GetResourceName()));
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["c"], merged.ReplaceOnChanges);
        Assert.Equal(["s", "t"], merged.AdditionalSecretOutputs);
        Assert.Equal(2, merged.Aliases.Count);
        Assert.Equal([transformation], merged.ResourceTransformations);
        Assert.Equal([transform], merged.ResourceTransforms);
    }

    [Fact]
    public void Merge_does_not_touch_what_it_merges()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };
        var second = new CustomResourceOptions { IgnoreChanges = { "b" } };

        var merged = CustomResourceOptions.Merge(first, second);
        merged.IgnoreChanges.Add("c");

        Assert.Equal(["a"], first.IgnoreChanges);
        Assert.Equal(["b"], second.IgnoreChanges);
        Assert.Empty(CustomResourceOptions.Merge(null, null).IgnoreChanges);
    }

    [Fact]
    public async Task Merge_of_component_options_keeps_the_last_provider_of_each_package()
    {
        List<string> names = [];
        await Run.Resources(() =>
        {
            var one = new ProviderResource("test", "one", ResourceArgs.Empty, options: null);
            var two = new ProviderResource("test", "two", ResourceArgs.Empty, options: null);
            var other = new ProviderResource("other", "other", ResourceArgs.Empty, options: null);
            var merged = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { one, other }, Protect = true }, new ComponentResourceOptions { Providers = { two } });
            Assert.True(merged.Protect);
            names.AddRange(merged.Providers.Select(provider => provider.GetResourceName()));
        });

        Assert.Equal(["other", "two"], names);
    }

    [Fact]
    public async Task An_id_reads_the_resource_instead_of_registering_it()
    {
        Probe? probe = null;
        var mocks = new RecordingMocks
        {
            Answer = _ => Task.FromResult<(string?, object)>(("ignored", new Dictionary<string, object> { ["text"] = "state" })),
        };
        await Run.Resources(() => probe = new Probe("read", options: new CustomResourceOptions { Id = "some-id" }), mocks);

        Assert.Equal("some-id", Assert.Single(mocks.Requests).Id);
        Assert.Equal("some-id", await Run.Value(probe!.Id));
        Assert.Equal("state", await Run.Value(probe.Text));
    }

    [Fact]
    public async Task An_empty_id_registers_the_resource()
    {
        Probe? probe = null;
        await Run.Resources(() => probe = new Probe("new", options: new CustomResourceOptions { Id = "" }));

        Assert.Equal("new-id", await Run.Value(probe!.Id));
    }

    [Fact]
    public async Task An_import_id_is_shown_to_the_mock_and_stands_in_for_a_missing_id()
    {
        Probe? probe = null;
        var mocks = new RecordingMocks { Answer = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        await Run.Resources(() => probe = new Probe("imported", options: new CustomResourceOptions { ImportId = "there" }), mocks);

        Assert.Equal("there", Assert.Single(mocks.Requests).Id);
        Assert.Equal("there", await Run.Value(probe!.Id));
    }

    [Fact]
    public async Task An_id_is_for_custom_resources_only()
    {
        var failure = await Run.Failure(() => _ = new Group("group", new ComponentResourceOptions { Id = "x" }));

        Assert.Contains("ResourceOptions.Id is only valid for a CustomResource", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_says_each_thing_once()
    {
        var urn = await Run.Failure(() => _ = With(new Alias { Urn = "urn:pulumi:s::p::t::n", Name = "n" }));
        var parents = await Run.Failure(() => _ = With(new Alias { NoParent = true, ParentUrn = "urn:pulumi:s::p::t::n" }));
        await Run.Resources(() => _ = With(new Alias { Type = "test:index:Old", Project = "p", Stack = "s" }));

        Assert.Contains("Alias should not specify both Urn and Name", urn.Message, StringComparison.Ordinal);
        Assert.Contains("Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias", parents.Message, StringComparison.Ordinal);

        static Probe With(Alias alias) => new("probe", options: new CustomResourceOptions { Aliases = { alias } });
    }
}
