using Pulumi.Tests.Support;

namespace Pulumi.Tests.Resources;

public sealed class TransformationTests
{
    [Fact]
    public async Task Parents_dependsOn_aliases_protect_and_other_options_are_visible_to_a_recorder_in_the_stack()
    {
        Recorder.Seen.Clear();
        await Run.Stack<Recorder>();

        var probe = Recorder.Of("probe");
        Assert.Equal("group", probe.Options.Parent!.GetResourceName());
        Assert.True(probe.Options.Protect);
        Assert.True(probe.Options.RetainOnDelete);
        Assert.Equal(["spec"], probe.Options.IgnoreChanges);
        Assert.Equal("old", await Run.Value((await Run.Value((Output<Alias>)probe.Options.Aliases[0])).Name.ToOutput()));
        var dependsOn = await Run.Value(probe.Options.DependsOn.ToOutput());
        Assert.Equal(["first"], dependsOn.Select(resource => resource.GetResourceName()));
        Assert.Equal("x", await Run.Value(((ProbeArgs)probe.Args).Text.ToOutput()));
    }

    [Fact]
    public async Task It_sees_the_stack_itself_components_custom_resources_providers_and_reads()
    {
        Recorder.Seen.Clear();
        var resources = await Run.Stack<Recorder>();

        Assert.Equal(
            ["project-stack", "first", "group", "probe", "provider", "read"], Recorder.Seen.Select(seen => seen.Resource.GetResourceName()));
        Assert.Equal(resources, Recorder.Seen.Select(seen => seen.Resource));
    }

    [Fact]
    public async Task It_does_not_see_the_default_parent_and_inherited_protect()
    {
        Recorder.Seen.Clear();
        await Run.Stack<Recorder>();

        Assert.Null(Recorder.Of("first").Options.Parent);
        Assert.Null(Recorder.Of("project-stack").Options.Parent);
        Assert.Null(Recorder.Of("read").Options.Protect);
    }

    [Fact]
    public async Task Transformations_run_child_first_and_stack_last_each_on_what_the_one_before_made()
    {
        var order = new List<string>();
        RecordingMocks mocks = new();
        await Run.Resources(
            () =>
            {
                var group = new Group("group", new ComponentResourceOptions { ResourceTransformations = { Appending("group", order) } });
                _ = new Probe(
                    "probe",
                    new ProbeArgs { Text = "own" },
                    new CustomResourceOptions { Parent = group, ResourceTransformations = { Appending("probe", order) } });
            },
            mocks);

        Assert.Equal(["group", "probe", "group"], order);
        Assert.Equal("own probe group", mocks.InputsOf("probe")["text"]);
    }

    [Fact]
    public async Task They_run_in_process_after_the_args_are_complete_and_may_replace_options()
    {
        var mocks = await Run.Resources(() =>
        {
            var provider = new ProviderResource("test", "chosen", ResourceArgs.Empty, options: null);
            _ = new Probe("probe", options: new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    args => new ResourceTransformationResult(
                        args.Args, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions { Provider = provider })),
                },
            });
        });

        Assert.EndsWith("::chosen::chosen-id", mocks.Requests.Single(request => request.Name == "probe").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transformation_cannot_change_the_parent()
    {
        var failure = await Run.Failure(() =>
        {
            var other = new Group("other");
            _ = new Probe("probe", options: new CustomResourceOptions
            {
                ResourceTransformations = { args => new ResourceTransformationResult(args.Args, new CustomResourceOptions { Parent = other }) },
            });
        });

        Assert.Contains(
            "Transformations cannot currently be used to change the 'parent' of a resource.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResourceTransforms_are_engine_side_accepted_under_mocks_never_run()
    {
        var mocks = await Run.Resources(() =>
        {
            ResourceTransform fail = (_, _) => throw new InvalidOperationException("ran");
            var group = new Group("group", new ComponentResourceOptions { ResourceTransforms = { fail } });
            _ = new Probe("probe", options: new CustomResourceOptions { Parent = group, ResourceTransforms = { fail } });
        });

        Assert.Equal(2, mocks.Requests.Count);
    }

    private static ResourceTransformation Appending(string text, List<string> order)
        => args =>
        {
            order.Add(text);
            if (args.Args is ProbeArgs probe)
            {
                probe.Text = probe.Text.Apply(value => $"{value} {text}");
            }

            return new ResourceTransformationResult(args.Args, args.Options);
        };

    private sealed class Recorder : Stack
    {
        public Recorder()
            : base(new StackOptions { ResourceTransformations = { Remember }, ResourceTransforms = { } })
        {
            var first = new Probe("first");
            var group = new Group("group", new ComponentResourceOptions { Protect = true });
            _ = new Probe("probe", new ProbeArgs { Text = "x" }, new CustomResourceOptions
            {
                Parent = group,
                DependsOn = first,
                Protect = true,
                RetainOnDelete = true,
                IgnoreChanges = { "spec" },
                Aliases = { new Alias { Name = "old" } },
            });
            _ = new ProviderResource("test", "provider", ResourceArgs.Empty, options: null);
            _ = new Probe("read", options: new CustomResourceOptions { Id = "some-id", Parent = group });
        }

        public static List<ResourceTransformationArgs> Seen { get; } = [];

        public static ResourceTransformationArgs Of(string name) => Seen.Single(seen => seen.Resource.GetResourceName() == name);

        private static ResourceTransformationResult? Remember(ResourceTransformationArgs args)
        {
            Seen.Add(args);
            return null;
        }
    }
}
